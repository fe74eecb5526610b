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

	private final Path folder;

	private final Path modules;

	private NpmPackages(Path folder) {
		this.folder = folder;
		this.modules = folder.resolve("node_modules");
	}

	/**
	 * Fetches packages by name and version, or skips the test.
	 * @param name of a folder in {@code target/}: npm takes away what it was not asked
	 * for
	 */
	public static NpmPackages install(String name, Map<String, String> versions) {
		NpmPackages packages = new NpmPackages(Path.of("target", name));
		if (!versions.entrySet().stream().allMatch((wanted) -> packages.has(wanted.getKey(), wanted.getValue()))) {
			packages.fetch(versions.entrySet()
				.stream()
				.map((wanted) -> wanted.getKey() + "@" + wanted.getValue())
				.sorted()
				.collect(Collectors.toList()));
		}
		return packages;
	}

	/** The folder that holds them all. */
	public Path folder() {
		return this.modules;
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

	private void fetch(List<String> packages) {
		List<String> command = new ArrayList<>(List.of("npm", "install", "--prefix", this.folder.toString(),
				"--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"));
		command.addAll(packages);
		try {
			Files.createDirectories(this.folder);
			Process npm = new ProcessBuilder(command).redirectErrorStream(true).start();
			String said = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (npm.waitFor() != 0) {
				Needed.missing("npm could not fetch " + packages + ": " + said);
			}
		}
		catch (IOException ex) {
			Needed.missing("No npm on this machine: install Node for what is tested with Modeler's own parts.");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
