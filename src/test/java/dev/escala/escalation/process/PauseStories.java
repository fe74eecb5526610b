package dev.escala.escalation.process;

import java.time.Instant;
import java.util.Map;

import dev.escala.clock.Deadline;
import dev.escala.clock.DeadlineChange;
import dev.escala.clock.Pause;
import dev.escala.clock.PauseMatter;
import dev.escala.clock.ServiceClock;
import dev.escala.contact.CustomerContacts;
import dev.escala.letter.AskCustomer;
import dev.escala.letter.LetterText;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.validation.ConflictException;
import dev.escala.validation.InvalidInputException;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

abstract class PauseStories extends EscalationStory {

	private static final String REVIEW = "userTask_reviewPause";

	private static final Instant MONDAY_AT_ELEVEN = Instant.parse("2026-11-23T10:00:00Z");

	private static final Instant TUESDAY_AT_ELEVEN = Instant.parse("2026-11-24T10:00:00Z");

	@Autowired
	private PauseMatter pauses;

	@Autowired
	private CustomerContacts contacts;

	@Autowired
	private AskCustomer asking;

	@Test
	@DisplayName("Monday 11:00 to Tuesday 11:00 in pause: the resolution waits nine working hours longer, the update does not")
	void standsStill() {
		CaseNumber number = paused(severe(), "CUSTOMER");
		assertThat(deadline(number, ServiceClock.RESOLUTION).isPaused()).isTrue();
		assertThat(deadline(number, ServiceClock.INVOLVE_PARTIES).isPaused()).isTrue();
		assertThat(deadline(number, ServiceClock.UPDATE).isPaused()).isFalse();
		assertThat(this.people.watchJob(number, ServiceClock.RESOLUTION).isSuspended()).isTrue();
		assertThat(this.people.watchJob(number, ServiceClock.ACTIVITY).isSuspended()).isTrue();
		assertThat(this.people.watchJob(number, ServiceClock.UPDATE).isSuspended()).isFalse();
		assertThat(partiesTimer(number, "event_morePartiesNeeded").isSuspended()).isTrue();
		this.people.runWhenDue(number, "event_firstUpdateDue");
		assertThat(this.people.tasks(number)).contains("userTask_updateCustomer");

		CaseDriver.travelTo(TUESDAY_AT_ELEVEN);
		assertThatThrownBy(() -> this.people.run(number, ServiceClock.RESOLUTION)).hasMessageContaining("stands still");
		this.pauses.resume(number, new UserId("tecnologia"));

		// One hour had counted: fifteen are left, seven of them on Tuesday.
		assertThat(deadline(number, ServiceClock.RESOLUTION).dueAt()).isEqualTo("2026-11-25T16:00:00Z");
		assertThat(deadline(number, ServiceClock.RESOLUTION).warnAt()).isEqualTo("2026-11-25T12:00:00Z");
		assertThat(deadline(number, ServiceClock.INVOLVE_PARTIES).dueAt()).isEqualTo("2026-11-24T17:00:00Z");
		assertThat(this.people.due(number, ServiceClock.RESOLUTION)).isEqualTo("2026-11-25T12:00:00Z");
		assertThat(this.people.due(number, "event_morePartiesNeeded")).isEqualTo("2026-11-24T17:00:00Z");
		assertThat(this.people.watchJob(number, ServiceClock.RESOLUTION).isSuspended()).isFalse();
		assertThat(partiesTimer(number, "event_morePartiesNeeded").isSuspended()).isFalse();
		assertThat(this.people.task(number, "userTask_executePlan").getDueDate())
			.isEqualTo(Instant.parse("2026-11-25T16:00:00Z"));
		assertThat(this.serviceLevels.changes(deadline(number, ServiceClock.RESOLUTION).id()))
			.extracting(DeadlineChange::reason)
			.last()
			.asString()
			.startsWith("Terminó la pausa («Espera al cliente»)");
		assertThat(this.people.instances(number)).noneMatch((instance) -> isWatch(instance, ServiceClock.PAUSE_REVIEW));
		this.people.miss(number, ServiceClock.RESOLUTION);
		assertThat(this.escalations.get(number).level()).isEqualTo(2);
	}

