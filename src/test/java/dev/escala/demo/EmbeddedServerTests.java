package dev.escala.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.escala.startup.StartupProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedServerTests {

	@TempDir
	private Path temporary;

	private Path data;

	@BeforeEach
	void aFolderWithSpacesInItsName() {
		this.data = this.temporary.resolve("mis datos ñ");
	}

	@Test
	@DisplayName("What was written is there after a restart, and only the kept password opens it")
	void restart() throws Exception {
		try (DataFolder folder = DataFolder.take(this.data); EmbeddedServer server = EmbeddedServer.start(folder)) {
			execute(server, "CREATE TABLE kept (word text)", "INSERT INTO kept VALUES ('sí')");

			assertThatThrownBy(() -> DriverManager.getConnection(server.url(), EmbeddedServer.USER, "guess"))
				.isInstanceOf(SQLException.class)
				.extracting("SQLState")
				.isEqualTo("28P01");
			assertThat(Files.getPosixFilePermissions(folder.resolve("database-password")))
				.containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
		}

		try (DataFolder folder = DataFolder.take(this.data); EmbeddedServer server = EmbeddedServer.start(folder)) {
			assertThat(readKept(server)).isEqualTo("sí");
		}
	}

	@Test
	@DisplayName("An Escala that was killed leaves an orphan; the next one stops it and finds every row")
	void killed() throws Exception {
		Process first = holderOf(this.data);
		long orphan = postmaster();
		assertThat(ProcessHandle.of(orphan)).get().matches(ProcessHandle::isAlive);

		assertThatThrownBy(() -> DataFolder.take(this.data)).isInstanceOf(StartupProblem.class)
			.hasMessageStartingWith("Another Escala is running on the data folder " + this.data);

		first.destroyForcibly();
		assertThat(first.waitFor(10, TimeUnit.SECONDS)).isTrue();
		assertThat(ProcessHandle.of(orphan)).get().matches(ProcessHandle::isAlive);
		try (DataFolder folder = DataFolder.take(this.data); EmbeddedServer server = EmbeddedServer.start(folder)) {
			assertThat(readKept(server)).isEqualTo("sí");
			assertThat(postmaster()).isNotEqualTo(orphan);
		}
	}

	@Test
	@DisplayName("PostgreSQL is unpacked once, and anew where a start was interrupted while it unpacked")
	void unpackedOnce() throws Exception {
		startAndStop();
		Path program = program();
		FileTime unpacked = Files.getLastModifiedTime(program);

		startAndStop();
		assertThat(program()).isEqualTo(program);
		assertThat(Files.getLastModifiedTime(program)).isEqualTo(unpacked);

		Files.delete(program.getParent().resolveSibling(".exists"));
		Files.write(program, new byte[0]);
		startAndStop();
		assertThat(program()).isNotEmptyFile();
	}

	@Test
	@DisplayName("A process id that now belongs to somebody else is left alone")
	void recycledProcessId() throws Exception {
		Path cluster = Files.createDirectories(this.data);
		Files.writeString(cluster.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n");

		new OrphanedServer(cluster).clear();

		assertThat(cluster.resolve("postmaster.pid")).doesNotExist();
		assertThat(ProcessHandle.current().isAlive()).isTrue();
	}

	@Test
	@DisplayName("A folder is held by one Escala, also within one program")
	void heldTwice() throws Exception {
		try (DataFolder folder = DataFolder.take(this.data)) {
			assertThatThrownBy(() -> DataFolder.take(this.data)).isInstanceOf(StartupProblem.class)
				.hasMessageContaining("stop it, or choose another folder with ESCALA_DATADIRECTORY");
		}
		DataFolder.take(this.data).close();
	}

	@Test
	@DisplayName("A data folder that is a file, or a broken database, is told in one sentence")
	void broken() throws Exception {
		Files.writeString(this.temporary.resolve("file"), "x");
		assertThatThrownBy(() -> DataFolder.take(this.temporary.resolve("file"))).isInstanceOf(StartupProblem.class)
			.hasMessageContaining("cannot be created or written");

		Files.createDirectories(this.data.resolve("postgres"));
		Files.writeString(this.data.resolve("postgres").resolve("PG_VERSION"), "17\n");
		try (DataFolder folder = DataFolder.take(this.data)) {
			assertThatThrownBy(() -> EmbeddedServer.start(folder)).isInstanceOf(StartupProblem.class)
				.hasMessageContaining("does not hold a usable database");
		}
	}

	@Test
	@DisplayName("A database of another major version is not touched")
	void otherVersion() throws Exception {
		Path cluster = Files.createDirectories(this.data.resolve("postgres").resolve("global")).getParent();
		Files.writeString(cluster.resolve("PG_VERSION"), "16\n");
		Files.writeString(cluster.resolve("postgresql.conf"), "");
		Files.writeString(cluster.resolve("global").resolve("pg_control"), "");

		try (DataFolder folder = DataFolder.take(this.data)) {
			assertThatThrownBy(() -> EmbeddedServer.start(folder)).isInstanceOf(StartupProblem.class)
				.hasMessageContaining("PostgreSQL 16");
		}
	}

	@Test
	@DisplayName("The demo password is made up once; a configured one wins without replacing it")
	void demoPassword() throws Exception {
		try (DataFolder folder = DataFolder.take(this.data)) {
			DemoProperties made = new DemoProperties(this.data, new DemoProperties.Demo(null));
			String first = new DemoPassword(made, folder).value();

			assertThat(first).matches("[a-z2-9]{5}-[a-z2-9]{5}-[a-z2-9]{5}");
			assertThat(new DemoPassword(made, folder).value()).isEqualTo(first);
			assertThat(new DemoPassword(new DemoProperties(this.data, new DemoProperties.Demo("mine")), folder).value())
				.isEqualTo("mine");
			assertThat(Files.getPosixFilePermissions(folder.resolve("demo-password"))).hasSize(2);
			assertThat(Welcome.text("18080", first)).contains("http://localhost:18080/camunda/app/tasklist/default/",
					"http://localhost:18080/buzon", "http://localhost:18080/v3/api-docs", "agente", "propietario",
					first);
		}
	}

	private void startAndStop() throws IOException {
		try (DataFolder folder = DataFolder.take(this.data); EmbeddedServer server = EmbeddedServer.start(folder)) {
			assertThat(server.url()).startsWith("jdbc:postgresql://localhost:");
		}
	}

	/** The one that there is, of the one build that was unpacked. */
	private Path program() throws IOException {
		try (Stream<Path> builds = Files.list(this.data.resolve("postgres-binaries"))) {
			return builds.map((build) -> build.resolve("bin").resolve("postgres")).toList().get(0);
		}
	}

	private static void execute(EmbeddedServer server, String... statements) throws SQLException {
		try (Connection connection = connect(server); Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
	}

	private static String readKept(EmbeddedServer server) throws SQLException {
		try (Connection connection = connect(server);
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("SELECT word FROM kept")) {
			assertThat(rows.next()).isTrue();
			return rows.getString(1);
		}
	}

	private static Connection connect(EmbeddedServer server) throws SQLException {
		return DriverManager.getConnection(server.url(), EmbeddedServer.USER, server.password());
	}

	private long postmaster() throws IOException {
		return Long
			.parseLong(Files.readAllLines(this.data.resolve("postgres").resolve("postmaster.pid")).get(0).strip());
	}

	/** Another program that runs a database on the folder, ready when this returns. */
	private static Process holderOf(Path data) throws IOException {
		Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-cp",
				System.getProperty("java.class.path"), Holder.class.getName(), data.toString())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		BufferedReader output = process.inputReader();
		String line = output.readLine();
		while (line != null && !line.equals("ready")) {
			line = output.readLine();
		}
		assertThat(line).isEqualTo("ready");
		return process;
	}

	/** Runs a database until it is killed. */
	static final class Holder {

		public static void main(String[] arguments) throws Exception {
			EmbeddedServer server = EmbeddedServer.start(DataFolder.take(Path.of(arguments[0])));
			execute(server, "CREATE TABLE kept (word text)", "INSERT INTO kept VALUES ('sí')");
			System.out.println("ready");
			System.in.read();
		}

	}

}
