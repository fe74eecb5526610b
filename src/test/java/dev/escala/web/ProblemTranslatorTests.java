package dev.escala.web;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import dev.escala.database.DatabaseWatch;
import dev.escala.support.Logged;
import jakarta.servlet.MultipartConfigElement;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

@DisplayName("What goes wrong below becomes a problem that says nothing of the engine or the database")
class ProblemTranslatorTests {

	private final WebProperties properties = new WebProperties(DataSize.ofMegabytes(1), DataSize.ofMegabytes(7),
			Duration.ofDays(1), Duration.ofSeconds(1));

	private final ProblemTranslator problems = new ProblemTranslator(this.properties, mock(DatabaseWatch.class));

	@Test
	@DisplayName("Somebody else was faster: 409")
	void conflicts() {
		assertThat(
				translated(new OptimisticLockingException("ENGINE-03005 Execution of 'UPDATE' failed"), 409).detail())
			.contains("Otra persona");
		translated(new ProcessEngineException("wrapped", new OptimisticLockingException("ENGINE-03005")), 409);
		translated(new CannotAcquireLockException("deadlock detected"), 409);
		translated(new UncategorizedSQLException("x", null, new SQLException("lock timeout", "55P03")), 409);
		try (Logged said = Logged.by(ProblemTranslator.class)) {
			translated(new DuplicateKeyException("x", new SQLException("duplicate key value", "23505")), 409);
			for (String state : List.of("23502", "23503", "23514", "23P01")) {
				translated(new DataIntegrityViolationException("x", new SQLException("violates user_check", state)),
						409);
			}
			assertThat(said.lines()).hasSize(5)
				.allMatch((line) -> line.startsWith("WARN The database refused a change | "));
		}
	}

	@Test
	@DisplayName("The engine does not let this person: 403")
	void forbidden() {
		translated(new AuthorizationException("The user with id 'x' does not have 'READ' permission"), 403);
		translated(new IllegalStateException(new AuthorizationException("x")), 403);
	}

	@Test
	@DisplayName("Anything else is ours, and is told by a reference")
	void unexpected() {
		try (Logged said = Logged.by(ProblemTranslator.class)) {
			Problem problem = translated(new IllegalStateException("secret"), 500);

			assertThat(problem.reference()).isNotBlank();
			assertThat(problem.detail()).contains(problem.reference());
			assertThat(said.lines()).containsExactly("ERROR Unexpected error, reference " + problem.reference()
					+ " | java.lang.IllegalStateException: secret");
		}
	}

	private Problem translated(Exception exception, int status) {
		Problem problem = this.problems.translate(exception);
		assertThat(problem.status()).isEqualTo(status);
		assertThat(problem.toString()).doesNotContain("ENGINE", "UPDATE", "duplicate", "deadlock", "secret", "user");
		return problem;
	}

	@Test
	@DisplayName("Files in parts may be as large as files alone")
	void multipartLimits() {
		MultipartConfigElement limits = new WebConfiguration().multipartLimits(this.properties);

		assertThat(limits.getMaxFileSize()).isEqualTo(7 * 1024 * 1024);
		assertThat(limits.getMaxRequestSize()).isEqualTo(7 * 1024 * 1024);
	}

}
