package dev.escala.escalation.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.escala.access.Role;
import dev.escala.access.Staff;
import dev.escala.clock.Deadline;
import dev.escala.clock.MatterClocks;
import dev.escala.clock.ServiceClock;
import dev.escala.level.ReachedLevel;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.support.Forms;
import dev.escala.timeline.Timeline;
import dev.escala.timeline.TimelineEntry;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

abstract class LevelStories extends LevelStory {

	@Autowired
	private Staff staff;

	@Autowired
	private MatterClocks clocks;

	@Autowired
	private Timeline timeline;

	@Test
	@DisplayName("The owner is warned once before the deadline, and nobody else")
	void warned() {
		CaseNumber number = workedByTheEngineer();

		this.people.runWhenDue(number, ServiceClock.ANSWER);

		assertThat(CaseDriver.now()).isEqualTo(MONDAY_AT_TEN.plus(Duration.ofMinutes(135)));
		assertThat(told(number, "near-ANSWER-1")).containsExactly("ingeniera@escala.example");
		assertThat(deadline(number, ServiceClock.ANSWER).state().warnedAt()).isEqualTo(CaseDriver.now());
		this.people.runWhenDue(number, ServiceClock.ANSWER);
		this.people.run(number, ServiceClock.ANSWER);
		assertThat(told(number, "near-ANSWER-1")).hasSize(1);
	}

	@Test
	@DisplayName("Missed at 13:00 it is the boss's until 15:30, then the director's: each along the reporting line")
	void alongTheReportingLine() {
		CaseNumber number = workedByTheEngineer();

		this.people.miss(number, ServiceClock.ANSWER);
		assertThat(taskOf(number, "jefa").getDueDate()).isEqualTo(MONDAY_AT_TEN.plus(Duration.ofMinutes(330)));
		assertThat(this.people.groups(number, ATTEND)).containsExactly("managers");
		this.people.miss(number, ServiceClock.LEVEL_2);

		assertThat(this.escalations.get(number).level()).isEqualTo(3);
		assertThat(this.levels.find(number, 3)).map(ReachedLevel::personId).contains(new UserId("directora"));
		// Four working hours from 15:30: the last of them are on Tuesday morning.
		assertThat(taskOf(number, "directora").getDueDate()).isEqualTo(MONDAY_AT_TEN.plus(Duration.ofMinutes(1470)));
		assertThat(told(number, "near-LEVEL_2-1")).containsExactly("jefa@escala.example");
		assertThat(told(number, "breach-LEVEL_2-1")).contains("directora@escala.example").doesNotHaveDuplicates();
		attend(number, "directora");
		assertThat(deadline(number, ServiceClock.LEVEL_3).metAt()).isEqualTo(CaseDriver.now());
		assertThat(taskOf(number, "jefa")).isNotNull();
		attend(number, "jefa");
		assertThat(deadline(number, ServiceClock.LEVEL_2).breachedAt()).isNotNull();
		assertThat(this.people.tasks(number)).containsExactly("userTask_preparePlan");
		assertThat(watched(number)).doesNotContain(ServiceClock.ANSWER, ServiceClock.LEVEL_2, ServiceClock.LEVEL_3);
	}

	@Test
	@DisplayName("An exception is the group's to decide: all of it are told and may take it, whoever has the case's breaches (001-07)")
	void exceptionOfTheGroup() {
		CaseNumber number = workedByTheEngineer();
		this.people.complete(number, "ingeniera", "userTask_preparePlan", Forms.plan());
		this.people.run(number, "serviceTask_sendMessage");

		this.people.complete(number, "ingeniera", "userTask_executePlan", Forms.exception("Saltarse el corte."));

		assertThat(this.levels.find(number, 2)).map(ReachedLevel::personId).contains(new UserId("jefa"));
		Task decide = this.people.task(number, "userTask_decideException");
		assertThat(decide.getAssignee()).isNull();
		assertThat(this.people.groups(number, decide.getTaskDefinitionKey())).containsExactly("managers");
		assertThat(told(number, "exception-1")).contains("gerente@escala.example", "jefa@escala.example")
			.doesNotContain("supervisor@escala.example");
	}

