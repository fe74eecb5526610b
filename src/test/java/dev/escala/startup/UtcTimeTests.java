package dev.escala.startup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;

import dev.escala.EscalaApplication;
import dev.escala.support.TestServices;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Stored times do not depend on the machine's zone")
class UtcTimeTests {

	private static final String DUE = "2031-03-15T12:34:56Z";

	@TempDir
	private Path folder;

	@Test
	@DisplayName("A node in Bogotá, started by somebody else's main method, stores a job's due date in UTC")
	void inBogota() throws Exception {
		String database = TestServices.newDatabase();

		String said = runIn("America/Bogota", database);

		assertThat(said).contains("before: America/Bogota", "after: UTC", "read back: " + DUE);
		DriverManagerDataSource source = new DriverManagerDataSource(database, "postgres", "postgres");
		assertThat(JdbcClient.create(source)
			.sql("SELECT DUEDATE_::text FROM ACT_RU_JOB WHERE HANDLER_TYPE_ = 'suspend-processdefinition'")
			.query(String.class)
			.single()).isEqualTo("2031-03-15 12:34:56");
	}

	private String runIn(String zone, String database) throws IOException, InterruptedException {
		Path output = this.folder.resolve("output");
		Process node = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Duser.timezone=" + zone, "-Xmx768m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
				System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
				Node.class.getName(), database))
			.directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		try {
			assertThat(node.waitFor(120, TimeUnit.SECONDS)).as("it ends").isTrue();
		}
		finally {
			node.destroyForcibly();
		}
		return java.nio.file.Files.readString(output);
	}

	/** Starts Escala, has the engine create a job and says what it reads. */
	static final class Node {

		private Node() {
		}

		public static void main(String[] args) {
			StringBuilder said = new StringBuilder("before: " + TimeZone.getDefault().getID());
			try (ConfigurableApplicationContext context = SpringApplication.run(EscalaApplication.class,
					"--server.port=0", "--server.address=127.0.0.1", "--spring.datasource.url=" + args[0],
					"--spring.datasource.username=postgres", "--spring.datasource.password=postgres",
					"--camunda.bpm.job-execution.enabled=false", "--escala.monitoring.enabled=false",
					"--escala.notification.dispatch=false")) {
				said.append("\nafter: ").append(TimeZone.getDefault().getID());
				ProcessDefinition model = context.getBean(RepositoryService.class)
					.createProcessDefinitionQuery()
					.latestVersion()
					.listPage(0, 1)
					.get(0);
				context.getBean(RepositoryService.class)
					.suspendProcessDefinitionById(model.getId(), false, java.util.Date.from(Instant.parse(DUE)));
				said.append("\nread back: ")
					.append(context.getBean(ManagementService.class)
						.createJobQuery()
						.timers()
						.singleResult()
						.getDuedate()
						.toInstant());
			}
			System.out.println(said);
		}

	}

}
