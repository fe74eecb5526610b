package dev.escala.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.escala.architecture.fixtures.TakesTooMuch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A stranger knows where everything is, and what each place must not know. */
class PackageShapeTests {

	private static final int MOST_CLASSES = 25;

	private static final int MOST_OF_OURS = 8;

	/** Who needs more of our types at once, and why. */
	private static final Map<String, String> REASONS = Map.ofEntries(
			Map.entry("AnswerRequest",
					"An answer ends a request: its rulings, promises, notices and process, all at once or not at all."),
			Map.entry("AskInternally",
					"A question becomes a request in one transaction, whoever asks and whomever it is about."),
			Map.entry("AskPage", "One page shows all that helps before somebody asks."),
			Map.entry("AssessComplaint", "All that is known of a complaint decides who has it, and by when."),
			Map.entry("CaseCourseController", "One address for each way in which a case goes on."),
			Map.entry("CasePage", "One page for each way back, each a use case of its own."),
			Map.entry("CustomerTracking", "The customer's page shows what every room has for its reader."),
			Map.entry("EscalationController",
					"One address for a case that is reported, followed, added to and ended early."),
			Map.entry("EscalationOverview", "Everything that is known of a case, in one look."),
			Map.entry("InboundQueue", "Whoever decides on a mail sees the mail, its case and its customer at once."),
			Map.entry("MakePromise",
					"A promise joins an expectation, an estimate, a date and its customer in one step."),
			Map.entry("Panel", "The figures of every room that has some, on one page."),
			Map.entry("RetentionCases",
					"A customer, what they bought and whether they are lost decide whether a case begins."),
			Map.entry("RetentionPage", "One page with all that helps before somebody calls."),
			Map.entry("RetentionWork",
					"A call, what is done and a purchase reach case, register and process together."),
			Map.entry("ReportEscalation", "A report becomes a case in one transaction."), Map.entry("SettlePromise",
					"What becomes of a promise reaches the customer, the owner and the case together."));

	private static final JavaClasses APPLICATION = Application.CLASSES;

	private static final JavaClasses CIRCLE = new ClassFileImporter()
		.importPackages("dev.escala.architecture.fixtures.cycle");

	private static final Path SOURCES = Path.of("src", "main", "java", "dev", "escala");

	private static final Pattern INFO = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

	private static final Pattern DENIES = Pattern.compile("\\b(no|not|nothing|nobody|never|none|neither)\\b",
			Pattern.CASE_INSENSITIVE);

	@Test
	@DisplayName("No package has more than 25 classes")
	void small() {
		PackageShape shape = PackageShape.of(APPLICATION, "dev.escala");

		System.out.println("Largest package: " + shape.largest() + " classes");
		assertThat(shape.largerThan(MOST_CLASSES)).isEmpty();
		assertThat(PackageShape.of(CIRCLE, "dev.escala.architecture").largerThan(0)).hasSize(3);
	}

	@Test
	@DisplayName("No two packages side by side depend on each other, at whatever depth")
	void noCircles() {
		PackageShape shape = PackageShape.of(APPLICATION, "dev.escala");

		System.out.println("Circles of packages: " + shape.cycles().size());
		assertThat(shape.cycles()).isEmpty();
		assertThat(PackageShape.of(CIRCLE, "dev.escala.architecture").cycles()).singleElement()
			.asString()
			.contains("EngineSide → FeatureSide", "FeatureSide → EngineSide");
	}

	@Test
	@DisplayName("Nobody takes more than eight of our types at once without a reason")
	void fewCollaborators() {
		Map<String, Integer> many = takersOfMany(APPLICATION);

		System.out.println("Constructors with more than " + MOST_OF_OURS + " of our types: " + many);
		assertThat(many.keySet()).isEqualTo(new TreeSet<>(REASONS.keySet()));
		assertThat(takersOfMany(new ClassFileImporter().importClasses(TakesTooMuch.class)))
			.containsOnlyKeys("TakesTooMuch");
	}

	/** Beans only: a record is a list of what it holds. */
	private static Map<String, Integer> takersOfMany(JavaClasses classes) {
		Map<String, Integer> many = new TreeMap<>();
		for (JavaClass one : classes) {
			for (JavaConstructor constructor : one.getConstructors()) {
				long ours = constructor.getRawParameterTypes()
					.stream()
					.filter((type) -> type.getPackageName().startsWith("dev.escala"))
					.count();
				if (ours > MOST_OF_OURS && !one.isRecord()) {
					many.put(one.getSimpleName(), (int) ours);
				}
			}
		}
		return many;
	}

	@Test
	@DisplayName("Each package says in a sentence what it is for, and what it must not know")
	void described() throws IOException {
		Set<String> wrong = new TreeSet<>();
		try (Stream<Path> folders = Files.walk(SOURCES)) {
			for (Path folder : folders.filter(PackageShapeTests::hasClasses).toList()) {
				Path info = folder.resolve("package-info.java");
				String problem = Files.exists(info) ? problem(Files.readString(info)) : "has no package-info";
				if (problem != null && !folder.equals(SOURCES)) {
					wrong.add(SOURCES.relativize(folder) + " " + problem);
				}
			}
		}

		assertThat(wrong).isEmpty();
		assertThat(problem("/** Rows, numbers, dates, names and outages. Knows no feature. */")).isEqualTo("is a list");
		assertThat(problem("/** How cases are kept. */")).isEqualTo("does not say what it must not know");
	}

	private static String problem(String source) {
		Matcher comment = INFO.matcher(source);
		String text = comment.find() ? comment.group(1).replaceAll("\\s*\\n\\s*\\*?\\s*", " ").strip() : "";
		String first = text.split("(?<=\\.) ", 2)[0];
		if (first.chars().filter((sign) -> sign == ',').count() > 2) {
			return "is a list";
		}
		return DENIES.matcher(text).find() ? null : "does not say what it must not know";
	}

	private static boolean hasClasses(Path folder) {
		if (!Files.isDirectory(folder)) {
			return false;
		}
		try (Stream<Path> files = Files.list(folder)) {
			return files.anyMatch((file) -> file.toString().endsWith(".java"));
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
