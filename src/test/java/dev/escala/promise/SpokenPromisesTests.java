package dev.escala.promise;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.support.ApiClient;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.timeline.Timeline;
import dev.escala.timeline.TimelineEntry;
import dev.escala.validation.ConflictException;
import dev.escala.validation.FieldProblem;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.NotFoundException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@EscalaTest
@DisplayName("A yes on the phone is a promise (000-18, 003-06)")
class SpokenPromisesTests {

	private static final Instant MONDAY_AT_TEN = Instant.parse("2026-11-23T09:00:00Z");

	private static final Instant TUESDAY_AT_TEN = MONDAY_AT_TEN.plus(Duration.ofDays(1));

	private static final CaseNumber NUMBER = new CaseNumber("SOL-2026-000001");

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private SpokenPromises spoken;

	@Autowired
	private Promises promises;

	@Autowired
	private Customers customers;

	@Autowired
	private Timeline timeline;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void givenMonday() {
		CaseDriver.travelTo(MONDAY_AT_TEN);
		this.jdbc.sql("DELETE FROM promise").update();
		this.jdbc.sql("DELETE FROM timeline_entry WHERE case_number LIKE 'SOL-%'").update();
	}

	@AfterEach
	void presentTime() {
		ClockUtil.reset();
	}

	@Test
	@DisplayName("It is live at once, with who heard it, who answers for it and by when")
	void accepted() {
		long id = this.spoken.accept(toProspect(NUMBER));

		Promise promise = this.spoken.promise(NUMBER).orElseThrow();
		assertThat(promise.id()).isEqualTo(id);
		assertThat(promise.status()).isEqualTo(PromiseStatus.ACCEPTED);
		assertThat(promise.customerId()).isNull();
		assertThat(promise.isTo(new CustomerId(0L))).isFalse();
		assertThat(promise.partyName()).isEqualTo("Manufacturas Delta");
		assertThat(promise.promisedAt()).isEqualTo(TUESDAY_AT_TEN);
		assertThat(promise.acceptedAt()).isEqualTo(MONDAY_AT_TEN);
		assertThat(List.of(promise.acceptedBy().value(), promise.ownerId().value(), promise.groupId()))
			.containsExactly("agente", "agente", "agents");
		assertThat(story())
			.containsExactly("Compromiso con Manufacturas Delta: aceptó de palabra «Confirmar el precio», "
					+ "para el martes 24 de noviembre, 10:00.");
		assertThat(this.promises.promises(NUMBER)).as("no promise of a case").isEmpty();
	}