	@Test
	@DisplayName("A case waits for its customer from when the question leaves, never without one, and until the answer (003-14)")
	void asksTheCustomer() {
		CaseNumber number = working(moderate());
		UserId owner = new UserId("tecnologia");
		assertThatThrownBy(() -> this.asking.ask(number, owner,
				new LetterText("note", "Por culpa del proveedor, ¿lo repite?", null, false, false)))
			.hasMessageContaining("Motivo para enviarlo así");

		this.asking.ask(number, owner, new LetterText("note", "¿Su abogado pidió el fichero?", null, false, false));
		assertThat(this.serviceLevels.pauses(number)).isEmpty();
		assertThatExceptionOfType(ConflictException.class)
			.isThrownBy(() -> this.asking.ask(number, owner, new LetterText("note", "¿Y?", null, false, false)))
			.withMessageContaining("Ya hay una pregunta");
		this.people.complete(number, "finanzas", "userTask_readMessage",
				Map.of("messageReading", "sendBack", "readingComment", "Sin abogados."));
		assertThat(this.serviceLevels.pauses(number)).as("nothing was asked").isEmpty();
		this.people.complete(number, "tecnologia", "userTask_correctMessage",
				Map.of("messageText", "¿Nos manda el fichero de marzo?"));
		this.people.complete(number, "finanzas", "userTask_readMessage", Map.of("messageReading", "approved"));
		this.people.run(number, "serviceTask_sendMessage");

		assertThat(this.pauses.question(number)).contains("¿Nos manda el fichero de marzo?");
		assertThat(told(number, "question-1")).containsExactly("compras@norte.example");
		assertThat(deadline(number, ServiceClock.RESOLUTION).isPaused()).isTrue();
		assertThatExceptionOfType(ConflictException.class)
			.isThrownBy(() -> this.asking.ask(number, owner, new LetterText("note", "¿Y?", null, false, false)))
			.withMessageContaining("ya está en pausa");
		this.contacts.add(number, UserId.CUSTOMER, "Aquí está.");
		assertThat(this.pauses.question(number)).isEmpty();
		assertThat(deadline(number, ServiceClock.RESOLUTION).isPaused()).isFalse();
	}

	@Test
	@DisplayName("The customer's contact ends the pause that waited for the customer, and no other")
	void resumedByTheCustomer() {
		CaseNumber customer = paused(moderate(), "CUSTOMER");
		CaseNumber supplier = paused(moderate(), "SUPPLIER");
		CaseDriver.travelTo(TUESDAY_AT_ELEVEN);

		this.contacts.add(customer, new UserId("agente"), "Ya mandaron el fichero.");
		this.contacts.add(supplier, new UserId("agente"), "Preguntan cómo va.");

		assertThat(this.serviceLevels.pauses(customer)).singleElement()
			.satisfies((pause) -> assertThat(pause.endedAt()).isEqualTo(TUESDAY_AT_ELEVEN));
		assertThat(this.people.watchJob(customer, ServiceClock.RESOLUTION).isSuspended()).isFalse();
		assertThat(this.serviceLevels.pauses(supplier)).singleElement().matches(Pause::isOpen);
		assertThat(this.people.watchJob(supplier, ServiceClock.RESOLUTION).isSuspended()).isTrue();
		assertThat(watched(customer)).doesNotContain(ServiceClock.PAUSE_REVIEW);
		assertThat(watched(supplier)).contains(ServiceClock.PAUSE_REVIEW);
	}

