package dev.escala.escalation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import dev.escala.calendar.OwnDay;
import dev.escala.clock.Deadline;
import dev.escala.clock.DeadlineChange;
import dev.escala.clock.ServiceClock;
import dev.escala.customer.Tier;
import dev.escala.escalation.course.DuplicateCase;
import dev.escala.escalation.course.EndCase;
import dev.escala.matter.Severity;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.ApiClient;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Problems;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("A change outside of a case recalculates its deadlines")
class RecalculationTests extends RecalculationStory {

	@Autowired
	private DuplicateCase duplicates;

	@LocalServerPort
	private int port;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private EndCase end;

	@Test
	@DisplayName("An edited calendar moves exactly the open cases counted by it, their timers and task dates")
	void editedCalendar() {
		String served = customerWithCalendar();
		CaseNumber affected = reported(served);
		CaseNumber ended = reported(served);
		this.people.as("agente", () -> {
			withdraw(ended);
			return null;
		});
		CaseNumber other = reported(customerWithCalendar());
		Deadline elapsed = deadline(affected, ServiceClock.ANSWER);

		edit(week(calendarOf(served), SHORT_DAY));
		assertThat(this.recalculations.progress().waiting()).isEqualTo(1);
		assertThat(this.worker.run()).isEqualTo(1);

		// 16 hours: four on Monday, five on Tuesday and Wednesday, two on Thursday.
		assertThat(due(affected, ServiceClock.RESOLUTION)).isEqualTo("2026-11-26T10:00:00Z");
		assertThat(due(other, ServiceClock.RESOLUTION)).isEqualTo("2026-11-24T16:00:00Z");
		assertThat(timersAgree(affected)).isTrue();
		assertThat(this.people.task(affected, "userTask_takeOver").getDueDate().toInstant())
			.isEqualTo(due(affected, ServiceClock.ACKNOWLEDGEMENT));
		assertThat(changes(affected, ServiceClock.RESOLUTION)).singleElement().satisfies((change) -> {
			assertThat(change.reason()).isEqualTo(
					"Ha cambiado el calendario «Horario " + calendarOf(served) + "» (" + calendarOf(served) + ").");
			assertThat(change.actor()).isEqualTo(UserId.SYSTEM);
			assertThat(change.dueBefore()).isEqualTo("2026-11-24T16:00:00Z");
		});
		assertThat(deadline(affected, ServiceClock.ANSWER)).isEqualTo(elapsed);
		assertThat(changes(affected, ServiceClock.ANSWER)).isEmpty();
		assertThat(changes(other, ServiceClock.RESOLUTION)).isEmpty();
		assertThat(this.recalculations.progress().waiting()).isZero();
		assertThat(this.worker.run()).isZero();
	}

	private void withdraw(CaseNumber number) {
		this.end.withdraw(number, new UserId("agente"), "Ya no hace falta.");
	}

	@Test
	@DisplayName("A holiday added for tomorrow does not count any more")
	void holidayTomorrow() {
		String served = customerWithCalendar();
		CaseNumber number = reported(served);

		edit(week(calendarOf(served), LONG_DAY, new OwnDay("2026-11-24", "Fiesta local", List.of())));
		this.worker.run();

		assertThat(due(number, ServiceClock.RESOLUTION)).isEqualTo("2026-11-25T16:00:00Z");
		assertThat(timersAgree(number)).isTrue();
	}

	@Test
	@DisplayName("A calendar given to a customer, and to the team, counts for their open cases; taken away, no more")
	void assignedCalendars() {
		String code = customer(Tier.GOLD);
		CaseNumber number = reported(code);
		Instant ordinary = due(number, ServiceClock.RESOLUTION);
		this.calendars.create(week("recalc-tarde", "16:00-20:00"));
		this.calendars.create(week("recalc-manana", "09:00-11:00"));

		this.assignments.assignTeam("recalc-tarde", "technology");
		this.worker.run();
		assertThat(due(number, ServiceClock.RESOLUTION)).isEqualTo("2026-11-26T19:00:00Z");

		this.assignments.assignCustomer("recalc-manana", code);
		this.worker.run();
		// One hour on Monday, two each day after: the rest of the second is on the 3rd.
		assertThat(due(number, ServiceClock.RESOLUTION)).isEqualTo("2026-12-03T09:00:00Z");
		assertThat(timersAgree(number)).isTrue();

		this.assignments.removeTeam("recalc-tarde", "technology");
		this.assignments.removeCustomer("recalc-manana", code);
		this.worker.run();
		assertThat(due(number, ServiceClock.RESOLUTION)).isEqualTo(ordinary);
		assertThat(changes(number, ServiceClock.RESOLUTION)).extracting(DeadlineChange::reason)
			.containsExactly(
					"El equipo Tecnología cuenta ahora con el calendario «Horario recalc-tarde» (recalc-tarde).",
					"El cliente " + name(code)
							+ " cuenta ahora con el calendario «Horario recalc-manana» (recalc-manana).",
					"El cliente " + name(code) + " ya no tiene un calendario propio.");
	}

