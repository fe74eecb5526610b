package dev.escala.escalation.process;

import java.time.Duration;
import java.util.Map;

import dev.escala.clock.Deadline;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.explanation.ClockExplanations;
import dev.escala.clock.explanation.ClockStatus;
import dev.escala.escalation.Outcome;
import dev.escala.escalation.Phase;
import dev.escala.level.Levels;
import dev.escala.matter.MatterNote;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.support.Forms;
import dev.escala.support.InternalTexts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

abstract class DeadlineStories extends EscalationStory {

	private static final String ATTEND = "userTask_attendBreach";

	private static final String TAKE_OVER = "userTask_takeOver";

	private static final Map<String, Object> ATTENDED = Map.of("breachNote", "Se llama al turno de tarde.");

	@Autowired
	private ClockExplanations explanations;

	@Test
	@DisplayName("A case that nobody acknowledged goes to the managers while its group can still take it")
	void acknowledgementMissed() {
		CaseNumber number = reported(severe());

		this.people.miss(number, ServiceClock.ACKNOWLEDGEMENT);

		assertThat(this.people.tasks(number)).containsExactlyInAnyOrder(TAKE_OVER, ATTEND);
		assertThat(this.people.groups(number, ATTEND)).containsExactly("managers");
		assertThat(this.escalations.get(number).level()).isEqualTo(2);
		assertThat(deadline(number, ServiceClock.ACKNOWLEDGEMENT).breachedAt())
			.isEqualTo(MONDAY_AT_TEN.plus(Duration.ofHours(1)));
		assertThat(told(number, "breach-ACKNOWLEDGEMENT-1"))
			.contains("supervisor@escala.example", "gerente@escala.example")
			.doesNotHaveDuplicates();
		this.people.complete(number, "tecnologia", TAKE_OVER, Forms.takeOver());
		this.people.complete(number, "gerente", ATTEND, ATTENDED);
		assertThat(this.escalations.get(number).phase()).isEqualTo(Phase.COMMUNICATE);
		assertThat(this.escalations.get(number).ownerId()).isEqualTo(new UserId("tecnologia"));
		assertThat(this.notes.notes(number)).filteredOn((note) -> note.kind() == MatterNote.Kind.BREACH)
			.extracting(MatterNote::text)
			.containsExactly(InternalTexts.kept("Se llama al turno de tarde."));
		assertThat(watched(number)).doesNotContain(ServiceClock.ACKNOWLEDGEMENT, ServiceClock.LEVEL_2)
			.contains(ServiceClock.ANSWER);
		assertThat(this.people.passed(number)).contains("event_endBreachAttended")
			.doesNotContain("event_endMetInTime", "event_endManagersAlerted");
	}

	@Test
	@DisplayName("Each missed deadline moves the case up once, and above the directors they are only told (001-08, 001-09)")
	void everyDeadlineMissed() {
		CaseNumber number = reported(severe());

		this.people.miss(number, ServiceClock.ACKNOWLEDGEMENT);
		this.people.complete(number, "gerente", ATTEND, ATTENDED);
		this.people.complete(number, "tecnologia", TAKE_OVER, Forms.takeOver());
		this.people.run(number, "serviceTask_announceEscalation");
		this.people.miss(number, ServiceClock.ANSWER);
		assertThat(this.people.groups(number, ATTEND)).containsExactly("directors");
		this.people.complete(number, "gerente", ATTEND, ATTENDED);
		assertThat(this.people.tasks(number)).containsExactly("userTask_preparePlan");
		this.people.complete(number, "tecnologia", "userTask_preparePlan", Forms.plan());
		this.people.run(number, "serviceTask_sendMessage");
		this.people.miss(number, ServiceClock.RESOLUTION);

		assertThat(this.escalations.get(number).level()).isEqualTo(Levels.TOP);
		assertThat(this.people.tasks(number)).containsExactly("userTask_executePlan");
		assertThat(this.people.times(number, ATTEND)).isEqualTo(2);
		assertThat(this.people.times(number, "event_endManagersAlerted")).isEqualTo(1);
		assertThat(told(number, "breach-RESOLUTION-1")).contains("gerente@escala.example");
		assertThat(this.people.passed(number)).doesNotContain("event_endMetInTime");
	}

