package dev.escala.escalation.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.escala.access.Role;
import dev.escala.escalation.course.ReopenCase;
import dev.escala.handover.standin.StandInSweep;
import dev.escala.owner.MatterOwner;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.AtOnce;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import dev.escala.timeline.Timeline;
import dev.escala.timeline.TimelineEntry;
import dev.escala.visibility.Visibility;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("Work goes to somebody who is there (001-33)")
class AbsenceStoryTests extends LevelStory {

	private static final String EXECUTE = "userTask_executePlan";

	@Autowired
	private StandInSweep sweep;

	@Autowired
	private Timeline timeline;

	@Autowired
	private Visibility visibility;

	@Autowired
	private MatterOwner owner;

	@Autowired
	private ReopenCase reopening;

	@BeforeEach
	void nothingOfOtherStoriesIsLeft() {
		this.sweep.run();
	}

	@Test
	@DisplayName("An absence in the middle of work: the deputy gets the task, sees the case and may take it again; back, it is the owner's, each told once")
	void middleOfWork() {
		CaseNumber number = workedUntilThePlan("ingeniera");
		Runnable back = away("ingeniera", "suplente");

		look();
		look();

		assertThat(task(number).getAssignee()).isEqualTo("suplente");
		assertThat(happened(number)).containsOnlyOnce("«Ejecutar el plan de acción»: Ingeniera Demostración está "
				+ "ausente hasta el 27/11/2026; su suplente es Suplente Demostración. Le llega a Suplente Demostración.");
		assertThat(mailed(number)).containsExactly("suplente@escala.example");
		assertThat(this.<Boolean>as("suplente", () -> this.visibility.sees(number))).isTrue();
		this.people.as("suplente", () -> {
			this.engine.getTaskService().claim(task(number).getId(), null);
			this.engine.getTaskService().claim(task(number).getId(), "suplente");
			return null;
		});
		assertThat(task(number).getAssignee()).isEqualTo("suplente");

		back.run();
		look();
		look();

		assertThat(task(number).getAssignee()).isEqualTo("ingeniera");
		assertThat(happened(number)).containsOnlyOnce("«Ejecutar el plan de acción»: Ingeniera Demostración ya está y "
				+ "nadie la había empezado. Le llega a Ingeniera Demostración.");
		assertThat(mailed(number)).containsExactly("suplente@escala.example", "ingeniera@escala.example");
		assertThat(this.engine.getTaskService().getIdentityLinksForTask(task(number).getId()))
			.noneMatch((link) -> "suplente".equals(link.getUserId()));
	}

	@Test
	@DisplayName("What the deputy has begun stays with the deputy")
	void begun() {
		CaseNumber number = workedUntilThePlan("ingeniera");
		Runnable back = away("ingeniera", "suplente");
		look();
		later();
		this.people.complete(number, "suplente", EXECUTE, Forms.exception("Saltarse el corte."));
		this.people.complete(number, "gerente", "userTask_decideException",
				Map.of("exceptionDecision", "granted", "exceptionGranted", "Envío fuera de corte.", "resourcesGranted",
						"Dos personas.", "exceptionReason", "Es urgente."));
		later();
		this.timeline.add(number, new UserId("suplente"), "Llamó al taller.");

		back.run();
		look();

		assertThat(task(number).getAssignee()).isEqualTo("suplente");
	}

	@Test
	@DisplayName("What began while the owner was away and nobody touched is the owner's afterwards")
	void begunMeanwhile() {
		CaseNumber number = workedByTheEngineer();
		Runnable back = away("ingeniera", "suplente");
		this.people.complete(number, "ingeniera", "userTask_preparePlan", Forms.plan());
		this.people.run(number, "serviceTask_sendMessage");
		assertThat(task(number).getAssignee()).isEqualTo("suplente");
		look();
		assertThat(mailed(number)).isEmpty();

		back.run();
		look();

		assertThat(task(number).getAssignee()).isEqualTo("ingeniera");
	}

