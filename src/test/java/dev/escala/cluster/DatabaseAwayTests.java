package dev.escala.cluster;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.support.ApplicationNode;
import dev.escala.support.Forms;
import dev.escala.support.StaffClient;
import dev.escala.support.TestServices;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A real node whose PostgreSQL is stopped and started under load")
class DatabaseAwayTests {

	private static final int REPORTERS = 4;

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final Map<String, String> created = new ConcurrentHashMap<>();

	private final Queue<HttpResponse<String>> answers = new ConcurrentLinkedQueue<>();

	private final AtomicBoolean over = new AtomicBoolean();

	@Test
	@DisplayName("answers 503 at both APIs and with a page that tries again, loses nothing, writes nothing twice, "
			+ "and says once that the database went and once that it came back")
	void goesAndComesBack(@TempDir Path folder) throws Exception {
		EmbeddedPostgres postgres = start(folder.resolve("data"), 0);
		int port = postgres.getPort();
		String url = postgres.getJdbcUrl("postgres", "postgres");
		ExecutorService people = Executors.newFixedThreadPool(REPORTERS);
		try (ApplicationNode node = node(url)) {
			node.person("agente", "agents");
			StaffClient agent = node.as("agente");
			StaffClient session = node.session("agente");
			ApplicationNode.require(201, agent.json("POST", "/api/customers", """
					{"code": "NORTE", "name": "Clínica del Norte", "tier": "GOLD", "language": "es",
					 "contacts": [], "services": []}"""));
			List<Future<?>> reporters = new ArrayList<>();
			for (int i = 0; i < REPORTERS; i++) {
				String name = "r" + i;
				reporters.add(people.submit(() -> report(node.as("agente"), name)));
			}
			await().until(() -> this.created.size() >= 4);
			int before = node.said().length();

			postgres.close();
			refused(agent.send("GET", "/api/escalations"));
			refused(agent.send("GET", "/engine-rest/task/count"));
			refused(node.as("nadie").send("GET", "/api/escalations"));
			refused(session.send("GET", "/camunda/api/engine/engine/default/task/count"));
			refused(session.send("GET", "/api/escalations"));
			HttpResponse<String> page = agent.send("GET", "/mensajes");
			assertThat(page.statusCode()).isEqualTo(503);
			assertThat(page.headers().firstValue("Retry-After")).isPresent();
			assertThat(page.body()).contains("http-equiv=\"refresh\"", "Escala vuelve enseguida");
			await().until(() -> this.answers.stream().filter((answer) -> answer.statusCode() == 503).count() >= 8);

			postgres = start(folder.resolve("data"), port);
			await().until(() -> node.said().substring(before).contains("The database is back"));
			int back = this.created.size();
			await().until(() -> this.created.size() >= back + 4);
			this.over.set(true);
			for (Future<?> reporter : reporters) {
				reporter.get();
			}

			assertThat(this.answers).extracting(HttpResponse::statusCode).containsOnly(201, 503);
			assertThat(JdbcClient.create(new DriverManagerDataSource(url, "postgres", "postgres"))
				.sql("SELECT number FROM escalation")
				.query(String.class)
				.list()).containsExactlyInAnyOrderElementsOf(this.created.values());
			List<String> said = node.said().substring(before).lines().filter(DatabaseAwayTests::isLogged).toList();
			System.out.println("reports " + this.created.size() + ", answers 503: "
					+ this.answers.stream().filter((answer) -> answer.statusCode() == 503).count() + ", log lines "
					+ said.size());
			assertThat(said).as(String.join("\n", said)).hasSize(2);
			assertThat(said.get(0)).contains("ERROR", "The database is away");
			assertThat(said.get(1)).contains("INFO", "The database is back");
			assertThat(node.said().substring(before)).doesNotContain("\tat ");
		}
		finally {
			this.over.set(true);
			people.shutdownNow();
			postgres.close();
		}
	}

	/** Repeats each report with its key until it is taken, as a good client does. */
	private void report(StaffClient client, String name) {
		for (int i = 0; !this.over.get(); i++) {
			String key = name + "-" + i;
			HttpResponse<String> answer;
			do {
				answer = client.json("POST", "/api/escalations", body(), "Idempotency-Key", key);
				this.answers.add(answer);
			}
			while (answer.statusCode() == 503);
			this.created.put(key, ApplicationNode.require(201, answer).get("number").asText());
		}
	}

	private static String body() {
		try {
			return new ObjectMapper().writeValueAsString(Forms.report("NORTE"));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void refused(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(503);
		assertThat(answer.headers().firstValue("Retry-After")).contains("5");
		assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(answer.body()).contains("La base de datos no responde");
	}

	/** A line of the log itself, of at least the level that an operator reads. */
	private static boolean isLogged(String line) {
		return Stream.of(" ERROR ", " WARN ", "DatabaseWatch").anyMatch(line::contains);
	}

	private static ApplicationNode node(String url) {
		return ApplicationNode.start("database-away", url, ApplicationNode.SMALL,
				Map.of("spring.mail.host", "127.0.0.1", "spring.mail.port", TestServices.mail().getSmtp().getPort(),
						"spring.datasource.hikari.connection-timeout", 1000));
	}

	private static EmbeddedPostgres start(Path data, int port) throws IOException {
		Files.createDirectories(data);
		return EmbeddedPostgres.builder()
			.setDataDirectory(data)
			.setCleanDataDirectory(false)
			.setPort(port)
			.setServerConfig("fsync", "off")
			.start();
	}

	private static org.awaitility.core.ConditionFactory await() {
		return Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200));
	}

}