	@Test
	@DisplayName("A deadline that is met in time moves nothing and leaves no timer")
	void metInTime() {
		CaseNumber number = reported(severe());
		CaseDriver.travelTo(deadline(number, ServiceClock.ACKNOWLEDGEMENT).dueAt().minusSeconds(1));

		this.people.complete(number, "tecnologia", TAKE_OVER, Forms.takeOver());

		assertThat(watched(number)).doesNotContain(ServiceClock.ACKNOWLEDGEMENT).contains(ServiceClock.RESOLUTION);
		CaseDriver.travel(Duration.ofHours(1));
		assertThatThrownBy(() -> this.people.run(number, ServiceClock.ACKNOWLEDGEMENT))
			.hasMessageContaining("ACKNOWLEDGEMENT of " + number + " has not one job");
		assertThat(this.escalations.get(number).level()).isEqualTo(1);
		assertThat(deadline(number, ServiceClock.ACKNOWLEDGEMENT).breachedAt()).isNull();
		assertThat(told(number, "breach-ACKNOWLEDGEMENT-1")).isEmpty();
	}

	@Test
	@DisplayName("A deadline that is met in its last moment, before the timer ran, is no miss")
	void metInTheLastMoment() {
		CaseNumber number = reported(severe());
		this.people.runWhenDue(number, ServiceClock.ACKNOWLEDGEMENT);
		CaseDriver.travelTo(deadline(number, ServiceClock.ACKNOWLEDGEMENT).dueAt());
		this.people.complete(number, "tecnologia", TAKE_OVER, Forms.takeOver());

		assertThat(watched(number)).doesNotContain(ServiceClock.ACKNOWLEDGEMENT);
		assertThat(this.escalations.get(number).level()).isEqualTo(1);
		assertThat(deadline(number, ServiceClock.ACKNOWLEDGEMENT).breachedAt()).isNull();
		assertThat(told(number, "breach-ACKNOWLEDGEMENT-1")).isEmpty();
	}

	@Test
	@DisplayName("A timer that fires although its deadline was met in time tells nobody and ends")
	void metAndFiredAllTheSame() {
		CaseNumber number = reported(severe());
		this.people.runWhenDue(number, ServiceClock.ACKNOWLEDGEMENT);
		CaseDriver.travelTo(deadline(number, ServiceClock.ACKNOWLEDGEMENT).dueAt());
		// Only the stored clock: the timer is still there, as in a race that it lost.
		this.serviceLevels.meet(number, ServiceClock.ACKNOWLEDGEMENT);

		this.people.run(number, ServiceClock.ACKNOWLEDGEMENT);

		assertThat(this.escalations.get(number).level()).isEqualTo(1);
		assertThat(deadline(number, ServiceClock.ACKNOWLEDGEMENT).breachedAt()).isNull();
		assertThat(told(number, "breach-ACKNOWLEDGEMENT-1")).isEmpty();
		assertThat(this.people.passed(number)).contains("event_endMetInTime")
			.doesNotContain("serviceTask_alertManagers", ATTEND);
	}

	@Test
	@DisplayName("A deadline that was met late before the timer ran is told all the same")
	void metLate() {
		CaseNumber number = reported(severe());
		CaseDriver.travelTo(deadline(number, ServiceClock.ACKNOWLEDGEMENT).dueAt().plusSeconds(1));
		this.people.complete(number, "tecnologia", TAKE_OVER, Forms.takeOver());

		this.people.miss(number, ServiceClock.ACKNOWLEDGEMENT);

		assertThat(told(number, "breach-ACKNOWLEDGEMENT-1")).contains("gerente@escala.example",
				"tecnologia@escala.example");
		assertThat(this.escalations.get(number).level()).isEqualTo(2);
		assertThat(this.people.tasks(number)).containsExactly(ATTEND);
	}