	@Test
	@DisplayName("A deputy who goes away too: that one's deputy, then the group; whoever takes it there keeps it")
	void deputyAwayToo() {
		CaseNumber number = workedUntilThePlan("ingeniera");
		Runnable back = away("ingeniera", "suplente");
		look();
		Runnable deputyBack = away("suplente", "jefa");

		look();
		assertThat(task(number).getAssignee()).isEqualTo("jefa");
		away("jefa", null);
		look();

		assertThat(task(number).getAssignee()).isNull();
		assertThat(this.people.groups(number, EXECUTE)).containsExactlyInAnyOrder("technology", "supervisors");
		assertThat(happened(number)).anyMatch((text) -> text.endsWith("Jefa Demostración está ausente hasta el "
				+ "27/11/2026 y no tiene suplente. La puede tomar su grupo."));
		assertThat(mailed(number)).contains("tecnologia@escala.example").doesNotContain("ingeniera@escala.example");
		deputyBack.run();
		look();
		assertThat(task(number).getAssignee()).as("it waits for the owner or the group").isNull();
		this.people.as("tecnologia", () -> {
			this.engine.getTaskService().claim(task(number).getId(), "tecnologia");
			return null;
		});
		back.run();
		look();
		assertThat(task(number).getAssignee()).isEqualTo("tecnologia");
	}

	@Test
	@DisplayName("Deputies in a circle: the group gets it, once, and it says so")
	void circle() {
		CaseNumber number = workedUntilThePlan("ingeniera");
		away("ingeniera", "suplente");
		Runnable deputyBack = away("suplente", null);
		this.jdbc.sql("UPDATE absence SET deputy_id = 'ingeniera' WHERE person_id = 'suplente'").update();

		look();
		look();

		assertThat(task(number).getAssignee()).isNull();
		assertThat(happened(number))
			.filteredOn((text) -> text.contains("Las suplencias vuelven a Ingeniera Demostración."))
			.hasSize(1);
		deputyBack.run();
	}

	@Test
	@DisplayName("Who takes a task in spite of an absence keeps it; one taken before the absence was noted moves")
	void tookItAway() {
		CaseNumber number = workedUntilThePlan("ingeniera");
		away("ingeniera", null);
		look();
		assertThat(task(number).getAssignee()).isNull();
		later();

		this.people.as("ingeniera", () -> {
			this.engine.getTaskService().claim(task(number).getId(), "ingeniera");
			return null;
		});
		look();
		look();

		assertThat(task(number).getAssignee()).isEqualTo("ingeniera");
	}

	@Test
	@DisplayName("When everybody of a group is away Supervisión may take what waits in its queue, until somebody is back")
	void everybodyAway() {
		CaseNumber number = reported(severe());
		Runnable[] back = { () -> {
		} };
		this.people.withOnly("tecnologia", Role.TECHNOLOGY, () -> {
			back[0] = away("tecnologia", null);
			look();
			assertThat(this.people.groups(number, "userTask_takeOver")).contains("technology", "supervisors");
			assertThat(happened(number))
				.containsOnlyOnce("«Hacerse cargo»: Nadie de su grupo está. La puede tomar también Supervisión.");
			// Not this one by name: a mail lists twenty tasks for one reason, and others
			// have left more.
			assertThat(told("Nadie de su grupo está.")).contains("supervisor@escala.example");

			back[0].run();
			look();

			assertThat(this.people.groups(number, "userTask_takeOver")).containsExactly("technology");
		});
	}

	@Test
	@DisplayName("An owner whose account is deleted: tasks and case go to the group, and whoever takes one owns the case")
	void deleted() {
		this.people.person("efimera", Role.TECHNOLOGY);
		CaseNumber number = workedUntilThePlan("efimera");

		this.engine.getIdentityService().deleteUser("efimera");
		look();
		look();

		assertThat(task(number).getAssignee()).isNull();
		assertThat(this.escalations.get(number).ownerId()).isNull();
		assertThat(happened(number))
			.containsOnlyOnce(
					"«Ejecutar el plan de acción»: «efimera» ya no existe en Escala. La puede tomar su grupo.")
			.containsOnlyOnce(
					"«efimera», responsable del caso, ya no existe en Escala: el caso vuelve a la cola de su grupo.");
		assertThat(mailed(number)).containsOnlyOnce("tecnologia@escala.example");
		this.people.as("tecnologia", () -> {
			this.engine.getTaskService().claim(task(number).getId(), "tecnologia");
			return null;
		});
		assertThat(this.escalations.get(number).ownerId()).hasToString("tecnologia");
	}

