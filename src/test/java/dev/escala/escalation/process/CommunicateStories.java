package dev.escala.escalation.process;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.escala.calendar.CalendarAdministration;
import dev.escala.calendar.CalendarAssignments;
import dev.escala.calendar.SaveCalendar;
import dev.escala.calendar.WeekHours;
import dev.escala.clock.Deadline;
import dev.escala.clock.ServiceClock;
import dev.escala.customer.Customer;
import dev.escala.customer.SaveCustomer;
import dev.escala.escalation.Outcome;
import dev.escala.letter.LetterText;
import dev.escala.letter.WriteToCustomer;
import dev.escala.matter.MatterNote;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.support.Forms;
import dev.escala.support.StaffClient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

abstract class CommunicateStories extends EscalationStory {

	@Autowired
	private WriteToCustomer writing;

	@Autowired
	private CalendarAdministration calendars;

	@Autowired
	private CalendarAssignments assignments;

	private static final String UPDATE = "userTask_updateCustomer";

	private static final Map<String, Object> MESSAGE = Map.of("customerMessage", "Seguimos con ello.");

	@Test
	@DisplayName("Before the first hour is over a timer tells everybody, even if nobody took the case, and nobody twice (001-19)")
	void firstHour() {
		CaseNumber number = reported(severe());

		this.people.runWhenDue(number, "event_firstHourEnding");
		this.people.run(number, "serviceTask_announceWithinHour");
		List<String> told = told(number, "announcement");
		assertThat(deadline(number, ServiceClock.FIRST_NOTICE).metAt())
			.isEqualTo(MONDAY_AT_TEN.plus(Duration.ofMinutes(45)));
		assertThat(this.people.tasks(number)).containsExactly("userTask_takeOver");
		this.people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
		this.people.run(number, "serviceTask_announceEscalation");

		assertThat(told)
			.contains("compras@norte.example", "supervisor@escala.example", "gerente@escala.example",
					"ejecutivo@escala.example")
			.doesNotHaveDuplicates();
		// The owner has just become one of those who should know; nobody hears it again.
		assertThat(told(number, "announcement")).containsAll(told)
			.doesNotHaveDuplicates()
			.hasSize(told.size() + 1)
			.contains("tecnologia@escala.example");
		assertThatCase(number).isWaitingAt("userTask_preparePlan").hasPassed("event_firstHourTold");
	}

	@Test
	@DisplayName("Where everybody was told at once, the first hour has no timer any more")
	void toldAtOnce() {
		CaseNumber number = reported(moderate());
		assertThat(this.people.jobs(number)).contains("event_firstHourEnding");

		this.people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
		this.people.run(number, "serviceTask_announceEscalation");

		assertThat(this.people.jobs(number)).doesNotContain("event_firstHourEnding");
		assertThat(watched(number)).doesNotContain(ServiceClock.FIRST_NOTICE, ServiceClock.ACKNOWLEDGEMENT);
		assertThatCase(number).hasNotPassed("serviceTask_announceWithinHour");
	}

	@Test
	@DisplayName("The plan reaches the customer and answers them in time (001-21)")
	void planAnswers() {
		CaseNumber number = planning(moderate());

		assertThatThrownBy(() -> this.people.complete(number, "tecnologia", "userTask_preparePlan",
				Forms.with(Forms.plan(), "planSteps", " ", "planDays", 61, "customerMessage", "")))
			.hasMessageContaining("Faltan los pasos del plan")
			.hasMessageContaining("de 1 a 60")
			.hasMessageContaining("qué le diremos al cliente");
		assertThat(this.escalations.latestPlan(number)).isEmpty();
		this.people.complete(number, "tecnologia", "userTask_preparePlan", Forms.plan());
		this.people.run(number, "serviceTask_sendMessage");

		assertThat(this.escalations.latestPlan(number)).hasValueSatisfying((plan) -> {
			assertThat(plan.version()).isEqualTo(1);
			assertThat(plan.steps()).containsExactly("Revisar la cola de salida", "Reenviar las facturas");
			assertThat(plan.workingDays()).isEqualTo(2);
			assertThat(plan.author()).isEqualTo(new UserId("tecnologia"));
		});
		assertThat(told(number, "plan")).containsExactly("compras@norte.example");
		assertThat(deadline(number, ServiceClock.ANSWER).metAt()).isEqualTo(MONDAY_AT_TEN);
		assertThat(this.people.jobs(number)).containsExactly("event_firstUpdateDue", "event_morePartiesNeeded",
				"event_noActivity", "event_warningDue", "event_warningDue");
		assertThat(watched(number)).containsExactlyInAnyOrder(ServiceClock.UPDATE, ServiceClock.RESOLUTION,
				ServiceClock.ACTIVITY);
		assertThatCase(number).isWaitingAt("userTask_executePlan");
	}

