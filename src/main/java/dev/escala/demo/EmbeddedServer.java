package dev.escala.demo;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.stream.Stream;

import dev.escala.startup.StartupProblem;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.FileSystemUtils;

/**
 * The PostgreSQL that comes with Escala, on a folder that it keeps. It answers on the
 * loopback interface only, and only with a password kept in that folder.
 */
final class EmbeddedServer implements Closeable {

	private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);

	static final String USER = "postgres";

	static final String DATABASE = "postgres";

	/** The major version of the binaries; a cluster of another one cannot be opened. */
	private static final String MAJOR_VERSION = "17";

	private static final String PASSWORD_FILE = "database-password";

	/** Long enough to recover from a crash on a slow disk. */
	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final EmbeddedPostgres postgres;

	private final String password;

	private EmbeddedServer(EmbeddedPostgres postgres, String password) {
		this.postgres = postgres;
		this.password = password;
	}

	/**
	 * Starts the server on the cluster in the folder, and creates that first where it is
	 * missing.
	 * @throws StartupProblem when the cluster is broken or does not start
	 */
	static EmbeddedServer start(DataFolder folder) {
		Path cluster = folder.resolve("postgres");
		try {
			Files.deleteIfExists(logFile(folder));
			removeHalfUnpacked(folder);
			if (!Files.exists(cluster)) {
				log.info("Unpacking PostgreSQL and making a database in {}. Only the first start does.", cluster);
				create(folder, cluster);
			}
			requireUsable(cluster);
			new OrphanedServer(cluster).clear();
			log.info("The database in {} is starting.", cluster);
			String password = folder.readSecret(PASSWORD_FILE)
				.orElseThrow(() -> new StartupProblem("The file " + folder.resolve(PASSWORD_FILE)
						+ " is missing: put it back, or move the data folder away to begin anew."));
			return new EmbeddedServer(launch(folder, cluster, password), password);
		}
		catch (IOException | SQLException | IllegalStateException ex) {
			throw new StartupProblem("The database in " + cluster + " does not start: read " + logFile(folder)
					+ ", or move the data folder away to begin anew.", ex);
		}
	}

	/** Built aside and moved into place, so that what has the final name is complete. */
	private static void create(DataFolder folder, Path cluster) throws IOException, SQLException {
		Path draft = folder.resolve("postgres.new");
		if (Files.exists(draft)) {
			new OrphanedServer(draft).clear();
			FileSystemUtils.deleteRecursively(draft);
		}
		String password = randomPassword();
		folder.writeSecret(PASSWORD_FILE, password);
		try (EmbeddedPostgres postgres = launch(folder, draft, "");
				Connection connection = postgres.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("ALTER USER " + USER + " PASSWORD '" + password + "'");
			// Born trusting everybody on this machine; from here on it asks.
			Files.writeString(draft.resolve("pg_hba.conf"),
					"host all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n");
		}
		Files.move(draft, cluster, StandardCopyOption.ATOMIC_MOVE);
	}

	private static EmbeddedPostgres launch(DataFolder folder, Path cluster, String password) throws IOException {
		Redirect output = Redirect.appendTo(logFile(folder).toFile());
		EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
			.setDataDirectory(cluster)
			.setPgBinaryResolver(EmbeddedServer::binary)
			// Not in the shared temporary folder, where others could put programs of
			// theirs.
			.setOverrideWorkingDirectory(binaries(folder).toFile())
			.setCleanDataDirectory(false)
			// Spring closes it after the connection pool; a hook of its own would be
			// faster.
			.setRegisterShutdownHook(false)
			.setPGStartupWait(PATIENCE)
			.setLocaleConfig("locale", "C")
			.setServerConfig("fsync", "on")
			.setServerConfig("synchronous_commit", "on")
			.setServerConfig("max_connections", "100")
			.setServerConfig("listen_addresses", "localhost")
			.setServerConfig("unix_socket_directories", "")
			.setOutputRedirector(output)
			.setErrorRedirector(output);
		if (!password.isEmpty()) {
			builder.setConnectConfig("password", password);
		}
		return builder.start();
	}

	/** One build for both kinds of Mac: it stands under the name of the older one. */
	private static InputStream binary(String system, String machine) throws IOException {
		return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, system.equals("Darwin") ? "x86_64" : machine);
	}

	private static void requireUsable(Path cluster) throws IOException {
		Path version = cluster.resolve("PG_VERSION");
		if (!Files.isDirectory(cluster) || !Files.isReadable(version) || !Files.isWritable(cluster)
				|| !Files.exists(cluster.resolve("postgresql.conf"))
				|| !Files.exists(cluster.resolve("global").resolve("pg_control"))) {
			throw new StartupProblem("The folder " + cluster + " does not hold a usable database: correct its "
					+ "permissions, restore it, or move the data folder away to begin anew.");
		}
		String found = Files.readString(version).strip();
		if (!found.equals(MAJOR_VERSION)) {
			throw new StartupProblem("The folder " + cluster + " holds a database of PostgreSQL " + found
					+ ", but this Escala brings PostgreSQL " + MAJOR_VERSION
					+ ": dump and restore it, or move the data folder away to begin anew.");
		}
	}

	/** Unpacking that was interrupted is never taken up again by itself. */
	private static void removeHalfUnpacked(DataFolder folder) throws IOException {
		Path binaries = binaries(folder);
		if (!Files.isDirectory(binaries)) {
			return;
		}
		try (Stream<Path> versions = Files.list(binaries)) {
			for (Path version : versions.filter((path) -> !Files.exists(path.resolve(".exists"))).toList()) {
				FileSystemUtils.deleteRecursively(version);
			}
		}
	}

	private static Path binaries(DataFolder folder) {
		return folder.resolve("postgres-binaries");
	}

	private static Path logFile(DataFolder folder) {
		return folder.resolve("postgres.log");
	}

	private static String randomPassword() {
		byte[] bytes = new byte[24];
		new SecureRandom().nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	String url() {
		return "jdbc:postgresql://localhost:" + this.postgres.getPort() + "/" + DATABASE;
	}

	String password() {
		return this.password;
	}

	@Override
	public void close() throws IOException {
		this.postgres.close();
	}

}