	private String name(String code) {
		return this.customers.findByCode(code).orElseThrow().name();
	}

	@Test
	@DisplayName("A customer's new tier decides severity and service levels of the open cases again")
	void customersTier() {
		String code = customer(Tier.STANDARD);
		CaseNumber number = reported(code);
		Severity before = this.escalations.get(number).severity();
		Instant resolution = due(number, ServiceClock.RESOLUTION);

		tier(code, Tier.GOLD);
		assertThat(this.worker.run()).isEqualTo(1);

		Escalation now = this.escalations.get(number);
		assertThat(this.serviceLevels.agreedTier(number)).contains(Tier.GOLD);
		assertThat(now.severity().compareTo(before)).isGreaterThanOrEqualTo(0);
		assertThat(due(number, ServiceClock.RESOLUTION)).isBefore(resolution);
		assertThat(timersAgree(number)).isTrue();
		assertThat(changes(number, ServiceClock.RESOLUTION)).extracting(DeadlineChange::reason)
			.singleElement()
			.asString()
			.containsAnyOf("El nivel del cliente pasó de Estándar a Oro.", "La gravedad pasó de");
		assertThat(this.engine.getRuntimeService()
			.getVariables(this.people.process(number).getId(), List.of("tier", "severity")))
			.containsEntry("tier", "GOLD")
			.containsEntry("severity", now.severity().name());

		tier(code, Tier.GOLD);
		assertThat(this.worker.run()).as("nothing changed").isZero();
	}

	@Test
	@DisplayName("A deadline that was breached stays breached, with its date")
	void breachedStays() {
		String served = customerWithCalendar();
		CaseNumber number = reported(served);
		this.people.miss(number, ServiceClock.ACKNOWLEDGEMENT);
		Deadline breached = deadline(number, ServiceClock.ACKNOWLEDGEMENT);

		edit(week(calendarOf(served), "10:00-20:00"));
		this.worker.run();

		assertThat(breached.breachedAt()).isNotNull();
		assertThat(deadline(number, ServiceClock.ACKNOWLEDGEMENT)).isEqualTo(breached);
		assertThat(due(number, ServiceClock.RESOLUTION)).isEqualTo("2026-11-24T15:00:00Z");
	}

	@Test
	@DisplayName("Several wishes for one case are one recalculation with all their reasons")
	void collapse() {
		String served = customerWithCalendar();
		CaseNumber number = reported(served);

		edit(week(calendarOf(served), "09:00-17:00"));
		edit(week(calendarOf(served), SHORT_DAY));
		tier(served, Tier.SILVER);

		assertThat(this.recalculations.progress().waiting()).isEqualTo(1);
		assertThat(this.worker.run()).isEqualTo(1);
		assertThat(timersAgree(number)).isTrue();
		assertThat(this.recalculations.progress().waiting()).isZero();
	}

	@Test
	@DisplayName("An edit that is rolled back wants nothing, and a node that dies at work loses nothing")
	void rolledBack() {
		String served = customerWithCalendar();
		CaseNumber number = reported(served);
		Instant before = due(number, ServiceClock.RESOLUTION);
		TransactionTemplate dying = new TransactionTemplate(this.transactions);

		dying.executeWithoutResult((status) -> {
			edit(week(calendarOf(served), SHORT_DAY));
			status.setRollbackOnly();
		});
		assertThat(this.worker.run()).isZero();
		assertThat(due(number, ServiceClock.RESOLUTION)).isEqualTo(before);

		edit(week(calendarOf(served), SHORT_DAY));
		dying.executeWithoutResult((status) -> {
			assertThat(this.recalculations.take(List.of())).isPresent();
			status.setRollbackOnly();
		});
		assertThat(this.recalculations.progress().waiting()).isEqualTo(1);
		assertThat(this.worker.run()).isEqualTo(1);
		assertThat(due(number, ServiceClock.RESOLUTION)).isAfter(before);
	}

	@Test
	@DisplayName("Two nodes at once compute each case once")
	void twoNodes() throws Exception {
		String served = customerWithCalendar();
		List<CaseNumber> numbers = new ArrayList<>();
		for (int i = 0; i < 12; i++) {
			numbers.add(reported(served));
		}
		edit(week(calendarOf(served), "09:00-17:00"));
		edit(week(calendarOf(served), SHORT_DAY));

		var nodes = Executors.newFixedThreadPool(2);
		try {
			CountDownLatch start = new CountDownLatch(2);
			List<Future<Integer>> done = nodes.invokeAll(List.of(() -> together(start), () -> together(start)));
			assertThat(done.get(0).get() + done.get(1).get()).isEqualTo(12);
		}
		finally {
			nodes.shutdownNow();
		}

		assertThat(this.recalculations.progress().waiting()).isZero();
		assertThat(numbers).allSatisfy((number) -> {
			assertThat(changes(number, ServiceClock.RESOLUTION)).hasSize(1);
			assertThat(timersAgree(number)).isTrue();
		});
	}

