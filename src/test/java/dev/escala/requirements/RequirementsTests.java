package dev.escala.requirements;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.escala.requirements.Requirement.State;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Requirements are listed, cited and shown")
class RequirementsTests {

	/** How many items each of the five documents has. */
	private static final List<Integer> COUNTS = List.of(38, 37, 21, 18, 81);

	private static final Path LIST = Path.of("src", "docs", "requirements.md");

	/** Here numbers stand as examples. */
	private static final Path HERE = Path.of("src", "test", "java", "dev", "escala", "requirements");

	private static final Pattern TEXT = Pattern
		.compile(".*\\.(java|md|bpmn|dmn|form|sql|html|txt|js|properties|ya?ml)");

	private static final String SHOWN = "[OneTests](../test/java/a/OneTests.java)";

	private static final String OPEN = "Open: Nobody has built that yet.";

	@Test
	@DisplayName("Everything that is cited is listed, and the list says by which tests each item is shown or what is missing")
	void listAndSourcesAgree() throws IOException {
		List<Requirement> list = list();

		assertThat(new RequirementsCheck(list, cited(), COUNTS).problems()).isEmpty();
		assertThat(list).hasSize(195);
		assertThat(list.stream().filter(Requirement::isShown)).hasSizeGreaterThan(90);
	}

	static List<Requirement> list() throws IOException {
		return RequirementsDocument.read(Files.readString(LIST));
	}

