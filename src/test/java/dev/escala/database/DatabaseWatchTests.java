package dev.escala.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

@ExtendWith(OutputCaptureExtension.class)
@DisplayName("A database that goes and comes back")
class DatabaseWatchTests {

	private static final Exception AWAY = new SQLException("terminating connection", "57P01");

	private static final Exception IN_VAIN = new SQLTransientConnectionException("Connection is not available");

	private final DataSource database = mock(DataSource.class);

	private final Clock clock = mock(Clock.class);

	private final DatabaseWatch watch = new DatabaseWatch(this.database, this.clock);

	private Instant now = Instant.parse("2026-11-23T09:00:00Z");

	@BeforeEach
	void itAnswers() throws SQLException {
		Connection connection = mock(Connection.class);
		when(this.database.getConnection()).thenReturn(connection);
		when(connection.isValid(anyInt())).thenReturn(true);
		when(this.clock.getZone()).thenReturn(ZoneOffset.UTC);
		when(this.clock.instant()).thenAnswer((any) -> this.now);
	}

	@Test
	@DisplayName("is told once when it goes and once when it is back, also by those who waited for it and give up only then")
	void saidOnce(CapturedOutput output) {
		assertThat(this.watch.isCauseOf(AWAY)).isTrue();
		assertThat(this.watch.isCauseOf(IN_VAIN)).isTrue();
		this.now = this.now.plusSeconds(10);
		this.watch.look();
		this.now = this.now.plusMillis(50);
		assertThat(this.watch.isCauseOf(IN_VAIN)).isTrue();
		this.watch.look();

		assertThat(output.getOut().lines().filter((line) -> line.contains("The database is away"))).hasSize(1);
		assertThat(output).doesNotContain("No database connection became free");
	}

	@Test
	@DisplayName("has no connection to spare: that is told, and not again for a while")
	void busy(CapturedOutput output) {
		for (int i = 0; i < 3; i++) {
			assertThat(this.watch.isCauseOf(IN_VAIN)).isTrue();
			this.now = this.now.plus(Duration.ofSeconds(14));
		}

		assertThat(output.getOut().lines().filter((line) -> line.contains("No database connection became free")))
			.hasSize(1);
		assertThat(this.watch.isCauseOf(new IllegalStateException("something else"))).isFalse();
	}

}
