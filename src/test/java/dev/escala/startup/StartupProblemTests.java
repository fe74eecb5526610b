package dev.escala.startup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;

import dev.escala.support.TestServices;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StartupProblemTests {

	private static final List<FailureAnalyzer> ANALYZERS = SpringFactoriesLoader
		.forDefaultResourceLocation(StartupProblemTests.class.getClassLoader())
		.load(FailureAnalyzer.class, SpringFactoriesLoader.ArgumentResolver.none(),
				SpringFactoriesLoader.FailureHandler.handleMessage((message, failure) -> {
				}));

	@Test
	@DisplayName("A taken port says which property moves Escala, instead of Spring Boot's words")
	void portTaken() {
		assertThat(sentence(new IllegalStateException(new PortInUseException(8080))))
			.isEqualTo("Port 8080 is taken by another program: stop that program, or choose another port with "
					+ "SERVER_PORT (or --server.port=8081).");
	}

	@Test
	@DisplayName("Our own sentence is found however deep the failure lies")
	void ownSentence() {
		assertThat(sentence(new RuntimeException(new IllegalStateException(new StartupProblem("Do this.")))))
			.isEqualTo("Do this.");
	}

	@Test
	@DisplayName("A database that can be used passes")
	void usable() {
		assertThatNoException()
			.isThrownBy(() -> DatabaseCheck.check(TestServices.newDatabase(), "postgres", "postgres"));
	}

	@Test
	@DisplayName("An address that cannot be read is not repeated with the password that stands in it")
	void unreadable() {
		assertThatThrownBy(
				() -> DatabaseCheck.check("jdbc:postgresql://127.0.0.1:port/escala?password=geheim", "escala", null))
			.isInstanceOf(StartupProblem.class)
			.hasMessageContaining("127.0.0.1:port/escala")
			.hasMessageNotContaining("geheim");
	}

	@Test
	@DisplayName("A database that is missing, or a user that is unknown, is named")
	void missing() {
		String url = TestServices.newDatabase();

		assertThatThrownBy(() -> DatabaseCheck.check(url.replaceAll("escala_test_\\d+", "nowhere"), "postgres", "x"))
			.isInstanceOf(StartupProblem.class)
			.hasMessageStartingWith("There is no such database at localhost:");
		assertThatThrownBy(() -> DatabaseCheck.check(url.replace("user=postgres", ""), "ghost", "x"))
			.isInstanceOf(StartupProblem.class)
			.hasMessageContaining("refuses the user \"ghost\"")
			.hasMessageContaining("SPRING_DATASOURCE_PASSWORD");
	}

	@Test
	@DisplayName("Nobody at the address")
	void notReachable() throws IOException {
		int port;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = socket.getLocalPort();
		}

		assertThatThrownBy(
				() -> DatabaseCheck.check("jdbc:postgresql://localhost:" + port + "/x?password=secret", "u", "p"))
			.isInstanceOf(StartupProblem.class)
			.hasMessage("No database can be reached at localhost:" + port
					+ "/x: start it, or correct SPRING_DATASOURCE_URL.");
	}

	@Test
	@DisplayName("Something at the address that is not a PostgreSQL")
	void notPostgreSql() throws Exception {
		assertThatThrownBy(() -> DatabaseCheck.check("jdbc:mysql://localhost/x", "u", "p"))
			.isInstanceOf(StartupProblem.class)
			.hasMessageStartingWith("Escala runs on PostgreSQL only");

		try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			Thread web = new Thread(() -> answerLikeAWebServer(server));
			web.setDaemon(true);
			web.start();

			assertThatThrownBy(
					() -> DatabaseCheck.check("jdbc:postgresql://localhost:" + server.getLocalPort() + "/x", "u", "p"))
				.isInstanceOf(StartupProblem.class)
				.hasMessageContaining("does not answer like a PostgreSQL");
		}
	}

	@Test
	@DisplayName("A placeholder counts as set by any source of the operator's, in its relaxed form too")
	void placeholders() {
		MockEnvironment environment = new MockEnvironment();
		environment.getPropertySources()
			.addLast(new MapPropertySource("Config resource 'class path resource [application.yaml]'",
					Map.of("escala.zone", "Europe/Madrid")));
		environment.setProperty("escala.organisation-name", "Acme");
		environment.setProperty("escala.calendar.days[0]", "MONDAY");
		environment.setProperty("escala.internal-requests.groups.sales_scope", "product");

		assertThat(PlaceholderWarnings.isSetByOperator(environment, "escala.zone")).isFalse();
		assertThat(PlaceholderWarnings.isSetByOperator(environment, "escala.calendar.opens")).isFalse();
		assertThat(PlaceholderWarnings.isSetByOperator(environment, "escala.organisation-name")).isTrue();
		assertThat(PlaceholderWarnings.isSetByOperator(environment, "escala.calendar.days")).isTrue();
		assertThat(PlaceholderWarnings.isSetByOperator(environment, "escala.internal-requests.groups.sales-scope"))
			.isTrue();
		assertThat(PlaceholderWarnings.isSetByOperator(environment, "escala.internal-requests.groups.price")).isFalse();
	}

	private static String sentence(Throwable failure) {
		for (FailureAnalyzer analyzer : ANALYZERS) {
			FailureAnalysis analysis = analyzer.analyze(failure);
			if (analysis != null) {
				assertThat(analysis.getAction()).isNull();
				return analysis.getDescription();
			}
		}
		return null;
	}

	private static void answerLikeAWebServer(ServerSocket server) {
		while (!server.isClosed()) {
			try (Socket client = server.accept()) {
				client.getInputStream().read();
				client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes());
			}
			catch (IOException ex) {
				return;
			}
		}
	}

}
