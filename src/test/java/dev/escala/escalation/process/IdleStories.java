package dev.escala.escalation.process;

import java.time.Instant;
import java.util.List;

import dev.escala.access.Role;
import dev.escala.clock.PauseMatter;
import dev.escala.clock.ServiceClock;
import dev.escala.contact.CustomerContacts;
import dev.escala.escalation.CaseDetail;
import dev.escala.escalation.course.CaseFile;
import dev.escala.escalation.course.CaseProgress;
import dev.escala.handover.GiveTask;
import dev.escala.notification.OutboxMessage;
import dev.escala.owner.MatterOwner;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.support.Forms;
import dev.escala.timeline.Timeline;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A severe case of which nothing is heard: its owner is reminded after four and a half
 * working hours, and after nine it goes back to the queue.
 */
abstract class IdleStories extends EscalationStory {

	@Autowired
	private MatterOwner owner;

	private static final String PLAN = "userTask_preparePlan";

	@Autowired
	private CustomerContacts contacts;

	@Autowired
	private GiveTask giving;

	@Autowired
	private CaseProgress progress;

	@Autowired
	private PauseMatter pauses;

	@Autowired
	private CaseFile file;

	@Autowired
	private Timeline timeline;

	@Test
	@DisplayName("Untouched since Monday 10:00: reminded at 14:30, in the queue on Tuesday 10:00, and whoever takes it owns it")
	void released() {
		CaseNumber number = planning(severe());
		assertThat(this.people.due(number, ServiceClock.ACTIVITY)).isEqualTo("2026-11-23T13:30:00Z");

		this.people.runWhenDue(number, ServiceClock.ACTIVITY);
		assertThat(reminders(number)).containsExactly("tecnologia@escala.example");
		assertThat(this.people.task(number, PLAN).getAssignee()).isEqualTo("tecnologia");
		assertThat(this.people.due(number, ServiceClock.ACTIVITY)).isEqualTo("2026-11-24T09:00:00Z");
		this.people.runWhenDue(number, ServiceClock.ACTIVITY);

		assertThat(reminders(number)).hasSize(1);
		assertThat(this.escalations.get(number).ownerId()).isNull();
		assertThat(this.people.task(number, PLAN).getAssignee()).isNull();
		assertThat(this.people.groups(number, PLAN)).containsExactlyInAnyOrder("technology", "supervisors");
		assertThat(this.people.passed(number)).contains("event_endReleased");
		assertThat(watched(number)).doesNotContain(ServiceClock.ACTIVITY);
		assertThat(this.escalations.get(number).level()).isEqualTo(1);
		this.people.person("colega", Role.TECHNOLOGY);
		this.people.complete(number, "colega", PLAN, Forms.plan());
		this.people.run(number, "serviceTask_sendMessage");

		assertThat(this.escalations.get(number).ownerId()).isEqualTo(new UserId("colega"));
		assertThat(this.people.task(number, "userTask_executePlan").getAssignee()).isEqualTo("colega");
		assertThat(deadline(number, ServiceClock.ACTIVITY).run()).isEqualTo(2);
		assertThat(watched(number)).contains(ServiceClock.ACTIVITY);
	}

	@Test
	@DisplayName("Whatever somebody does starts it again: before the reminder and after it")
	void touched() {
		CaseNumber number = planning(severe());
		CaseDriver.travelTo(Instant.parse("2026-11-23T11:00:00Z"));
		this.contacts.add(number, new UserId("agente"), "¿Cómo va?");

		this.people.runWhenDue(number, ServiceClock.ACTIVITY);
		assertThat(reminders(number)).isEmpty();
		assertThat(this.people.due(number, ServiceClock.ACTIVITY)).isEqualTo("2026-11-23T15:30:00Z");
		this.people.runWhenDue(number, ServiceClock.ACTIVITY);
		assertThat(reminders(number)).hasSize(1);
		CaseDriver.travelTo(Instant.parse("2026-11-23T16:00:00Z"));
		this.contacts.add(number, new UserId("agente"), "Insisten.");
		this.people.runWhenDue(number, ServiceClock.ACTIVITY);

		assertThat(this.escalations.get(number).ownerId()).isEqualTo(new UserId("tecnologia"));
		assertThat(this.people.task(number, PLAN).getAssignee()).isEqualTo("tecnologia");
		assertThat(this.people.due(number, ServiceClock.ACTIVITY)).isEqualTo("2026-11-24T11:30:00Z");
		this.people.runWhenDue(number, ServiceClock.ACTIVITY);
		assertThat(reminders(number)).hasSize(2);
		this.people.runWhenDue(number, ServiceClock.ACTIVITY);
		assertThat(this.escalations.get(number).ownerId()).isNull();
	}

