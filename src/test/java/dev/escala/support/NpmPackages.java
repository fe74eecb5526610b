package dev.escala.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Packages of npm in the versions that a test names, fetched once into {@code target/}.
 * Their install scripts do not run. Tests that need them are skipped, with a sentence,
 * where there is no Node.
 */
public final class NpmPackages {

	private static final Path FOLDER = Path.of("target", "npm");

	private final Path modules;

	private NpmPackages(Path modules) {
		this.modules = modules;
	}

	/** Fetches packages by name and version, or skips the test. */
	public static NpmPackages install(Map<String, String> versions) {
		NpmPackages packages = new NpmPackages(FOLDER.resolve("node_modules"));
		if (!versions.entrySet().stream().allMatch((wanted) -> packages.has(wanted.getKey(), wanted.getValue()))) {
			fetch(versions.entrySet()
				.stream()
				.map((wanted) -> wanted.getKey() + "@" + wanted.getValue())
				.sorted()
				.collect(Collectors.toList()));
		}
		return packages;
	}

	/** A file inside a package. */
	public Path file(String path) {
		return this.modules.resolve(path);
	}

	private boolean has(String name, String version) {
		Path description = file(name + "/package.json");
		try {
			return Files.isRegularFile(description)
					&& new ObjectMapper().readTree(description.toFile()).path("version").asText().equals(version);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void fetch(List<String> packages) {
		List<String> command = new ArrayList<>(List.of("npm", "install", "--prefix", FOLDER.toString(),
				"--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"));
		command.addAll(packages);
		try {
			Files.createDirectories(FOLDER);
			Process npm = new ProcessBuilder(command).redirectErrorStream(true).start();
			String said = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (npm.waitFor() != 0) {
				Needed.missing("npm could not fetch " + packages + ": " + said);
			}
		}
		catch (IOException ex) {
			Needed.missing("No npm on this machine: install Node to open the models in Modeler's editor.");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
