package dev.escala.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import dev.escala.calendar.OwnDay;
import dev.escala.calendar.SaveCalendar;
import dev.escala.calendar.WeekHours;
import dev.escala.clock.Deadline;
import dev.escala.clock.DeadlineChange;
import dev.escala.clock.MatterClocks;
import dev.escala.clock.PauseMatter;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.explanation.ClockExplanations;
import dev.escala.customer.Tier;
import dev.escala.notification.Outbox;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.routing.Decisions;
import dev.escala.routing.RecordedDecision;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.timeline.Timeline;
import dev.escala.timeline.TimelineEntry;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("A date that only an edit outside of its case moves into the past gets a short term")
class FreshTermTests extends RecalculationStory {

	private static final Set<ServiceClock> THREE = Set.of(ServiceClock.ACKNOWLEDGEMENT, ServiceClock.ANSWER,
			ServiceClock.INVOLVE_PARTIES);

	/** Three in the afternoon of Tuesday in Madrid. */
	private static final Instant TUESDAY_AT_THREE = Instant.parse("2026-11-24T14:00:00Z");

	/** Four working hours later. */
	private static final Instant TUESDAY_AT_SEVEN = Instant.parse("2026-11-24T18:00:00Z");

	private static int calendarNames;

	@Autowired
	private Outbox outbox;

	@Autowired
	private Timeline timeline;

	@Autowired
	private Decisions decisions;

	@Autowired
	private ClockExplanations explanations;

	@Autowired
	private PauseMatter pauses;

	@Autowired
	private MatterClocks clocks;

	@Autowired
	private PlatformTransactionManager transactions;

	private String calendar;

	private CaseNumber number;

	/** Of one hour a day: the case of Monday has still three of its clocks to meet. */
	@BeforeEach
	void givenACaseOfATeamThatWorksAnHourADay() {
		this.calendar = "turno-corto-" + (++calendarNames);
		this.calendars.create(week(this.calendar, "19:00-20:00"));
		this.assignments.assignTeam(this.calendar, "technology");
		// The cases of other stories stay as they are.
		this.jdbc.sql("DELETE FROM recalculation").update();
		this.number = reported(customer(Tier.STANDARD));
		this.serviceLevels.meet(this.number, ServiceClock.FIRST_NOTICE);
		CaseDriver.travelTo(TUESDAY_AT_THREE);
	}

	@AfterEach
	void theTeamWorksAsBefore() {
		this.assignments.removeTeam(this.calendar, "technology");
	}

	@Test
	@DisplayName("Three clocks that a team's new hours would have ended: no breach, no mail, three short terms, told")
	void teamsCalendarChanges() {
		int mails = this.outbox.messages(this.number).size();
		List<Instant> dates = THREE.stream().map((clock) -> due(this.number, clock)).toList();

		edit(week(this.calendar, "08:00-20:00"));
		assertThat(this.worker.run()).isPositive();
		runWhatIsDue();

		assertThat(dates).allMatch((due) -> due.isAfter(TUESDAY_AT_THREE));
		assertThat(THREE).allSatisfy((clock) -> {
			assertThat(deadline(this.number, clock).breachedAt()).isNull();
			assertThat(due(this.number, clock)).isEqualTo(TUESDAY_AT_SEVEN);
			assertThat(changes(this.number, clock)).extracting(DeadlineChange::reason)
				.last()
				.isEqualTo("Ese cambio, por sí solo, lo daba por vencido. Los demás casos tienen media jornada desde "
						+ "el cambio");
		});
		assertThat(timersAgree(this.number)).isTrue();
		assertThat(this.outbox.messages(this.number)).hasSize(mails);
		assertThat(this.timeline.entries(this.number)).extracting(TimelineEntry::text)
			.filteredOn((text) -> text.startsWith("Ese cambio"))
			.singleElement()
			.asString()
			.contains("daba por vencidos los plazos", "«Acuse»", "«Respuesta»", "«Involucrar a más partes»",
					"En lugar de vencer ahora, tienen un plazo nuevo de 4 h de horario laborable.");
		assertThat(this.decisions.recorded(this.number)).extracting(RecordedDecision::decision)
			.filteredOn("freshTerm"::equals)
			.hasSize(1);
		assertThat(sentences(ServiceClock.ANSWER)).anyMatch((line) -> line.startsWith("Contado así ya habría vencido")
				&& line.contains("tiene un plazo nuevo, hasta el "));
		assertThat(deadline(this.number, ServiceClock.RESOLUTION).fresh()).as("it is not past").isNull();
	}