	@Test
	@DisplayName("After the limit the owner is asked: the case waits on with a reason, and goes on the next time")
	void ownerIsAsked() {
		CaseNumber number = paused(severe(), "SUPPLIER");

		this.people.runWhenDue(number, ServiceClock.PAUSE_REVIEW);
		assertThat(this.people.task(number, REVIEW).getAssignee()).isEqualTo("tecnologia");
		assertThat(this.people.task(number, REVIEW).getDueDate())
			.isEqualTo(deadline(number, ServiceClock.PAUSE_REVIEW).dueAt());
		assertThatThrownBy(() -> this.people.complete(number, "tecnologia", REVIEW, Map.of("pauseOutcome", "wait")))
			.hasMessageContaining("Explique por qué el caso debe seguir esperando");
		this.people.complete(number, "tecnologia", REVIEW,
				Map.of("pauseOutcome", "wait", "pauseNote", "El proveedor pide un día más."));
		assertThat(deadline(number, ServiceClock.RESOLUTION).isPaused()).isTrue();
		assertThat(deadline(number, ServiceClock.PAUSE_REVIEW).run()).isEqualTo(2);
		this.people.runWhenDue(number, ServiceClock.PAUSE_REVIEW);
		this.people.complete(number, "tecnologia", REVIEW, Map.of("pauseOutcome", "resume"));

		assertThat(deadline(number, ServiceClock.RESOLUTION).isPaused()).isFalse();
		assertThat(this.people.watchJob(number, ServiceClock.RESOLUTION).isSuspended()).isFalse();
		assertThat(this.people.passed(number)).contains("event_endStillWaiting", "event_endResumed");
		assertThat(watched(number)).doesNotContain(ServiceClock.PAUSE_REVIEW);
		assertThat(this.people.tasks(number)).containsExactly("userTask_executePlan");
	}

	@Test
	@DisplayName("A question that nobody answered in time disappears when the case is resumed")
	void resumedAfterTheQuestion() {
		CaseNumber number = paused(severe(), "SUPPLIER");
		this.people.runWhenDue(number, ServiceClock.PAUSE_REVIEW);
		CaseDriver.travelTo(deadline(number, ServiceClock.PAUSE_REVIEW).dueAt().plusSeconds(60));

		this.pauses.resume(number, new UserId("tecnologia"));

		assertThat(this.people.tasks(number)).doesNotContain(REVIEW);
		assertThat(watched(number)).doesNotContain(ServiceClock.PAUSE_REVIEW);
		assertThat(this.escalations.get(number).level()).isEqualTo(1);
	}

	@Test
	@DisplayName("A case is paused once at a time, with a reason, and only a paused one is resumed")
	void refused() {
		CaseNumber number = paused(severe(), "EVIDENCE");

		assertThatExceptionOfType(ConflictException.class)
			.isThrownBy(() -> this.pauses.pause(number, new UserId("tecnologia"), "CUSTOMER", "Otra cosa."))
			.withMessage(number + " ya está en pausa: Espera pruebas o datos.");
		assertThat(this.serviceLevels.pauses(number)).hasSize(1);
		this.pauses.resume(number, new UserId("tecnologia"));
		assertThatExceptionOfType(ConflictException.class)
			.isThrownBy(() -> this.pauses.resume(number, new UserId("tecnologia")))
			.withMessage(number + " no está en pausa.");
		assertThatExceptionOfType(InvalidInputException.class)
			.isThrownBy(() -> this.pauses.pause(number, new UserId("tecnologia"), "RESOLVED", "Ya está."))
			.withMessageContaining("declare la resolución");
	}

	@Test
	@DisplayName("A case that is withdrawn while it waits leaves nothing behind")
	void withdrawnWhilePaused(@Autowired dev.escala.escalation.course.EndCase endings) {
		CaseNumber number = paused(severe(), "CUSTOMER");

		endings.withdraw(number, new UserId("agente"), "Ya no hace falta.");
		this.people.run(number, "serviceTask_announceWithdrawal");

		assertThat(this.people.left(number)).isEmpty();
		assertThat(this.serviceLevels.pauses(number)).noneMatch(Pause::isOpen);
	}

	@Test
	@DisplayName("A warning that a node had in hands when the case was paused warns nobody, and waits again until it is time")
	void warningAcquiredBeforeThePause() {
		CaseNumber number = paused(severe(), "CUSTOMER");
		Job acquired = this.people.watchJob(number, ServiceClock.RESOLUTION);
		CaseDriver.travelTo(TUESDAY_AT_ELEVEN);

		this.engine.getManagementService().executeJob(acquired.getId());

		assertThat(told(number, "near-RESOLUTION-1")).isEmpty();
		assertThat(deadline(number, ServiceClock.RESOLUTION).state().warnedAt()).isNull();
		Job again = this.people.watchJob(number, ServiceClock.RESOLUTION);
		assertThat(again.isSuspended()).isTrue();
		this.pauses.resume(number, new UserId("tecnologia"));
		assertThat(this.people.due(number, ServiceClock.RESOLUTION))
			.isEqualTo(deadline(number, ServiceClock.RESOLUTION).warnAt());
		this.engine.getManagementService().executeJob(again.getId());
		assertThat(told(number, "near-RESOLUTION-1")).as("not before its time either").isEmpty();
		this.people.miss(number, ServiceClock.RESOLUTION);
		assertThat(told(number, "near-RESOLUTION-1")).contains("tecnologia@escala.example").doesNotHaveDuplicates();
		assertThat(deadline(number, ServiceClock.RESOLUTION).state().warnedAt())
			.isEqualTo(deadline(number, ServiceClock.RESOLUTION).warnAt());
	}