	/** What each source cites, by its path; also tests that cite nothing. */
	private static Map<String, Set<String>> cited() throws IOException {
		Map<String, Set<String>> cited = new TreeMap<>();
		for (String root : List.of("src", "bpmn", "dmn", "README.md")) {
			try (Stream<Path> files = Files.walk(Path.of(root))) {
				files.filter((file) -> TEXT.matcher(file.toString()).matches())
					.filter((file) -> !file.startsWith(HERE) && !file.equals(LIST))
					.forEach((file) -> cited.put(file.toString().replace('\\', '/'), Citations.in(read(file))));
			}
		}
		assertThat(cited).hasSizeGreaterThan(1000).containsKey("README.md");
		return cited;
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(file.toString(), ex);
		}
	}

	@Test
	@DisplayName("Lines that say what they should have no problem")
	void good() {
		assertThat(problems(row("000-01", "B+D", SHOWN), row("000-02", "K", OPEN),
				row("000-03", "A", "Left out because it is a matter of people.")))
			.isEmpty();
		assertThat(problems(row("000-01", "B", "Partly: " + SHOWN + ". Missing: the other half of it."),
				row("000-02", "M/A", "Built as a check of letters, shown by " + OTHER + "."),
				row("000-03", "A/B", "Open: It waits for figures of sales.")))
			.isEmpty();
	}

	private static final String OTHER = "[OtherTests](../test/java/a/OtherTests.java)";

	@ParameterizedTest(name = "{1}")
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			000-04 | src/main/java/a/Thing.java cites 000-04, which does not exist.
			009-01 | src/main/java/a/Thing.java cites 009-01, which does not exist.
			000-02 to 000-05 | src/main/java/a/Thing.java cites 000-04, which does not exist.
			000-02, -99 | src/main/java/a/Thing.java cites 000-99, which does not exist.
			""")
	@DisplayName("A number that does not exist is found, wherever it is cited")
	void wrongNumber(String citation, String problem) {
		Map<String, Set<String>> sources = sources();
		sources.put("src/main/java/a/Thing.java", Citations.in("/** Does it (" + citation + "). */"));

		assertThat(problems(sources, row("000-01", "B", SHOWN), row("000-02", "B", OPEN), row("000-03", "D", OPEN)))
			.contains(problem);
	}

	@ParameterizedTest(name = "{3}")
	@CsvSource(delimiter = '|', nullValues = "-",
			textBlock = """
					000-02 | B | - | 000-02 says neither which tests show it nor «Open: …» with a sentence on what is missing.
					000-02 | K | Later | 000-02 says neither which tests show it nor «Open: …» with a sentence on what is missing.
					000-02 | M | Open: no | 000-02 says neither which tests show it nor «Open: …» with a sentence on what is missing.
					000-02 | D | Open: It is not built. Nor will it be. | 000-02 says neither which tests show it nor «Open: …» with a sentence on what is missing.
					000-02 | B | Left out because nobody wants it. | 000-02 says neither which tests show it nor «Open: …» with a sentence on what is missing.
					000-02 | A | - | 000-02 says neither which tests show it nor «Open: …» with a sentence on what is missing, nor «Built as …», nor «Left out because …».
					000-02 | A | Open: Nobody has built that yet. | 000-02 is advice, and says neither «Built as …» nor «Left out because …».
					000-02 | X | Open: Nobody has built that yet. | 000-02 is of no known kind: «X».
					000-02 | B | [NoTests](../test/java/a/NoTests.java) | 000-02 names NoTests, and there is no such test at ../test/java/a/NoTests.java.
					000-02 | B | [NoTests](../test/java/a/OneTests.java) | 000-02 names NoTests, and there is no such test at ../test/java/a/OneTests.java.
					000-02 | B | [Thing](../main/java/a/Thing.java) | 000-02 names Thing, and there is no such test at ../main/java/a/Thing.java.
					000-02 | B | [OneTests](../test/java/a/OneTests.java) | 000-02 names OneTests, which does not cite it.
					000-01 | B | Open: Nobody has built that yet. | 000-01 is listed as open, and OneTests claims to show it.
					000-01 | B | Open: Half of it is shown by [OneTests](../test/java/a/OneTests.java), the rest is not. | 000-01 is open and names tests: «Partly: …» is for what a test shows already.
					000-01 | A | Built as something else, without a test. | 000-01 is claimed by OneTests, which its line does not name.
					""")
	@DisplayName("A line that does not say what tests say, or says nothing, is found")
	void wrongLine(String number, String kind, String said, String problem) {
		List<String> others = Stream.of("000-01", "000-02", "000-03").filter((one) -> !one.equals(number)).toList();
		Map<String, Set<String>> sources = sources();
		sources.put("src/main/java/a/Thing.java", Set.of("000-02"));

		assertThat(problems(sources, row(number, kind, (said == null) ? "" : said),
				row(others.get(0), "A", "Left out because it is only here."), row(others.get(1), "D", OPEN)))
			.contains(problem);
	}

	@Test
	@DisplayName("A gap, a number twice and one beyond the end are found")
	void numbering() {
		assertThat(problems(row("000-01", "B", SHOWN), row("000-03", "D", OPEN), row("000-03", "D", OPEN),
				row("000-04", "D", OPEN), row("001-01", "D", OPEN)))
			.containsExactly("000-02 is missing in the list.", "000-03 stands in the list twice.",
					"000-04 is beyond the numbers of its document.", "001-01 is beyond the numbers of its document.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Within the first hour (001-19). | 001-19
			(001-12 to 001-14, 001-28) | 001-12 001-13 001-14 001-28
			for what exists (001-14, -21, -22) and -30 | 001-14 001-21 001-22
			ESC-0000-000-01, 2001-06-04 and 1001-19, 001-191, x001-19, 001-19-2 |
			""")
	@DisplayName("Numbers are read alone, from one to another, and shortened in a list")
	void citations(String text, String numbers) {
		assertThat(String.join(" ", Citations.in(text))).isEqualTo((numbers == null) ? "" : numbers);
	}

	@Test
	@DisplayName("A range goes over the end of a line")
	void citationsOverLines() {
		assertThat(Citations.in("/**\n\t * Carries it (001-30 to\n\t * 001-32).\n\t */")).containsExactly("001-30",
				"001-31", "001-32");
		assertThat(Citations.in("-- as said (001-30,\r\n-- -32)")).containsExactly("001-30", "001-32");
	}

	@Test
	@DisplayName("Every item of behaviour that is shown can be taken away, by a test that its line names")
	void everyBehaviourCanBeTakenAway() throws IOException {
		assertThat(TakenAway.problems(list(), TakenAway.all())).isEmpty();
	}

	@Test
	@DisplayName("Behaviour that nobody can take away is found, and so is a test that does not show it")
	void takenAwayFixtures() {
		List<Requirement> list = RequirementsDocument
			.read(String.join("\n", row("000-01", "B", SHOWN), row("000-02", "B", OPEN), row("000-03", "B+D", SHOWN)));
		Collection<TakenAway> known = List.of(
				TakenAway.read("000-02 | requirements.RequirementsTests#good | skip requirements.Citations#in"),
				TakenAway.read("000-03 | requirements.RequirementsTests#nothing | skip requirements.Citations#no"));

		assertThat(TakenAway.problems(list, known)).containsExactlyInAnyOrder(
				"000-01 is behaviour that a test shows, and nobody knows how to take it away.",
				"000-02 can be taken away, but is no behaviour that tests show.",
				"000-02: RequirementsTests is not among the tests that its line names.",
				"000-03: RequirementsTests is not among the tests that its line names.",
				"000-03: RequirementsTests has no test nothing.", "000-03: Citations has no method no.");
		assertThat(list.get(2).state()).isEqualTo(State.SHOWN);
	}

	private static String row(String number, String kind, String said) {
		return "| " + number + " | Something (algo). | " + kind + " | " + said + " |";
	}

	/**
	 * One test shows the first item, another one cites an item that is built otherwise.
	 */
	private static Map<String, Set<String>> sources() {
		return new TreeMap<>(Map.of("src/test/java/a/OneTests.java", Set.of("000-01")));
	}

	private static List<String> problems(String... rows) {
		Map<String, Set<String>> sources = sources();
		if (String.join("", rows).contains(OTHER)) {
			sources.put("src/test/java/a/OtherTests.java", Set.of("000-02"));
		}
		return problems(sources, rows);
	}

	private static List<String> problems(Map<String, Set<String>> sources, String... rows) {
		return new RequirementsCheck(RequirementsDocument.read(String.join("\n", rows)), sources, List.of(3))
			.problems();
	}

}