	private int together(CountDownLatch start) throws InterruptedException {
		start.countDown();
		start.await();
		return this.worker.run();
	}

	@Test
	@DisplayName("A case that begins while its calendar is edited is found by the edit")
	void racesWithAnEdit() throws Exception {
		String served = customerWithCalendar();
		CountDownLatch counted = new CountDownLatch(1);
		CountDownLatch edited = new CountDownLatch(1);
		CompletableFuture<CaseNumber> beginning = CompletableFuture
			.supplyAsync(() -> new TransactionTemplate(this.transactions).execute((status) -> {
				CaseNumber number = reported(served);
				counted.countDown();
				await(edited, 1);
				return number;
			}));
		await(counted, 60);

		CompletableFuture<Void> edit = CompletableFuture.runAsync(() -> edit(week(calendarOf(served), SHORT_DAY)))
			.whenComplete((nothing, ex) -> edited.countDown());
		CaseNumber number = beginning.get(60, TimeUnit.SECONDS);
		edit.get(60, TimeUnit.SECONDS);

		assertThat(this.worker.run()).isEqualTo(1);
		assertThat(due(number, ServiceClock.RESOLUTION)).isEqualTo("2026-11-26T10:00:00Z");
	}

	private static void await(CountDownLatch latch, int seconds) {
		try {
			latch.await(seconds, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	@DisplayName("A case whose customer is identified counts by that customer's calendar")
	void identifiedCustomer() {
		String served = customerWithCalendar();
		tier(served, Tier.STANDARD);
		edit(week(calendarOf(served), SHORT_DAY));
		CaseNumber number = reported("Alguien que no conocemos de nada");
		Instant before = due(number, ServiceClock.RESOLUTION);

		this.people.complete(number, "agente", "userTask_identifyCustomer", Map.of("customer", served));

		assertThat(due(number, ServiceClock.RESOLUTION)).isAfter(before);
		assertThat(changes(number, ServiceClock.RESOLUTION)).extracting(DeadlineChange::reason)
			.containsExactly("El caso es de " + name(served) + ".");
		assertThat(timersAgree(number)).isTrue();
	}

	@Test
	@DisplayName("The open clocks of a case count from an earlier report of the same matter; breached ones stay")
	void mergedCases() {
		String code = customer(Tier.GOLD);
		CaseNumber earlier = reported(code);
		CaseDriver.travelTo(MONDAY_AT_TEN.plus(2, ChronoUnit.HOURS));
		CaseNumber original = reported(code);
		this.people.miss(original, ServiceClock.ACKNOWLEDGEMENT);
		Deadline breached = deadline(original, ServiceClock.ACKNOWLEDGEMENT);

		this.people.as("agente", () -> {
			this.duplicates.markDuplicate(earlier, new UserId("agente"), original.value(), "Es la misma avería.");
			return null;
		});

		assertThat(deadline(original, ServiceClock.RESOLUTION).startedAt()).isEqualTo(MONDAY_AT_TEN);
		assertThat(due(original, ServiceClock.RESOLUTION)).isEqualTo("2026-11-24T16:00:00Z");
		assertThat(deadline(original, ServiceClock.ACKNOWLEDGEMENT)).isEqualTo(breached);
		assertThat(changes(original, ServiceClock.RESOLUTION)).singleElement().satisfies((change) -> {
			assertThat(change.reason()).isEqualTo("El mismo asunto se había reportado antes en " + earlier + ".");
			assertThat(change.actor()).isEqualTo(new UserId("agente"));
		});
		assertThat(this.people.due(original, ServiceClock.RESOLUTION))
			.isEqualTo(deadline(original, ServiceClock.RESOLUTION).warnAt());
		assertThat(this.people.left(earlier)).doesNotContain("userTask_takeOver");
	}

	@Test
	@DisplayName("Supervisors see how much there is to do; others do not")
	void progressOverHttp() {
		ApiClient supervisor = ApiClient.of(this.port, this.engine.getIdentityService(), "rc-supervisor",
				"supervisors");
		ApiClient agent = ApiClient.of(this.port, this.engine.getIdentityService(), "rc-agent", "agents");
		String served = customerWithCalendar();
		reported(served);
		edit(week(calendarOf(served), SHORT_DAY));

		var progress = supervisor.get("/api/recalculations");

		assertThat(progress.status()).isEqualTo(200);
		assertThat(progress.json().path("waiting").asInt()).isEqualTo(1);
		assertThat(progress.json().path("failed").asInt()).isZero();
		assertThat(progress.json().path("waitingSince").asText()).isEqualTo("2026-11-23T09:00:00Z");
		Problems.assertProblem(agent.get("/api/recalculations"), 403);
	}

}