	@Test
	@DisplayName("More parties are not involved in a case that was paused at that moment, but when the date comes again")
	void partiesAcquiredBeforeThePause() {
		CaseNumber number = paused(severe(), "CUSTOMER");
		CaseDriver.travelTo(TUESDAY_AT_ELEVEN);
		this.engine.getManagementService().executeJob(partiesTimer(number, "event_morePartiesNeeded").getId());

		this.people.run(number, "serviceTask_involveParties");

		assertThat(told(number, "more-parties")).isEmpty();
		assertThat(deadline(number, ServiceClock.INVOLVE_PARTIES).isPaused()).isTrue();
		assertThat(partiesTimer(number, "event_partiesDueAgain").isSuspended()).isTrue();
		this.pauses.resume(number, new UserId("tecnologia"));
		assertThat(partiesTimer(number, "event_partiesDueAgain").isSuspended()).isFalse();
		assertThat(this.people.due(number, "event_partiesDueAgain"))
			.isEqualTo(deadline(number, ServiceClock.INVOLVE_PARTIES).dueAt());
		this.people.runWhenDue(number, "event_partiesDueAgain");
		this.people.run(number, "serviceTask_involveParties");
		assertThat(told(number, "more-parties")).contains("gerente@escala.example").doesNotHaveDuplicates();
		assertThat(deadline(number, ServiceClock.INVOLVE_PARTIES).isMissed()).isFalse();
		assertThat(this.people.jobs(number)).doesNotContain("event_partiesDueAgain", "serviceTask_involveParties");
	}

	@Test
	@DisplayName("A clock that is met while it stands still gets its final date, and the change is recorded with its reason")
	void metWhilePaused() {
		CaseNumber number = paused(severe(), "CUSTOMER");
		Instant before = deadline(number, ServiceClock.RESOLUTION).dueAt();
		CaseDriver.travelTo(TUESDAY_AT_ELEVEN);

		this.serviceLevels.meet(number, ServiceClock.RESOLUTION);

		Deadline met = deadline(number, ServiceClock.RESOLUTION);
		assertThat(met.dueAt()).isEqualTo("2026-11-25T16:00:00Z").isAfter(before);
		assertThat(met.isMissed()).isFalse();
		assertThat(this.serviceLevels.changes(met.id())).last().satisfies((change) -> {
			assertThat(change.dueBefore()).isEqualTo(before);
			assertThat(change.dueAfter()).isEqualTo(met.dueAt());
			assertThat(change.changedAt()).isEqualTo(TUESDAY_AT_ELEVEN);
			assertThat(change.actor()).isEqualTo(UserId.SYSTEM);
			assertThat(change.reason()).isEqualTo("Se cumplió en pausa: el tiempo en pausa no contó.");
		});
	}

	/** A case in work that waits since Monday at eleven. */
	private CaseNumber paused(Map<String, Object> form, String reason) {
		CaseDriver.travelTo(MONDAY_AT_TEN);
		CaseNumber number = working(form);
		CaseDriver.travelTo(MONDAY_AT_ELEVEN);
		this.pauses.pause(number, new UserId("tecnologia"), reason, "Falta el fichero de marzo.");
		return number;
	}

	private Job partiesTimer(CaseNumber number, String event) {
		return this.engine.getManagementService()
			.createJobQuery()
			.processInstanceId(this.people.process(number).getId())
			.activityId(event)
			.singleResult();
	}

	private boolean isWatch(String instance, ServiceClock clock) {
		return clock.name().equals(this.engine.getRuntimeService().getVariable(instance, "clock"));
	}

}