	@Test
	@DisplayName("Who leaves the group gives its work back; who is named by a superior all the same keeps it")
	void leftTheGroup() {
		this.people.person("trasladada", Role.TECHNOLOGY, Role.PRODUCT);
		CaseNumber number = workedUntilThePlan("trasladada");
		look();

		this.engine.getIdentityService().deleteMembership("trasladada", "technology");
		look();

		assertThat(task(number).getAssignee()).isNull();
		assertThat(this.escalations.get(number).ownerId()).isNull();
		assertThat(happened(number)).contains(
				"«Ejecutar el plan de acción»: Trasladada Demostración ya no está en "
						+ "Tecnología. La puede tomar su grupo.",
				"Trasladada Demostración ya no está en Tecnología: el caso vuelve a la cola de su grupo.");

		this.owner.reassign(number, new UserId("supervisor"), new UserId("trasladada"));
		look();
		assertThat(this.escalations.get(number).ownerId()).hasToString("trasladada");
	}

	@Test
	@DisplayName("A reopened case of one who has left begins with the group")
	void reopenedOfOneWhoLeft() {
		this.people.person("anterior", Role.TECHNOLOGY);
		CaseNumber number = workedUntilThePlan(moderate(), "anterior");
		look();
		resolve(number, "anterior");
		this.people.complete(number, "anterior", "userTask_checkClosing", Forms.closing());
		this.people.run(number, "serviceTask_closeCase");
		this.engine.getIdentityService().deleteMembership("anterior", "technology");
		look();
		assertThat(this.escalations.get(number).ownerId()).as("who worked it stays in its file")
			.hasToString("anterior");

		this.reopening.reopen(number, new UserId("agente"), "Vuelven a faltar facturas.");

		assertThat(this.escalations.get(number).ownerId()).isNull();
		assertThat(task(number).getAssignee()).isNull();
		assertThat(happened(number))
			.contains("Anterior Demostración ya no está en Tecnología: el caso vuelve a la cola de su grupo.");
	}

	@Test
	@DisplayName("A new owner gets what a deputy has for the former one, and keeps it when that one is back")
	void newOwner() {
		CaseNumber number = workedUntilThePlan("ingeniera");
		Runnable back = away("ingeniera", "suplente");
		look();

		this.owner.reassign(number, new UserId("supervisor"), new UserId("tecnologia"));
		assertThat(task(number).getAssignee()).isEqualTo("tecnologia");
		back.run();
		look();

		assertThat(task(number).getAssignee()).isEqualTo("tecnologia");
	}

	@Test
	@DisplayName("Two nodes look at once: one line, one mail")
	void atOnce() throws Exception {
		CaseNumber number = workedUntilThePlan("ingeniera");
		away("ingeniera", "suplente");

		AtOnce.call(this::sweeping, this::sweeping);

		assertThat(task(number).getAssignee()).isEqualTo("suplente");
		assertThat(happened(number)).filteredOn((text) -> text.contains("Le llega a Suplente")).hasSize(1);
		assertThat(mailed(number)).containsExactly("suplente@escala.example");
	}

	private boolean sweeping() {
		this.sweep.run();
		return true;
	}

	private CaseNumber workedUntilThePlan(String owner) {
		return workedUntilThePlan(severe(), owner);
	}

	private CaseNumber workedUntilThePlan(Map<String, Object> form, String owner) {
		CaseNumber number = reported(form);
		this.people.complete(number, owner, "userTask_takeOver", Forms.takeOver());
		this.people.run(number, "serviceTask_announceEscalation");
		this.people.complete(number, owner, "userTask_preparePlan", Forms.plan());
		this.people.run(number, "serviceTask_sendMessage");
		return number;
	}

	private void look() {
		later();
		this.sweep.run();
	}

	private static void later() {
		CaseDriver.travelTo(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofMinutes(1)));
	}

	private Task task(CaseNumber number) {
		return this.people.task(number, EXECUTE);
	}

	private <T> T as(String user, java.util.function.Supplier<T> work) {
		return this.people.as(user, work);
	}

	private List<String> happened(CaseNumber number) {
		return this.timeline.entries(number).stream().map(TimelineEntry::text).toList();
	}

	/** Who was told of the case, oldest first: people have work of other stories, too. */
	private List<String> mailed(CaseNumber number) {
		return told(number + " ·");
	}

	/** Who got a mail about work that moved with that in it. */
	private List<String> told(String text) {
		return this.jdbc.sql(
				"SELECT recipient FROM outbox_message WHERE case_number = 'Suplencias' AND text_body LIKE ? ORDER BY id")
			.param("%" + text + "%")
			.query(String.class)
			.list();
	}

}
