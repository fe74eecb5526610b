package dev.escala.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.EscalaApplication;
import dev.escala.demo.DemoProgress;
import dev.escala.support.StaffClient;
import org.awaitility.Awaitility;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.util.TestSocketUtils;
import org.springframework.util.FileSystemUtils;

/**
 * The demo as {@code ./mvnw spring-boot:run} starts it, in a folder of its own that goes
 * when it is closed.
 */
class DemoServer implements AutoCloseable {

	static final String PASSWORD = "Cuatro-faroles-26";

	private final Path folder;

	private final boolean own;

	private ConfigurableApplicationContext application;

	private HttpResponse<String> beforeReady;

	private DemoServer(Path folder, boolean own) {
		this.folder = folder;
		this.own = own;
	}

	/** The demo, ready; its cases are still to come, as for whoever begins at once. */
	static DemoServer start() throws IOException {
		DemoServer server = new DemoServer(Files.createTempDirectory("escala con espacios "), true);
		server.open();
		return server;
	}

	/** The demo on somebody's folder, ready; its cases may still be to come. */
	static DemoServer on(Path folder) {
		DemoServer server = new DemoServer(folder, false);
		server.open();
		return server;
	}

	/**
	 * What the demo is started with on a folder. Links in its mails name its port; its
	 * people's passwords are hashed as cheaply as those of all tests.
	 */
	static List<String> arguments(Path folder) {
		return List.of("--server.port=" + TestSocketUtils.findAvailableTcpPort(), "--escala.data-directory=" + folder,
				"--escala.demo.password=" + PASSWORD, "--escala.login.hash-memory=1MB");
	}

	private void open() {
		this.application = new SpringApplicationBuilder(EscalaApplication.class)
			.listeners((ApplicationListener<ApplicationStartedEvent>) (
					started) -> this.beforeReady = readiness(started.getApplicationContext()))
			.run(arguments(this.folder).toArray(String[]::new));
	}

	/** Waits until all cases of the demo are there. */
	void awaitCases() {
		Awaitility.await().atMost(Duration.ofMinutes(4)).until(() -> !bean(DemoProgress.class).isRunning());
	}

	/** What readiness answered when the door was open and Escala not ready yet. */
	HttpResponse<String> beforeReady() {
		return this.beforeReady;
	}

	/** What readiness answers now. */
	HttpResponse<String> readiness() {
		return readiness(this.application);
	}

	private static HttpResponse<String> readiness(ApplicationContext application) {
		return StaffClient
			.anonymous(Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port")))
			.send("GET", "/actuator/health/readiness");
	}

	/** Stops the demo and starts it again on the same data. */
	void restart() {
		this.application.close();
		open();
	}

	int port() {
		return Integer.parseInt(this.application.getEnvironment().getRequiredProperty("local.server.port"));
	}

	<T> T bean(Class<T> type) {
		return this.application.getBean(type);
	}

	/** What the API answers to somebody. */
	JsonNode get(String user, String path) {
		try {
			HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
				.header("Authorization",
						"Basic " + Base64.getEncoder()
							.encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8)))
				.build();
			HttpResponse<String> response = HttpClient.newHttpClient()
				.send(request, HttpResponse.BodyHandlers.ofString());
			return new ObjectMapper().readTree(response.body());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** The number of the only case with this subject. */
	String numberOf(String subject) {
		JsonNode found = get("agente", "/api/escalations?search=" + URLEncoder.encode(subject, StandardCharsets.UTF_8));
		List<String> numbers = found.get("items").findValuesAsText("number");
		if (numbers.size() != 1) {
			throw new AssertionError("Not one case with subject " + subject + " but " + numbers);
		}
		return numbers.get(0);
	}

	@Override
	public void close() {
		this.application.close();
		try {
			if (this.own) {
				FileSystemUtils.deleteRecursively(this.folder);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
