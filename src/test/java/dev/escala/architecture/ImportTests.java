package dev.escala.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What sources name of other modules. The compiler copies constants to where they are
 * used, so that whoever looks at classes only does not see that they came from another
 * module's inside.
 */
class ImportTests {

	private static final Path SOURCES = Path.of("src", "main", "java");

	private static final Pattern NAME = Pattern.compile("\\bdev\\.escala\\.([a-z]+)((?:\\.[a-z]+)+)\\.([A-Z]\\w*)");

	@Test
	@DisplayName("No source names what another module keeps inside, not even a constant")
	void noInsides() throws IOException {
		Set<String> wrong = new TreeSet<>();
		try (Stream<Path> files = Files.walk(SOURCES)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".java")).toList()) {
				insides(SOURCES.relativize(file).getName(2).toString(), Files.readString(file))
					.forEach((name) -> wrong.add(SOURCES.relativize(file) + " names " + name));
			}
		}

		assertThat(wrong).isEmpty();
		assertThat(insides("commitment", "import dev.escala.escalation.process.EscalationProcess;"))
			.containsExactly("dev.escala.escalation.process.EscalationProcess");
		assertThat(insides("escalation", "import dev.escala.escalation.process.EscalationProcess;")).isEmpty();
		assertThat(insides("escalation", "import dev.escala.clock.explanation.ClockStatus;")).isEmpty();
	}

	/** What a source of a module names of the inside of others. */
	private static Set<String> insides(String module, String source) throws IOException {
		Set<String> insides = new TreeSet<>();
		Matcher name = NAME.matcher(source);
		while (name.find()) {
			if (!name.group(1).equals(module) && !isShown("dev/escala/" + name.group(1) + name.group(2))) {
				insides.add(name.group());
			}
		}
		return insides;
	}

	/** Whether a package is shown to other modules. */
	private static boolean isShown(String dotted) throws IOException {
		Path info = SOURCES.resolve(dotted.replace('.', '/')).resolve("package-info.java");
		return Files.exists(info) && Files.readString(info).contains("@NamedInterface");
	}

}