	@Test
	@DisplayName("While the boss is away the deputy gets it, and it says so")
	void deputy() {
		CaseNumber number = workedByTheEngineer();
		away("jefa", "suplente");

		this.people.miss(number, ServiceClock.ANSWER);

		assertThat(taskOf(number, "suplente")).isNotNull();
		assertThat(this.levels.find(number, 2)).map(ReachedLevel::because)
			.hasValueSatisfying((because) -> assertThat(because).contains("Jefa Demostración está ausente",
					"su suplente es Suplente Demostración"));
	}

	@Test
	@DisplayName("The next task of an owner who is away is the deputy's, and the group's where there is none; the timeline says so")
	void ownerIsAway() {
		CaseNumber number = workedByTheEngineer();
		away("ingeniera", "suplente");
		this.people.complete(number, "ingeniera", "userTask_preparePlan", Forms.plan());
		this.people.run(number, "serviceTask_sendMessage");

		assertThat(this.people.task(number, "userTask_executePlan").getAssignee()).isEqualTo("suplente");
		assertThat(happened(number))
			.contains("«Ejecutar el plan de acción»: Ingeniera Demostración está ausente hasta el "
					+ "27/11/2026; su suplente es Suplente Demostración. Le llega a Suplente Demostración.");
		away("suplente", null);
		this.people.complete(number, "suplente", "userTask_executePlan", Forms.exception("Saltarse el corte."));
		this.people.complete(number, "gerente", "userTask_decideException",
				Map.of("exceptionDecision", "granted", "exceptionGranted", "Envío fuera de corte.", "resourcesGranted",
						"Dos personas.", "exceptionReason", "Es urgente."));
		assertThat(this.people.task(number, "userTask_executePlan").getAssignee()).isNull();
		assertThat(this.people.groups(number, "userTask_executePlan")).containsExactlyInAnyOrder("technology",
				"supervisors");
		assertThat(happened(number))
			.contains("«Ejecutar el plan de acción»: Ingeniera Demostración está ausente hasta el "
					+ "27/11/2026; su suplente es Suplente Demostración. Suplente Demostración está ausente hasta el "
					+ "27/11/2026 y no tiene suplente. La puede tomar su grupo.");
	}

	private List<String> happened(CaseNumber number) {
		return this.timeline.entries(number).stream().map(TimelineEntry::text).toList();
	}

	@Test
	@DisplayName("When no manager is there the supervisors' queue gets it, and it says so")
	void nobodyThere() {
		CaseNumber number = workedByTheEngineer();
		this.staff.membersOf(Role.MANAGERS.groupId()).forEach((manager) -> away(manager.id().value(), null));

		this.people.miss(number, ServiceClock.ANSWER);

		assertThat(this.people.task(number, ATTEND).getAssignee()).isNull();
		assertThat(this.people.groups(number, ATTEND)).containsExactly("supervisors");
		assertThat(this.levels.find(number, 2)).map(ReachedLevel::because)
			.hasValueSatisfying((because) -> assertThat(because).contains("No hay nadie disponible en ",
					"pasa a la cola de Supervisión"));
		this.people.complete(number, "supervisor", ATTEND, ATTENDED);
		assertThat(deadline(number, ServiceClock.LEVEL_2).metAt()).isEqualTo(CaseDriver.now());
	}

	@Test
	@DisplayName("Whoever owns the case is not asked to attend to it")
	void notTheOwner() {
		CaseNumber number = workedByTheEngineer();
		this.people.miss(number, ServiceClock.ANSWER);

		this.people.complete(number, "jefa", ATTEND, Forms.with(ATTENDED, "newOwner", "directora"));
		this.people.complete(number, "directora", "userTask_preparePlan", Forms.plan());
		this.people.run(number, "serviceTask_sendMessage");
		this.people.miss(number, ServiceClock.RESOLUTION);

		assertThat(this.escalations.get(number).level()).isEqualTo(3);
		assertThat(this.people.task(number, ATTEND).getAssignee()).isNull();
		assertThat(this.people.groups(number, ATTEND)).containsExactly("directors");
		assertThat(this.levels.find(number, 3)).map(ReachedLevel::because)
			.hasValueSatisfying((because) -> assertThat(because)
				.contains("Directora Demostración está disponible. "
						+ "Directora Demostración lleva el caso, así que no se le pide. Lo recibe el grupo ")
				.doesNotContain("No hay ninguna persona indicada"));
	}