	@Test
	@DisplayName("The short term is a term: people are warned of it, and it is missed like any other")
	void missedAfterAll() {
		edit(week(this.calendar, "08:00-20:00"));
		this.worker.run();

		this.people.runWhenDue(this.number, ServiceClock.ACKNOWLEDGEMENT);
		assertThat(CaseDriver.now()).as("three quarters of it").isEqualTo("2026-11-24T17:00:00Z");
		assertThat(deadline(this.number, ServiceClock.ACKNOWLEDGEMENT).state().warnedAt()).isNotNull();
		this.people.runWhenDue(this.number, ServiceClock.ACKNOWLEDGEMENT);

		assertThat(CaseDriver.now()).isEqualTo(TUESDAY_AT_SEVEN);
		assertThat(deadline(this.number, ServiceClock.ACKNOWLEDGEMENT).breachedAt()).isEqualTo(TUESDAY_AT_SEVEN);
	}

	@Test
	@DisplayName("Who edits again and again does not make it longer, in whatever way the hours change")
	void editedAgain() {
		edit(week(this.calendar, "08:00-20:00"));
		this.worker.run();
		List<SaveCalendar> edits = List.of(
				week(this.calendar, "08:00-20:00", new OwnDay("2027-03-01", "Fiesta", List.of())),
				week(this.calendar, "07:00-20:00"), week(this.calendar, "06:00-21:00"), dayAndNight());
		for (int i = 0; i < edits.size(); i++) {
			CaseDriver.travelTo(TUESDAY_AT_THREE.plus(Duration.ofMinutes(50L * (i + 1))));
			edit(edits.get(i));
			this.worker.run();
			assertThat(due(this.number, ServiceClock.ANSWER)).as("edit " + i).isEqualTo(TUESDAY_AT_SEVEN);
		}
		assertThat(deadline(this.number, ServiceClock.ANSWER).breachedAt()).isNull();
		CaseDriver.travelTo(TUESDAY_AT_SEVEN);
		edit(week(this.calendar, "05:00-21:00"));
		this.worker.run();
		assertThat(due(this.number, ServiceClock.ANSWER)).isEqualTo(TUESDAY_AT_SEVEN);
		assertThat(deadline(this.number, ServiceClock.ANSWER).fresh().at()).isEqualTo(TUESDAY_AT_THREE);
	}

	@Test
	@DisplayName("No edit moves the short term itself")
	void termMovedIntoThePast() {
		CaseDriver.travelTo(Instant.parse("2026-11-24T18:30:00Z"));
		edit(week(this.calendar, "08:00-20:00"));
		this.worker.run();
		// Half an hour on Tuesday, three and a half on Wednesday.
		Instant wednesday = Instant.parse("2026-11-25T10:30:00Z");
		assertThat(due(this.number, ServiceClock.ANSWER)).isEqualTo(wednesday);
		CaseDriver.travelTo(Instant.parse("2026-11-25T09:00:00Z"));

		edit(dayAndNight());
		this.worker.run();

		assertThat(due(this.number, ServiceClock.ANSWER)).isEqualTo(wednesday);
		assertThat(deadline(this.number, ServiceClock.ANSWER).breachedAt()).isNull();
	}

	@Test
	@DisplayName("An edit that is taken back gives back the dates of before")
	void takenBack() {
		Instant before = due(this.number, ServiceClock.ANSWER);
		edit(week(this.calendar, "08:00-20:00"));
		this.worker.run();

		edit(week(this.calendar, "19:00-20:00"));
		this.worker.run();

		assertThat(due(this.number, ServiceClock.ANSWER)).isEqualTo(before);
		assertThat(sentences(ServiceClock.ANSWER)).noneMatch((line) -> line.startsWith("Contado así"));
	}