	@Test
	@DisplayName("A new owner who came too late to stop the clock begins with a clock of their own")
	void newOwnerAfterTheLimit() {
		CaseNumber number = planning(severe());
		CaseDriver.travelTo(deadline(number, ServiceClock.ACTIVITY).dueAt().plusSeconds(60));

		this.owner.reassign(number, new UserId("gerente"), new UserId("finanzas"));

		assertThat(this.people.watchJob(number, ServiceClock.ACTIVITY).getDuedate()).isAfter(CaseDriver.now());
		assertThat(deadline(number, ServiceClock.ACTIVITY).run()).isEqualTo(2);
		assertThat(this.escalations.get(number).ownerId()).isEqualTo(new UserId("finanzas"));
	}

	@Test
	@DisplayName("A case that waits for somebody else is not idle")
	void notWhilePaused() {
		CaseNumber number = working(severe());
		this.pauses.pause(number, new UserId("tecnologia"), "SUPPLIER", "El repuesto.");

		assertThat(this.people.watchJob(number, ServiceClock.ACTIVITY).isSuspended()).isTrue();
	}

	@Test
	@DisplayName("A new owner gets the open tasks of the old one, also those beside the work, and nobody else's")
	void newOwnerGetsTheTasks() {
		CaseNumber number = working(severe());
		this.contacts.add(number, new UserId("agente"), "¿Cómo va?");
		this.pauses.pause(number, new UserId("tecnologia"), "SUPPLIER", "El repuesto.");
		this.people.runWhenDue(number, ServiceClock.PAUSE_REVIEW);
		this.people.miss(number, ServiceClock.CONTACT_REPLY);
		Task breach = this.people.task(number, "userTask_attendBreach");
		this.people.as("gerente", () -> {
			this.engine.getTaskService().claim(breach.getId(), "gerente");
			return null;
		});

		this.owner.reassign(number, new UserId("gerente"), new UserId("finanzas"));

		for (String task : List.of("userTask_executePlan", "userTask_replyToContact", "userTask_reviewPause")) {
			assertThat(this.people.task(number, task).getAssignee()).as(task).isEqualTo("finanzas");
		}
		assertThat(this.people.task(number, "userTask_attendBreach").getAssignee()).isEqualTo("gerente");
	}

	@Test
	@DisplayName("While others verify what the owner did, nobody is reminded and nobody loses the case; it counts again when it comes back")
	void notWhileOthersHaveIt() {
		CaseNumber number = working(severe());
		this.people.complete(number, "tecnologia", "userTask_executePlan", Forms.progress("done"));

		this.people.runWhenDue(number, ServiceClock.ACTIVITY);
		assertThat(CaseDriver.now()).isEqualTo("2026-11-23T13:30:00Z");
		assertThat(this.people.due(number, ServiceClock.ACTIVITY)).isEqualTo("2026-11-24T09:00:00Z");
		this.people.runWhenDue(number, ServiceClock.ACTIVITY);
		assertThat(this.people.due(number, ServiceClock.ACTIVITY)).isEqualTo("2026-11-24T13:30:00Z");
		assertThat(reminders(number)).isEmpty();
		assertThat(this.escalations.get(number).ownerId()).isEqualTo(new UserId("tecnologia"));

		CaseDriver.travelTo(Instant.parse("2026-11-24T11:00:00Z"));
		this.people.complete(number, "gerente", "userTask_declareResolution", Forms.declared("no"));
		this.people.runWhenDue(number, ServiceClock.ACTIVITY);
		assertThat(reminders(number)).isEmpty();
		assertThat(this.people.due(number, ServiceClock.ACTIVITY)).isEqualTo("2026-11-24T15:30:00Z");
		this.people.runWhenDue(number, ServiceClock.ACTIVITY);
		assertThat(reminders(number)).containsExactly("tecnologia@escala.example");
		this.people.runWhenDue(number, ServiceClock.ACTIVITY);
		assertThat(this.escalations.get(number).ownerId()).isNull();
	}

