package dev.escala.architecture;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;

/** What the tests of this build reported, once all of them have run. */
@DisplayName("The reports of the tests")
@DisabledIfSystemProperty(named = "test", matches = ".+", disabledReason = "Only some tests were asked for.")
class EveryTestRanIT {

	private static final Path REPORTS = Path.of("target", "surefire-reports");

	private static final Path CLASSES = Path.of("target", "test-classes");

	private static final Pattern SUITE = Pattern.compile("<testsuite [^>]*?name=\"([^\"]+)\" time=\"([\\d.,]+)\"");

	@Test
	@DisplayName("Every class of tests ran; how long each package took is printed")
	void complete() throws IOException {
		Map<String, Double> seconds = seconds();

		System.out.println("Seconds of tests by package, on two machines at once:");
		Map<String, Double> packages = new TreeMap<>();
		seconds.forEach((type, time) -> packages.merge(type.substring(0, type.lastIndexOf('.')), time, Double::sum));
		packages.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
			.forEach((one) -> System.out.printf("%8.1f  %s%n", one.getValue(), one.getKey()));
		System.out.printf("%8.1f  all%n", packages.values().stream().mapToDouble(Double::doubleValue).sum());
		Set<String> silent = new TreeSet<>(classes());
		silent.removeAll(seconds.keySet());
		assertThat(silent).as("classes of tests that no execution of Surefire includes").isEmpty();
	}

	private static Map<String, Double> seconds() throws IOException {
		Map<String, Double> seconds = new TreeMap<>();
		try (Stream<Path> files = Files.list(REPORTS)) {
			for (Path file : files.filter((one) -> one.getFileName().toString().startsWith("TEST-")).toList()) {
				Matcher suite = SUITE.matcher(Files.readString(file));
				assertThat(suite.find()).as(file.toString()).isTrue();
				seconds.put(suite.group(1), Double.parseDouble(suite.group(2).replace(",", "")));
			}
		}
		return seconds;
	}

	private static Set<String> classes() throws IOException {
		try (Stream<Path> files = Files.walk(CLASSES)) {
			return files.map((file) -> CLASSES.relativize(file).toString().replace('/', '.'))
				.filter((name) -> name.endsWith("Tests.class") && !name.contains("$"))
				.map((name) -> name.substring(0, name.length() - ".class".length()))
				.filter(EveryTestRanIT::runs)
				.collect(Collectors.toSet());
		}
	}

	/**
	 * What others extend runs as part of them; what is thorough only with its profile.
	 */
	private static boolean runs(String type) {
		try {
			Class<?> tests = Class.forName(type, false, EveryTestRanIT.class.getClassLoader());
			return !Modifier.isAbstract(tests.getModifiers()) && Arrays.stream(tests.getAnnotationsByType(Tag.class))
				.noneMatch((tag) -> tag.value().equals("thorough"));
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
