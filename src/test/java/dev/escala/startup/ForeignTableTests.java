package dev.escala.startup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import dev.escala.EscalaApplication;
import dev.escala.support.TestServices;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(OutputCaptureExtension.class)
@DisplayName("A database whose tables belong to somebody else says which, whose, and what to run")
class ForeignTableTests {

	private String url;

	@BeforeEach
	void givenAnotherUser() throws SQLException {
		this.url = TestServices.newDatabase();
		execute("DROP ROLE IF EXISTS night_shift", "CREATE ROLE night_shift LOGIN PASSWORD 'night'");
	}

	@AfterEach
	void removeThem() throws SQLException {
		execute("DROP OWNED BY night_shift", "DROP ROLE night_shift");
	}

	@Test
	@DisplayName("Nobody may create tables for this user")
	void noSchema(CapturedOutput output) throws SQLException {
		execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");

		start();

		assertThat(output.getAll())
			.contains("Description:\n\nThe database user \"night_shift\" may not create tables in "
					+ "the schema public: run GRANT USAGE, CREATE ON SCHEMA \"public\" TO \"night_shift\" in this database as "
					+ "its owner.");
	}

	@Test
	@DisplayName("The migrations' own table belongs to the one who installed Escala; a table of others is not named")
	void history(CapturedOutput output) throws SQLException {
		execute("GRANT CREATE ON SCHEMA public TO night_shift", "CREATE TABLE account_of_others (x int)");
		Flyway.configure().dataSource(this.url, "postgres", "postgres").load().baseline();

		start();

		assertThat(output.getAll())
			.contains("Description:\n\nThe table flyway_schema_history belongs to the database user "
					+ "\"postgres\", so that \"night_shift\" may not change it: run ALTER TABLE "
					+ "\"public\".\"flyway_schema_history\" OWNER TO \"night_shift\" in this database as a superuser, or start "
					+ "Escala as \"postgres\".");
	}

	@Test
	@DisplayName("So do the engine's")
	void engine(CapturedOutput output) throws SQLException {
		execute("GRANT CREATE ON SCHEMA public TO night_shift");
		ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration()
			.setJdbcDriver("org.postgresql.Driver")
			.setJdbcUrl(this.url)
			.setJdbcUsername("postgres")
			.setJdbcPassword("postgres")
			.setDatabaseSchemaUpdate("true")
			.setJobExecutorActivate(false)
			.setProcessEngineName("foreign-tables")
			.buildProcessEngine()
			.close();

		start();

		assertThat(output.getAll())
			.contains("Description:\n\nThe table act_ge_bytearray and 48 more belong to the database "
					+ "user \"postgres\", so that \"night_shift\" may not change them: run ALTER TABLE "
					+ "\"public\".\"act_ge_bytearray\" OWNER TO \"night_shift\" in this database as a superuser, and for the "
					+ "others too (operations.md has a command for all), or start Escala as \"postgres\".");
	}

	@Test
	@DisplayName("So does one that this user may fill but not alter, when a migration wants to")
	void mayFill(CapturedOutput output) throws SQLException {
		Flyway.configure().dataSource(this.url, "postgres", "postgres").target("102").load().migrate();
		execute("GRANT CREATE ON SCHEMA public TO night_shift",
				"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO night_shift");

		start();

		assertThat(output.getAll())
			.containsPattern("Description:\n\nThe table [a-z_]+ and \\d+ more belong to the database "
					+ "user \"postgres\", so that \"night_shift\" may not change them: run ALTER TABLE ");
	}

	private void start() {
		assertThatThrownBy(() -> new SpringApplicationBuilder(EscalaApplication.class).run("--server.port=0",
				"--server.address=127.0.0.1", "--spring.datasource.url=" + this.url.replaceAll("[?&]user=[^&]*", ""),
				"--spring.datasource.username=night_shift", "--spring.datasource.password=night"))
			.isInstanceOf(RuntimeException.class);
	}

	/** The sentence, and no page of anybody's before or after it. */
	private static void assertOnlySaid(CapturedOutput output, String sentence) {
		assertThat(output.getAll()).contains("Description:\n\n" + sentence + "\n").doesNotContain("Exception");
	}

	private void execute(String... statements) throws SQLException {
		try (Connection database = DriverManager.getConnection(this.url, "postgres", "postgres");
				Statement statement = database.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
	}

}