	@Test
	@DisplayName("Who attends a missed deadline may name another owner, who gets the open work and what follows")
	void newOwner() {
		CaseNumber number = planning(severe());
		this.people.miss(number, ServiceClock.ANSWER);

		assertThatThrownBy(
				() -> this.people.complete(number, "gerente", ATTEND, Forms.with(ATTENDED, "newOwner", "nadie")))
			.hasMessageContaining("No hay ninguna persona con el usuario «nadie»");
		assertThat(this.notes.notes(number)).isEmpty();
		this.people.complete(number, "gerente", ATTEND, Forms.with(ATTENDED, "newOwner", "finanzas"));
		assertThat(this.escalations.get(number).ownerId()).isEqualTo(new UserId("finanzas"));
		assertThat(this.people.task(number, "userTask_preparePlan").getAssignee()).isEqualTo("finanzas");
		this.people.complete(number, "finanzas", "userTask_preparePlan", Forms.plan());
		this.people.run(number, "serviceTask_sendMessage");

		assertThat(this.people.task(number, "userTask_executePlan").getAssignee()).isEqualTo("finanzas");
		assertThatCase(number).variables().containsEntry("ownerId", "finanzas");
	}

	@Test
	@DisplayName("More parties are called in when a case is not resolved by then, without ending the work (001-23)")
	void moreParties() {
		CaseNumber number = working(severe());

		this.people.runWhenDue(number, "event_morePartiesNeeded");
		// The engine is not as punctual as the clock.
		CaseDriver.travel(Duration.ofSeconds(90));
		this.people.run(number, "serviceTask_involveParties");

		assertThat(told(number, "more-parties")).contains("gerente@escala.example", "arquitecto@escala.example")
			.doesNotContain("compras@norte.example");
		assertThat(this.people.tasks(number)).containsExactly("userTask_executePlan");
		assertThatCase(number).hasPassed("event_partiesInvolved");
		assertThat(this.people.jobs(number)).doesNotContain("event_morePartiesNeeded");
		Deadline parties = deadline(number, ServiceClock.INVOLVE_PARTIES);
		assertThat(parties.metAt()).isEqualTo(parties.dueAt());
		assertThat(parties.isMissed()).isFalse();
		assertThat(this.explanations.explain(number, (user) -> user.value()))
			.filteredOn((clock) -> clock.deadline().clock() == ServiceClock.INVOLVE_PARTIES)
			.singleElement()
			.satisfies((clock) -> {
				assertThat(clock.status()).isEqualTo(ClockStatus.MET);
				assertThat(clock.sentences()).anyMatch(
						(sentence) -> sentence.startsWith("El caso seguía sin resolverse el lunes 23 a las 18:00"));
			});
	}

	@Test
	@DisplayName("A case that was resolved too late is told and attended, and still closes")
	void resolvedTooLate() {
		CaseNumber number = working(moderate());
		CaseDriver.travelTo(deadline(number, ServiceClock.RESOLUTION).dueAt().plusSeconds(1));
		resolve(number, "tecnologia");

		this.people.miss(number, ServiceClock.RESOLUTION);
		assertThat(this.people.tasks(number)).containsExactlyInAnyOrder("userTask_checkClosing", ATTEND);
		this.people.complete(number, "tecnologia", "userTask_checkClosing", Forms.closing());
		this.people.run(number, "serviceTask_closeCase");

		assertEnded(number, Outcome.CLOSED_WITHOUT_RCA, "event_endClosedWithoutRca");
		assertThat(this.people.passed(number)).doesNotContain("event_endBreachAttended");
	}

}