	@Test
	@DisplayName("A contact with a zone of their own reads dates in it, in mails and on the page, whatever the customer's calendar")
	void contactsZone() {
		Customer north = this.customers.findByCode("NORTE").orElseThrow();
		this.customers.replace(new SaveCustomer("NORTE", north.name(), north.tier(), "es",
				List.of(new Customer.Contact("Compras", "compras@norte.example", null, true, "America/Mexico_City")),
				north.services()));
		try {
			CaseDriver.travelTo(MONDAY_AT_TEN.plus(Duration.ofHours(5)));
			CaseNumber number = reported(severe());
			this.people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
			this.people.run(number, "serviceTask_announceEscalation");

			String mail = text(number, "announcement", "compras@norte.example");
			assertThat(mail).contains("lunes 23 de noviembre, 11:00 (hora central)").doesNotContain("18:00");
			assertThat(StaffClient.anonymous(this.port)
				.send("GET", mail.replaceAll("(?s).*(/seguimiento/\\S+).*", "$1"))
				.body()).contains("lunes 23 de noviembre, 11:00 (hora central)");
		}
		finally {
			this.customers.replace(
					new SaveCustomer("NORTE", north.name(), north.tier(), "es", north.contacts(), north.services()));
		}
	}

	@Test
	@DisplayName("A customer in Bogotá reads dates in the time of Bogotá, named, in mails and on the page; colleagues read ours")
	void readersZone() {
		List<String> hours = List.of("08:00-17:00");
		this.calendars.create(new SaveCalendar("bogota-mails", "Bogotá", "America/Bogota",
				new WeekHours(hours, hours, hours, hours, hours, List.of(), List.of()), "co", null, List.of()));
		this.assignments.assignCustomer("bogota-mails", "NORTE");
		try {
			CaseDriver.travelTo(MONDAY_AT_TEN.plus(Duration.ofHours(5)));
			CaseNumber number = reported(severe());
			this.people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
			this.people.run(number, "serviceTask_announceEscalation");

			assertThat(deadline(number, ServiceClock.ANSWER).dueAt()).isEqualTo("2026-11-23T17:00:00Z");
			String mail = text(number, "announcement", "compras@norte.example");
			assertThat(mail).contains("lunes 23 de noviembre, 12:00 (hora de Colombia)").doesNotContain("18:00");
			assertThat(StaffClient.anonymous(this.port)
				.send("GET", mail.replaceAll("(?s).*(/seguimiento/\\S+).*", "$1"))
				.body()).contains("lunes 23 de noviembre, 12:00 (hora de Colombia)");
			this.people.miss(number, ServiceClock.ANSWER);
			assertThat(text(number, "breach-ANSWER-1", "gerente@escala.example"))
				.contains("lunes 23 de noviembre, 18:00")
				.doesNotContain("Colombia");
		}
		finally {
			this.assignments.removeCustomer("bogota-mails", "NORTE");
		}
	}

	private String text(CaseNumber number, String step, String recipient) {
		return this.jdbc
			.sql("SELECT text_body FROM outbox_message WHERE case_number = ? AND step = ? AND recipient = ?")
			.params(number.value(), step, recipient)
			.query(String.class)
			.single();
	}

	@Test
	@DisplayName("The customer is kept informed until the case is resolved, when the open update is dropped (001-20, 003-08, 004-44)")
	void keptInformed() {
		CaseNumber number = working(moderate());

		this.people.runWhenDue(number, "event_firstUpdateDue");
		assertThatThrownBy(() -> this.people.complete(number, "tecnologia", UPDATE, Map.of("customerMessage", "  ")))
			.hasMessageContaining("Falta");
		this.people.complete(number, "tecnologia", UPDATE, MESSAGE);
		this.people.run(number, "serviceTask_sendMessage");
		Instant next = this.people.due(number, "event_nextUpdateDue");
		assertThat(next).isEqualTo(deadline(number, ServiceClock.UPDATE).warnAt()).isAfter(CaseDriver.now());
		this.people.runWhenDue(number, "event_nextUpdateDue");
		assertThat(this.people.tasks(number)).containsExactlyInAnyOrder("userTask_executePlan", UPDATE);
		resolve(number, "tecnologia");

		assertThat(this.people.tasks(number)).containsExactly("userTask_checkClosing");
		assertThatCase(number).hasPassed("event_resolvedMeanwhile", "event_updateDropped")
			.hasNotPassed("event_updatesEnded");
		assertThat(told(number, "update-1")).containsExactly("compras@norte.example");
		assertThat(told(number, "update-2")).isEmpty();
		assertThat(this.notes.notes(number)).filteredOn((note) -> note.kind() == MatterNote.Kind.UPDATE).hasSize(1);
		this.people.complete(number, "tecnologia", "userTask_checkClosing", Forms.closing());
		this.people.run(number, "serviceTask_closeCase");
		assertEnded(number, Outcome.CLOSED_WITHOUT_RCA, "event_endClosedWithoutRca");
	}

