package dev.escala.staffing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import dev.escala.reference.UserId;
import dev.escala.support.ApiClient;
import dev.escala.support.EscalaTest;
import dev.escala.validation.InvalidInputException;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@EscalaTest
@DisplayName("What several nodes do at the same moment contradicts nothing")
class StaffingAtOnceTests {

	private static final int PEOPLE = 4;

	@Autowired
	private IdentityService identity;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ReportingLine line;

	@Autowired
	private Absences absences;

	@Autowired
	private AbsenceRepository repository;

	@Autowired
	private Clock clock;

	@BeforeEach
	void staff() {
		this.jdbc.sql("TRUNCATE absence, reporting_line").update();
		IntStream.range(0, PEOPLE).forEach((i) -> ApiClient.of(0, this.identity, person(i), "agents"));
	}

	@AfterEach
	void leaveNothing() {
		this.jdbc.sql("TRUNCATE absence, reporting_line").update();
	}

	private static String person(int number) {
		return "once-" + (number % PEOPLE);
	}

	@Test
	@DisplayName("Of four changes that close a circle together, the last is refused")
	void noCircle() throws Exception {
		for (int round = 0; round < 15; round++) {
			this.jdbc.sql("DELETE FROM reporting_line").update();

			List<Boolean> done = together(
					(i) -> this.line.setManager(new UserId(person(i)), new UserId(person(i + 1)), new UserId("test")));

			assertThat(done).containsOnlyOnce(false);
		}
	}

	@Test
	@DisplayName("Of four absences that close a ring of deputies together, the last is refused")
	void noRing() throws Exception {
		String tomorrow = this.clock.instant().atZone(Office.MADRID).toLocalDate().plusDays(1).toString();
		for (int round = 0; round < 15; round++) {
			this.jdbc.sql("DELETE FROM absence").update();

			List<Boolean> done = together((i) -> this.absences.add(
					new RequestAbsence(new UserId(person(i)), tomorrow, tomorrow, person(i + 1), null),
					new UserId("test")));

			assertThat(done).containsOnlyOnce(false);
		}
	}

	@Test
	@DisplayName("Of four equal absences of one person, one is noted")
	void noOverlap() throws Exception {
		String tomorrow = this.clock.instant().atZone(Office.MADRID).toLocalDate().plusDays(1).toString();
		for (int round = 0; round < 15; round++) {
			this.jdbc.sql("DELETE FROM absence").update();

			List<Boolean> done = together((i) -> this.absences
				.add(new RequestAbsence(new UserId(person(0)), tomorrow, tomorrow, null, null), new UserId("test")));

			assertThat(done).containsOnlyOnce(true);
		}
	}

	@Test
	@DisplayName("The database itself keeps one person from being away twice at a time")
	void databaseRefuses() {
		insert("a", "2026-11-01T00:00", "2026-11-03T00:00", null);
		insert("b", "2026-11-02T00:00", "2026-11-04T00:00", null);
		insert("a", "2026-11-03T00:00", "2026-11-04T00:00", null);

		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> insert("a", "2026-11-02T23:59", "2026-11-03T00:00", null))
			.withMessageContaining("absence_once");
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> insert("c", "2026-11-02T00:00", "2026-11-03T00:00", "c"));
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> insert("c", "2026-11-02T00:00", "2026-11-02T00:00", null));
	}

	private void insert(String person, String from, String until, String deputy) {
		this.repository.insert(new UserId(person), Office.at(from), Office.at(until), UserId.nullable(deputy), null,
				new UserId("test"), Office.NOW);
	}

	/** Does it for every person at the same moment; false where it was refused. */
	private static List<Boolean> together(IntConsumer action) throws Exception {
		ExecutorService nodes = Executors.newFixedThreadPool(PEOPLE);
		try {
			CyclicBarrier start = new CyclicBarrier(PEOPLE);
			List<Callable<Boolean>> tasks = new ArrayList<>();
			for (int i = 0; i < PEOPLE; i++) {
				int number = i;
				tasks.add(() -> {
					start.await();
					try {
						action.accept(number);
						return true;
					}
					catch (InvalidInputException ex) {
						return false;
					}
				});
			}
			List<Boolean> done = new ArrayList<>();
			for (Future<Boolean> future : nodes.invokeAll(tasks)) {
				done.add(future.get());
			}
			return done;
		}
		finally {
			nodes.shutdown();
		}
	}

}