	@Test
	@DisplayName("A node that dies between gives the terms once, when another goes on; a second look changes nothing")
	void killedBetween() {
		edit(week(this.calendar, "08:00-20:00"));
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			this.worker.run();
			assertThat(due(this.number, ServiceClock.ANSWER)).isEqualTo(TUESDAY_AT_SEVEN);
			status.setRollbackOnly();
		});
		assertThat(deadline(this.number, ServiceClock.ANSWER).fresh()).isNull();
		CaseDriver.travelTo(TUESDAY_AT_THREE.plus(Duration.ofMinutes(2)));

		this.worker.run();
		Deadline once = deadline(this.number, ServiceClock.ANSWER);
		new TransactionTemplate(this.transactions)
			.executeWithoutResult((status) -> this.recalculations.want(List.of(this.number), "Otra vez."));
		CaseDriver.travelTo(TUESDAY_AT_THREE.plus(Duration.ofMinutes(4)));
		this.worker.run();

		assertThat(once.dueAt()).isEqualTo(TUESDAY_AT_SEVEN.plus(Duration.ofMinutes(2)));
		assertThat(deadline(this.number, ServiceClock.ANSWER)).isEqualTo(once);
		assertThat(changes(this.number, ServiceClock.ANSWER))
			.filteredOn((change) -> change.reason().startsWith("Ese cambio"))
			.hasSize(1);
	}

	@Test
	@DisplayName("In a pause the short term waits with the clocks that wait, and counts on afterwards")
	void paused() {
		this.pauses.pause(this.number, new UserId("tecnologia"), "SUPPLIER", "La pieza.");
		edit(week(this.calendar, "08:00-20:00"));
		this.worker.run();

		Deadline parties = deadline(this.number, ServiceClock.INVOLVE_PARTIES);
		assertThat(parties.isPaused()).isTrue();
		assertThat(deadline(this.number, ServiceClock.ANSWER).isPaused()).as("it may not pause").isFalse();
		CaseDriver.travelTo(Instant.parse("2026-11-25T08:00:00Z"));
		this.pauses.resume(this.number, new UserId("tecnologia"));

		assertThat(due(this.number, ServiceClock.INVOLVE_PARTIES)).as("four working hours from Wednesday at nine")
			.isEqualTo("2026-11-25T12:00:00Z");
		assertThat(this.people.due(this.number, "event_morePartiesNeeded"))
			.isEqualTo(due(this.number, ServiceClock.INVOLVE_PARTIES));
	}

	@Test
	@DisplayName("What was past before the edit is missed, and a date set by hand ends a short term")
	void notForOthers() {
		CaseDriver.travelTo(due(this.number, ServiceClock.ACKNOWLEDGEMENT));
		edit(week(this.calendar, "08:00-20:00"));
		this.worker.run();

		assertThat(deadline(this.number, ServiceClock.ACKNOWLEDGEMENT).fresh()).isNull();
		assertThat(deadline(this.number, ServiceClock.ANSWER).fresh()).isNotNull();
		Instant byHand = CaseDriver.now().plus(Duration.ofMinutes(30));
		this.clocks.adjust(this.number, (adjustments, subject) -> adjustments.setDue(subject, ServiceClock.ANSWER,
				byHand, new UserId("supervisor")));
		assertThat(due(this.number, ServiceClock.ANSWER)).isEqualTo(byHand);
		assertThat(deadline(this.number, ServiceClock.ANSWER).fresh()).isNull();
	}

	@Test
	@DisplayName("A customer's new tier is such an edit, too")
	void customersTier() {
		edit(week(this.calendar, "08:00-20:00"));
		this.worker.run();
		CaseDriver.travelTo(MONDAY_AT_TEN.plus(Duration.ofDays(1)));
		String code = customer(Tier.STANDARD);
		CaseNumber other = reported(code);
		CaseDriver.travelTo(CaseDriver.now().plus(Duration.ofHours(1)).plus(Duration.ofMinutes(30)));

		tier(code, Tier.GOLD);
		this.worker.run();

		assertThat(deadline(other, ServiceClock.ACKNOWLEDGEMENT).fresh()).isNotNull();
		assertThat(due(other, ServiceClock.ACKNOWLEDGEMENT)).isAfter(CaseDriver.now());
		assertThat(timersAgree(other)).isTrue();
	}

	private SaveCalendar dayAndNight() {
		List<String> open = List.of("00:00-24:00");
		return new SaveCalendar(this.calendar, "Horario " + this.calendar, "Europe/Madrid",
				new WeekHours(open, open, open, open, open, open, open), null, null, List.of());
	}

	private List<String> sentences(ServiceClock clock) {
		return this.explanations.explain(this.number, UserId::value)
			.stream()
			.filter((one) -> one.deadline().clock() == clock)
			.findFirst()
			.orElseThrow()
			.sentences();
	}

	/** As the job executor would. */
	private void runWhatIsDue() {
		List<Job> due = this.engine.getManagementService()
			.createJobQuery()
			.timers()
			.executable()
			.list()
			.stream()
			.filter((job) -> THREE.stream().anyMatch((clock) -> isOf(job, clock)))
			.toList();
		due.forEach((job) -> this.engine.getManagementService().executeJob(job.getId()));
		assertThat(due).isEmpty();
	}

	private boolean isOf(Job job, ServiceClock clock) {
		return job.getProcessInstanceId().equals(deadline(this.number, clock).watchId());
	}

}
