package dev.escala.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.EscalaApplication;
import org.awaitility.Awaitility;

/**
 * The application in a virtual machine of its own, so that it can be killed. What it says
 * goes into a file below {@code target/nodes}.
 */
public final class ApplicationNode implements AutoCloseable {

	/** The first administrator, whom each node creates where nobody is one yet. */
	public static final String ADMIN = "raiz";

	public static final String PASSWORD = "Una-clave-larga-9";

	/** A virtual machine that starts soon beside others. */
	public static final List<String> SMALL = List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
			"-XX:MetaspaceSize=320m");

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private static final ObjectMapper JSON = new ObjectMapper();

	private final String name;

	private final Process process;

	private final Path log;

	private ApplicationNode(String name, Process process, Path log) {
		this.name = name;
		this.process = process;
		this.log = log;
	}

	/**
	 * Starts a node and waits until it serves requests.
	 * @param name names its log file and its database sessions
	 * @param database JDBC URL of a database of the tests' PostgreSQL
	 * @param java options of the virtual machine, for example its memory
	 * @param properties settings of the application
	 */
	public static ApplicationNode start(String name, String database, List<String> java,
			Map<String, Object> properties) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(java);
		command.addAll(
				List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
						EscalaApplication.class.getName(), "--server.port=0", "--server.address=127.0.0.1",
						"--spring.datasource.url=" + database, "--spring.datasource.username=postgres",
						"--spring.datasource.password=postgres", "--escala.admin.username=" + ADMIN,
						"--escala.admin.password=" + PASSWORD, "--escala.login.hash-memory=1MB",
						"--spring.datasource.hikari.data-source-properties.ApplicationName=" + name,
						"--logging.level.org.springframework.boot.web=info", "--logging.level.dev.escala=info"));
		properties.forEach((key, value) -> command.add("--" + key + "=" + value));
		try {
			Path folder = Files.createDirectories(Path.of("target", "nodes"));
			Path log = folder.resolve(name + ".log").toAbsolutePath();
			Process process = new ProcessBuilder(command).directory(folder.toFile())
				.redirectErrorStream(true)
				.redirectOutput(log.toFile())
				.start();
			// Where the tests themselves are ended, their nodes end with them.
			Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
			ApplicationNode node = new ApplicationNode(name, process, log);
			node.awaitStarted();
			return node;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void awaitStarted() {
		try {
			Awaitility.await(this.name).atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
				if (!this.process.isAlive()) {
					throw new IllegalStateException(this.name + " ended: read " + this.log);
				}
				return said().contains("Started " + EscalaApplication.class.getSimpleName());
			});
		}
		catch (RuntimeException ex) {
			this.process.destroyForcibly();
			throw ex;
		}
	}

	public String name() {
		return this.name;
	}

	/** The node's standard output so far. */
	public String said() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Somebody who calls this node over HTTP; all people have the same password. */
	public StaffClient as(String user) {
		return StaffClient.basic(port(), user, PASSWORD);
	}

	/** Somebody who logged in to Tasklist of this node. */
	public StaffClient session(String user) {
		return StaffClient.session(port(), user, PASSWORD);
	}

	private int port() {
		Matcher port = PORT.matcher(said());
		if (!port.find()) {
			throw new IllegalStateException(this.name + " does not say its port: read " + this.log);
		}
		return Integer.parseInt(port.group(1));
	}

	/** Creates somebody with a mailbox, as the administrator does. */
	public void person(String id, String... groups) {
		StaffClient admin = as(ADMIN);
		require(204, admin.json("POST", "/engine-rest/user/create", """
				{"profile": {"id": "%1$s", "firstName": "%1$s", "lastName": "Prueba", "email": "%1$s@escala.example"},
				 "credentials": {"password": "%2$s"}}""".formatted(id, PASSWORD)));
		for (String group : groups) {
			require(204, admin.json("PUT", "/engine-rest/group/" + group + "/members/" + id, "{}"));
		}
	}

	/** The answer's JSON; fails where the answer is another one than expected. */
	public static JsonNode require(int status, HttpResponse<String> answer) {
		if (answer.statusCode() != status) {
			throw new AssertionError(answer.request().uri() + " gave " + answer.statusCode() + ": " + answer.body());
		}
		try {
			return JSON.readTree(answer.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Ends the node as a power cut does: SIGKILL. */
	public void kill() {
		this.process.destroyForcibly().onExit().join();
	}

	/** Ends the node as an operator does: SIGTERM. */
	public void stop() {
		this.process.destroy();
		this.process.onExit().join();
	}

	@Override
	public void close() {
		kill();
	}

}