	@Test
	@DisplayName("An owner whose task was put back into the queue still has the case, and is reminded of it")
	void putBack() {
		CaseNumber number = planning(severe());
		assign(number, "supervisor", null);

		this.people.runWhenDue(number, ServiceClock.ACTIVITY);
		assertThat(reminders(number)).containsExactly("tecnologia@escala.example");
		this.people.runWhenDue(number, ServiceClock.ACTIVITY);

		assertThat(this.escalations.get(number).ownerId()).isNull();
	}

	@Test
	@DisplayName("Once the closing was checked the owner has nothing left to do, unless something comes up")
	void notAfterTheClosingWasChecked() {
		CaseNumber number = analysing(severe());
		assertThat(deadline(number, ServiceClock.ACTIVITY).metAt()).isEqualTo(CaseDriver.now());
		assertThat(watched(number)).doesNotContain(ServiceClock.ACTIVITY);

		this.file.addDetails(number, new UserId("agente"), CaseDetail.Kind.CUSTOMER_ISSUE, List.of("Falta el abono"));
		analyse(number);
		this.people.run(number, "serviceTask_closeCase");

		assertThat(this.people.tasks(number)).containsExactly("userTask_checkClosing");
		this.people.runWhenDue(number, ServiceClock.ACTIVITY);
		assertThat(reminders(number)).containsExactly("tecnologia@escala.example");
		this.people.runWhenDue(number, ServiceClock.ACTIVITY);
		assertThat(this.escalations.get(number).ownerId()).isNull();
	}

	@Test
	@DisplayName("Whoever is given an owner's task from the queue owns the case; while somebody owns it, only the task changes hands")
	void assignedFromTheQueue() {
		CaseNumber number = planning(severe());
		this.people.person("colega", Role.TECHNOLOGY);
		assign(number, "supervisor", "colega");
		assertThat(this.escalations.get(number).ownerId()).isEqualTo(new UserId("tecnologia"));
		assign(number, "supervisor", "tecnologia");
		this.people.runWhenDue(number, ServiceClock.ACTIVITY);
		this.people.runWhenDue(number, ServiceClock.ACTIVITY);
		assertThat(this.escalations.get(number).ownerId()).isNull();

		assign(number, "supervisor", "colega");

		assertThat(this.escalations.get(number).ownerId()).isEqualTo(new UserId("colega"));
		assertThat(watched(number)).contains(ServiceClock.ACTIVITY);
		assertThat(this.timeline.entries(number)).anySatisfy((entry) -> {
			assertThat(entry.actor()).isEqualTo(new UserId("supervisor"));
			assertThat(entry.text()).isEqualTo("Nombró responsable a Colega Demostración.");
		});
		this.people.complete(number, "colega", PLAN, Forms.plan());
		this.people.run(number, "serviceTask_sendMessage");
		assertThat(this.people.task(number, "userTask_executePlan").getAssignee()).isEqualTo("colega");
	}

	private void assign(CaseNumber number, String by, String to) {
		this.people.as(by, () -> {
			String task = this.people.task(number, PLAN).getId();
			if (to == null) {
				this.giving.free(task, "Está de baja.");
			}
			else {
				this.giving.give(task, to, "Hace falta ahora.");
			}
			return null;
		});
	}

	private List<String> reminders(CaseNumber number) {
		return this.outbox.messages(number)
			.stream()
			.filter((message) -> message.step().startsWith("untouched-"))
			.map(OutboxMessage::recipient)
			.toList();
	}

}