	@Test
	@DisplayName("Whatever is missing is named, and a date that has passed is no promise")
	void refused() {
		InvalidInputException missing = catchThrowableOfType(InvalidInputException.class,
				() -> new SpokenPromise(new CaseNumber(" "), null, null, "", null, null, new UserId(" "), null));
		assertThat(missing.problems()).extracting(FieldProblem::field)
			.containsExactly("number", "partyName", "content", "promisedAt", "acceptedBy", "ownerId", "groupId");
		for (Instant past : List.of(MONDAY_AT_TEN, MONDAY_AT_TEN.minusSeconds(1))) {
			InvalidInputException late = catchThrowableOfType(InvalidInputException.class,
					() -> this.spoken.accept(promise(NUMBER, null, past)));
			assertThat(late.problems()).extracting(FieldProblem::field).containsExactly("promisedAt");
			assertThat(late).hasMessageContaining("ya pasó");
		}
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.spoken.accept(promise(NUMBER, new CustomerId(-1L), TUESDAY_AT_TEN)));
		assertThat(this.spoken.promise(NUMBER)).isEmpty();
	}

	@Test
	@DisplayName("A request has one live promise at most; after it is settled there may be another")
	void oneAtATime() {
		this.spoken.accept(toProspect(NUMBER));
		this.spoken.accept(toProspect(new CaseNumber("SOL-2026-000002")));
		assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> this.spoken.accept(toProspect(NUMBER)))
			.withMessageContaining("Ya hay un compromiso en marcha con Manufacturas Delta para " + NUMBER);

		this.spoken.keep(NUMBER, new UserId("agente"), "Se le llamó con el precio");
		long second = this.spoken.accept(toProspect(NUMBER));
		assertThat(this.spoken.promise(NUMBER).orElseThrow().id()).isEqualTo(second);
		assertThat(this.spoken.promise(NUMBER).orElseThrow().status()).isEqualTo(PromiseStatus.ACCEPTED);
	}

	@RepeatedTest(3)
	@DisplayName("Of two who write down the same yes at the same moment one does")
	void acceptedTwiceAtOnce() throws Exception {
		CyclicBarrier start = new CyclicBarrier(2);
		ExecutorService pool = Executors.newFixedThreadPool(2);
		try {
			List<Future<Boolean>> both = IntStream.range(0, 2).mapToObj((i) -> pool.submit(() -> {
				start.await();
				try {
					this.spoken.accept(toProspect(NUMBER));
					return true;
				}
				catch (ConflictException ex) {
					return false;
				}
			})).toList();
			assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(true, false);
		}
		finally {
			pool.shutdownNow();
		}
	}

	@Test
	@DisplayName("Another date counts when the other side accepts it, and every date stays in the history (003-18)")
	void moved() {
		this.spoken.accept(toProspect(NUMBER));
		CaseDriver.travel(Duration.ofHours(2));
		Instant friday = MONDAY_AT_TEN.plus(Duration.ofDays(4));

		this.spoken.move(NUMBER, friday, new UserId("finanzas"), "Falta el visto bueno de Legal");

		Promise promise = this.spoken.promise(NUMBER).orElseThrow();
		assertThat(promise.status()).isEqualTo(PromiseStatus.ACCEPTED);
		assertThat(promise.promisedAt()).isEqualTo(friday);
		assertThat(promise.acceptedBy()).isEqualTo(new UserId("finanzas"));
		assertThat(promise.ownerId()).isEqualTo(new UserId("agente"));
		assertThat(this.spoken.dates(NUMBER)).containsExactly(
				new AgreedDate(TUESDAY_AT_TEN, new UserId("agente"), MONDAY_AT_TEN, null),
				new AgreedDate(friday, new UserId("finanzas"), MONDAY_AT_TEN.plus(Duration.ofHours(2)),
						"Falta el visto bueno de Legal"));
		assertThat(story()).last()
			.isEqualTo(
					"Compromiso con Manufacturas Delta: aceptó de palabra otra fecha, viernes 27 de noviembre, 10:00, "
							+ "en vez del martes 24 de noviembre, 10:00. Motivo: Falta el visto bueno de Legal");

		InvalidInputException wrong = catchThrowableOfType(InvalidInputException.class,
				() -> this.spoken.move(NUMBER, MONDAY_AT_TEN, new UserId("finanzas"), " "));
		assertThat(wrong.problems()).extracting(FieldProblem::field).containsExactly("reason", "promisedAt");
		assertThatExceptionOfType(InvalidInputException.class)
			.isThrownBy(() -> this.spoken.move(NUMBER, null, new UserId("finanzas"), "Por algo"))
			.withMessageContaining("Falta la fecha");
		assertThat(this.spoken.dates(NUMBER)).hasSize(2);
	}

	@Test
	@DisplayName("A date that has passed is broken once; one that was kept or moved meanwhile is not")
	void broken() {
		this.spoken.accept(toProspect(NUMBER));
		this.spoken.move(NUMBER, TUESDAY_AT_TEN.plusSeconds(60), new UserId("agente"), "Un minuto más");
		CaseDriver.travelTo(TUESDAY_AT_TEN);
		this.spoken.breakIt(NUMBER);
		assertThat(this.spoken.promise(NUMBER).orElseThrow().status()).as("moved").isEqualTo(PromiseStatus.ACCEPTED);

		CaseDriver.travelTo(TUESDAY_AT_TEN.plusSeconds(60));
		this.spoken.breakIt(NUMBER);
		Promise promise = this.spoken.promise(NUMBER).orElseThrow();
		assertThat(promise.status()).isEqualTo(PromiseStatus.BROKEN);
		assertThat(promise.settledAt()).isEqualTo(TUESDAY_AT_TEN.plusSeconds(60));
		assertThat(promise.owesApology()).as("there is no case to apologise in").isFalse();
		assertThat(promise.isPending()).isFalse();
		assertThat(promise.apologyDueAt()).isNull();
		CaseDriver.travel(Duration.ofDays(1));
		this.spoken.breakIt(NUMBER);
		assertThat(this.spoken.promise(NUMBER).orElseThrow()).isEqualTo(promise);
		assertThat(story()).last()
			.isEqualTo("Compromiso con Manufacturas Delta: incumplido. Venció el martes 24 de noviembre, 10:01.");
		assertThat(story()).hasSize(3);

		this.spoken.accept(promise(NUMBER, null, TUESDAY_AT_TEN.plus(Duration.ofDays(3))));
		this.spoken.keep(NUMBER, new UserId("agente"), "Hecho");
		CaseDriver.travel(Duration.ofDays(9));
		this.spoken.breakIt(NUMBER);
		assertThat(this.spoken.promise(NUMBER).orElseThrow().status()).isEqualTo(PromiseStatus.KEPT);
	}

	@Test
	@DisplayName("A settled promise is neither kept, moved nor withdrawn, and says how it is")
	void settled() {
		this.spoken.accept(toProspect(NUMBER));
		assertThatExceptionOfType(InvalidInputException.class)
			.isThrownBy(() -> this.spoken.keep(NUMBER, new UserId("agente"), " "))
			.satisfies((ex) -> assertThat(ex.problems()).extracting(FieldProblem::field).containsExactly("note"));
		assertThatExceptionOfType(InvalidInputException.class)
			.isThrownBy(() -> this.spoken.withdraw(NUMBER, new UserId("agente"), null))
			.satisfies((ex) -> assertThat(ex.problems()).extracting(FieldProblem::field).containsExactly("reason"));
		this.spoken.withdraw(NUMBER, new UserId("agente"), "Ya no le interesa");

		assertThat(this.spoken.promise(NUMBER).orElseThrow()).extracting(Promise::status, Promise::settledNote)
			.containsExactly(PromiseStatus.WITHDRAWN, "Ya no le interesa");
		assertThatExceptionOfType(ConflictException.class)
			.isThrownBy(() -> this.spoken.keep(NUMBER, new UserId("agente"), "Hecho"))
			.withMessageContaining("«retirado»");
		assertThatExceptionOfType(ConflictException.class)
			.isThrownBy(() -> this.spoken.move(NUMBER, TUESDAY_AT_TEN, new UserId("agente"), "Por algo"))
			.withMessageContaining("«retirado»");
		assertThatExceptionOfType(ConflictException.class)
			.isThrownBy(() -> this.spoken.withdraw(NUMBER, new UserId("agente"), "Otra vez"))
			.withMessageContaining("«retirado»");
		assertThat(this.spoken.dates(NUMBER)).hasSize(1);
		for (Runnable action : List.<Runnable>of(
				() -> this.spoken.keep(new CaseNumber("SOL-2026-000009"), new UserId("agente"), "Hecho"),
				() -> this.spoken.breakIt(new CaseNumber("SOL-2026-000009")))) {
			assertThatExceptionOfType(NotFoundException.class).isThrownBy(action::run)
				.withMessageContaining("SOL-2026-000009");
		}
	}

	@Test
	@DisplayName("They count by person and team, by customer where there is one, and not where they were withdrawn")
	void counted() {
		CustomerId customer = this.customers.findByCode("PAL")
			.orElseGet(() -> this.customers
				.create(new SaveCustomer("PAL", "Palabra Dada", Tier.GOLD, "es", List.of(), List.of())))
			.id();
		this.spoken.accept(promise(new CaseNumber("SOL-2026-000011"), customer, TUESDAY_AT_TEN));
		this.spoken.accept(toProspect(new CaseNumber("SOL-2026-000012")));
		this.spoken.accept(toProspect(new CaseNumber("SOL-2026-000013")));
		this.spoken.accept(toProspect(new CaseNumber("SOL-2026-000014")));
		this.spoken.keep(new CaseNumber("SOL-2026-000011"), new UserId("agente"), "Se le llamó");
		this.spoken.withdraw(new CaseNumber("SOL-2026-000014"), new UserId("agente"), "Ya no le interesa");
		CaseDriver.travelTo(TUESDAY_AT_TEN);
		this.spoken.breakIt(new CaseNumber("SOL-2026-000012"));

		assertThat(rates("person")).containsExactly("agente 1/1");
		assertThat(rates("team")).containsExactly("agents 1/1");
		assertThat(rates("customer")).containsExactly("PAL 1/0");
	}

	private List<String> rates(String by) {
		ApiClient manager = ApiClient.of(this.port, this.engine.getIdentityService(), "pro-manager", "managers");
		JsonNode rates = manager.get("/api/promises/kept-rate?by=" + by).json().path("rates");
		return IntStream.range(0, rates.size())
			.mapToObj(rates::get)
			.map((rate) -> rate.path("id").asText() + " " + rate.path("kept").asInt() + "/"
					+ rate.path("broken").asInt())
			.toList();
	}

	private List<String> story() {
		return this.timeline.entries(NUMBER).stream().map(TimelineEntry::text).toList();
	}

	private static SpokenPromise toProspect(CaseNumber number) {
		return promise(number, null, TUESDAY_AT_TEN);
	}

	private static SpokenPromise promise(CaseNumber number, CustomerId customer, Instant promisedAt) {
		return new SpokenPromise(number, customer, "Manufacturas Delta", "Confirmar el precio", promisedAt,
				new UserId("agente"), new UserId("agente"), "agents");
	}

}
