package dev.escala.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that outlives an Escala which was killed. Whoever holds the data folder
 * knows that nobody uses it any more, stops it, and clears its traces.
 */
final class OrphanedServer {

	private static final Logger log = LoggerFactory.getLogger(OrphanedServer.class);

	private static final int PATIENCE_SECONDS = 15;

	private final Path cluster;

	OrphanedServer(Path cluster) {
		this.cluster = cluster;
	}

	/** Leaves no server running on the cluster and no {@code postmaster.pid} behind. */
	void clear() throws IOException {
		Path file = this.cluster.resolve("postmaster.pid");
		if (!Files.exists(file)) {
			return;
		}
		Optional<ProcessHandle> server = Files.readAllLines(file)
			.stream()
			.findFirst()
			.flatMap(OrphanedServer::process)
			.filter(this::servesCluster);
		if (server.isPresent()) {
			log.warn("Stopping the database that an earlier Escala left running (process {}).", server.get().pid());
			stop(server.get());
		}
		// A process id is given again after a reboot; PostgreSQL would then refuse to
		// start.
		Files.deleteIfExists(file);
	}

	private static Optional<ProcessHandle> process(String pid) {
		try {
			return ProcessHandle.of(Long.parseLong(pid.strip())).filter(ProcessHandle::isAlive);
		}
		catch (NumberFormatException ex) {
			return Optional.empty();
		}
	}

	private boolean servesCluster(ProcessHandle process) {
		ProcessHandle.Info info = process.info();
		if (info.command().filter((command) -> command.matches(".*postgres(\\.exe)?")).isEmpty()) {
			return false;
		}
		// Windows does not tell the arguments.
		return info.commandLine().map((line) -> line.contains(this.cluster.toString())).orElse(true);
	}

	/** Gently first: its clients are gone, so it has nothing to wait for. */
	private static void stop(ProcessHandle server) {
		server.destroy();
		try {
			server.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
		}
		catch (TimeoutException | ExecutionException ex) {
			server.destroyForcibly();
			server.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).exceptionally((late) -> server).join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
