package dev.escala.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The README in Spanish is the README: part by part")
class LeemeTests {

	private static final Path ENGLISH = Path.of("README.md");

	private static final Path SPANISH = Path.of("src", "docs", "LEEME.md");

	private static final Pattern BLOCK = Pattern.compile("(?ms)^```.*?^```$");

	private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

	@Test
	@DisplayName("Headings of the same levels, the same steps and the same tables")
	void shape() throws IOException {
		both((text) -> found("(?m)^#+(?= )|^\\d+\\.(?= )", text));
		both((text) -> text.lines()
			.filter((line) -> line.startsWith("|"))
			.map((line) -> line.chars().filter((c) -> c == '|').count())
			.toList());
	}

	@Test
	@DisplayName("The same commands, names, users and numbers")
	void said() throws IOException {
		both((text) -> BLOCK.matcher(text).results().map(MatchResult::group).toList());
		both((text) -> found("`[^`\\n]+`", text).stream().sorted().toList());
	}

	@Test
	@DisplayName("The same pictures and links in the same order; each leads to the other")
	void links() throws IOException {
		List<Path> english = links(ENGLISH);

		assertThat(english).hasSizeGreaterThan(50).contains(SPANISH);
		assertThat(links(SPANISH).stream().map((path) -> path.equals(ENGLISH) ? SPANISH : path).toList())
			.isEqualTo(english);
	}

	@Test
	@DisplayName("Pictures are small enough for a slow line")
	void pictures() throws IOException {
		for (Path picture : links(ENGLISH)) {
			if (picture.toString().endsWith(".png")) {
				assertThat(Files.size(picture)).as(picture.toString()).isLessThan(250_000);
			}
		}
	}

	private static List<Path> links(Path document) throws IOException {
		Path folder = Path.of("").toAbsolutePath().resolve(document).getParent();
		return LINK.matcher(BLOCK.matcher(Files.readString(document)).replaceAll(""))
			.results()
			.map((link) -> link.group(1))
			.map((link) -> Path.of("")
				.toAbsolutePath()
				.relativize(folder.resolve(link.replaceFirst("#.*", "")).normalize()))
			.toList();
	}

	private static <T> void both(Function<String, List<T>> part) throws IOException {
		List<T> english = part.apply(Files.readString(ENGLISH));
		assertThat(english).isNotEmpty();
		assertThat(part.apply(Files.readString(SPANISH))).isEqualTo(english);
	}

	private static List<String> found(String pattern, String text) {
		return Pattern.compile(pattern)
			.matcher(BLOCK.matcher(text).replaceAll(""))
			.results()
			.map(MatchResult::group)
			.toList();
	}

}
