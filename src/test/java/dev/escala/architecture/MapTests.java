package dev.escala.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever has a question finds the place in the README's map. */
class MapTests {

	private static final Path README = Path.of("README.md");

	private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#|mailto:)([^)#\\s]+)");

	@Test
	@DisplayName("Every link of the documents leads somewhere")
	void linksLead() throws IOException {
		Set<String> lost = new TreeSet<>();
		try (Stream<Path> documents = Files.walk(Path.of("src", "docs"))) {
			List<Path> all = Stream.concat(Stream.of(README, Path.of("findings", "README.md")), documents)
				.filter((path) -> path.toString().endsWith(".md"))
				.toList();
			for (Path document : all) {
				Matcher link = LINK.matcher(Files.readString(document));
				while (link.find()) {
					Path folder = document.toAbsolutePath().getParent();
					if (!Files.exists(folder.resolve(link.group(1)))) {
						lost.add(document + " → " + link.group(1));
					}
				}
			}
		}

		assertThat(lost).isEmpty();
	}

	@Test
	@DisplayName("Every module stands on the map")
	void complete() throws IOException {
		String readme = Files.readString(README);
		try (Stream<Path> modules = Files.list(Path.of("src", "main", "java", "dev", "escala"))) {
			Set<String> missing = modules.filter(Files::isDirectory)
				.map((module) -> module.getFileName().toString())
				.filter((module) -> !readme.contains("(src/main/java/dev/escala/" + module + ")"))
				.collect(Collectors.toCollection(TreeSet::new));

			assertThat(missing).isEmpty();
		}
	}

	@ParameterizedTest
	@CsvSource({ "the owner is reminded, owner/IdleMatters", "who reads a letter (of a refund, letter/SecondReaders",
			"a mail bounces, notification/Bounces" })
	@DisplayName("A question leads to its class in one click")
	void answers(String question, String type) throws IOException {
		assertThat(Files.readAllLines(README))
			.anyMatch((line) -> line.contains(question) && line.contains("dev/escala/" + type + ".java)"));
	}

}