	@Test
	@DisplayName("Nobody answers a Gold customer: one level, one mail each, and the next level when that of the first is over (001-09, 003-08)")
	void oneOmissionOneRung() {
		CaseNumber number = reported(severe());
		assertThat(next(number)).as("until the answer is given, its date").isEqualTo(ServiceClock.ANSWER);

		this.people.miss(number, ServiceClock.ACKNOWLEDGEMENT);
		assertThat(this.escalations.get(number).level()).isEqualTo(2);
		this.people.miss(number, ServiceClock.ANSWER);
		assertThat(this.escalations.get(number).level()).isEqualTo(2);
		assertThat(this.people.tasks(number)).filteredOn(ATTEND::equals).hasSize(1);
		assertThat(next(number)).as("missed, that of the level that acts").isEqualTo(ServiceClock.LEVEL_2);
		assertThat(told(number, "breach-ANSWER-1")).doesNotHaveDuplicates().contains("gerente@escala.example");
		assertThat(mailed(number, "breach-ANSWER-1")).contains("no ha cumplido un plazo.")
			.doesNotContain("sube al nivel");
		this.people.miss(number, ServiceClock.LEVEL_2);

		assertThat(CaseDriver.now()).isEqualTo(MONDAY_AT_TEN.plus(Duration.ofMinutes(210)));
		assertThat(this.escalations.get(number).level()).isEqualTo(3);
		assertThat(next(number)).isEqualTo(ServiceClock.LEVEL_3);
		assertThat(told(number, "breach-LEVEL_2-1")).doesNotHaveDuplicates();
		assertThat(mailed(number, "breach-LEVEL_2-1")).contains("y sube al nivel 3");
		assertThat(watched(number)).doesNotContain(ServiceClock.UPDATE);
	}

	@Test
	@DisplayName("Deadlines that pass within the same minute take the case up once, and one mail tells of all")
	void withinAMinute() {
		CaseNumber number = workedByTheEngineer();
		this.clocks.setDue(number, ServiceClock.RESOLUTION,
				deadline(number, ServiceClock.ANSWER).dueAt().plusSeconds(40), new UserId("supervisor"));

		this.people.miss(number, ServiceClock.ANSWER);
		this.people.miss(number, ServiceClock.RESOLUTION);

		assertThat(this.escalations.get(number).level()).isEqualTo(2);
		assertThat(deadline(number, ServiceClock.RESOLUTION).breachedAt()).isNotNull();
		assertThat(told(number, "breach-ANSWER-1")).contains("jefa@escala.example").doesNotHaveDuplicates();
		assertThat(mailed(number, "breach-ANSWER-1")).contains("Respuesta, Resolución");
		assertThat(told(number, "breach-RESOLUTION-1")).isEmpty();
	}

	@Test
	@DisplayName("After an outage, what was missed meanwhile takes the case up once where one level acts on it")
	void twoAtOnce() {
		CaseNumber number = reported(severe());
		CaseDriver.travelTo(deadline(number, ServiceClock.ANSWER).dueAt());

		for (int step = 0; step < 3; step++) {
			this.people.run(number, ServiceClock.ACKNOWLEDGEMENT);
			this.people.run(number, ServiceClock.ANSWER);
		}

		assertThat(this.escalations.get(number).level()).isEqualTo(2);
		assertThat(levelOf(number, "managers")).isEqualTo(2);
		assertThat(told(number, "breach-ACKNOWLEDGEMENT-1")).doesNotHaveDuplicates().isNotEmpty();
		assertThat(told(number, "breach-ANSWER-1")).doesNotHaveDuplicates().isNotEmpty();
		assertThat(watched(number)).contains(ServiceClock.LEVEL_2).doesNotContain(ServiceClock.LEVEL_3);
	}

	/** What the mail of a step says. */
	private String mailed(CaseNumber number, String step) {
		return this.jdbc.sql(
				"SELECT text_body FROM outbox_message WHERE case_number = ? AND step = ? AND channel = 'EMAIL' LIMIT 1")
			.params(number.value(), step)
			.query(String.class)
			.single();
	}

	private ServiceClock next(CaseNumber number) {
		return this.nextCommunication.deadline(number).map(Deadline::clock).orElseThrow();
	}

	/** The level whose task the group is offered. */
	private Object levelOf(CaseNumber number, String group) {
		Task task = this.engine.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKey(number.value())
			.taskDefinitionKey(ATTEND)
			.taskCandidateGroup(group)
			.singleResult();
		return this.engine.getTaskService().getVariable(task.getId(), "level");
	}

}