	@Test
	@DisplayName("An update that was due just before the case was resolved asks nobody any more")
	void resolvedBetween() {
		CaseNumber number = working(moderate());
		CaseDriver.travelTo(deadline(number, ServiceClock.UPDATE).dueAt().plusSeconds(1));

		resolve(number, "tecnologia");
		this.people.run(number, "event_firstUpdateDue");

		assertThatCase(number).hasPassed("event_updatesEnded").hasNotPassed(UPDATE, "event_updateDropped");
		assertThat(this.people.tasks(number)).containsExactly("userTask_checkClosing");
		assertThat(told(number, "update-1")).isEmpty();
	}

	@Test
	@DisplayName("A case that is resolved between two updates has no timer for the next one")
	void noUpdateAfterwards() {
		CaseNumber number = working(moderate());
		this.people.runWhenDue(number, "event_firstUpdateDue");
		this.people.complete(number, "tecnologia", UPDATE, MESSAGE);
		this.people.run(number, "serviceTask_sendMessage");

		resolve(number, "tecnologia");

		assertThat(this.people.jobs(number)).containsExactly("event_noActivity", "event_warningDue");
		assertThat(watched(number)).containsExactlyInAnyOrder(ServiceClock.CLOSING, ServiceClock.ACTIVITY);
		assertThat(this.people.tasks(number)).containsExactly("userTask_checkClosing");
		this.people.complete(number, "tecnologia", "userTask_checkClosing", Forms.closing());
		this.people.run(number, "serviceTask_closeCase");
		assertEnded(number, Outcome.CLOSED_WITHOUT_RCA, "event_endClosedWithoutRca");
	}

	@Test
	@DisplayName("An update that is late goes up a level by itself, and the next date counts from when it is sent")
	void lateUpdate() {
		CaseNumber number = working(moderate());
		this.people.runWhenDue(number, "event_firstUpdateDue");

		this.people.miss(number, ServiceClock.UPDATE);
		int late = deadline(number, ServiceClock.UPDATE).run();
		assertThat(this.escalations.get(number).level()).isEqualTo(2);
		assertThat(told(number, "breach-UPDATE-" + late)).contains("gerente@escala.example");
		this.people.complete(number, "tecnologia", UPDATE, MESSAGE);
		this.people.run(number, "serviceTask_sendMessage");

		Deadline next = deadline(number, ServiceClock.UPDATE);
		assertThat(next.run()).isEqualTo(late + 1);
		assertThat(next.startedAt()).isEqualTo(CaseDriver.now());
	}

	@Test
	@DisplayName("Behind the recovery the customer hears of the closing in time: news start its clock again, silence goes up (003-08, 004-44)")
	void newsOfTheClosing() {
		CaseNumber number = closing(moderate());
		Deadline first = deadline(number, ServiceClock.CLOSING);
		assertThat(first.startedAt()).isEqualTo(CaseDriver.now());
		CaseDriver.travel(Duration.ofHours(20));

		this.writing.write(number, new UserId("tecnologia"), new LetterText("message",
				"Su factura ya llega. El informe está listo el viernes.", null, false, false));
		this.people.run(number, "serviceTask_sendMessage");
		assertThat(deadline(number, ServiceClock.CLOSING).startedAt()).isEqualTo(CaseDriver.now());
		assertThat(told(number, "update-1")).containsExactly("compras@norte.example");
		this.people.miss(number, ServiceClock.CLOSING);

		assertThat(this.escalations.get(number).level()).isEqualTo(2);
		assertThat(told(number, "breach-CLOSING-2")).contains("gerente@escala.example");
	}

}
