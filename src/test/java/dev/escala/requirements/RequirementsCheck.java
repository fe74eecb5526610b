package dev.escala.requirements;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

import dev.escala.requirements.Requirement.Link;
import dev.escala.requirements.Requirement.State;

/**
 * Compares the list of requirements with what sources cite, both ways. Each problem is a
 * sentence that says what to do.
 */
final class RequirementsCheck {

	private static final String TESTS = "src/test/java/";

	private final List<Requirement> requirements;

	/** The numbers that each source cites, by its path from the root of the project. */
	private final Map<String, Set<String>> cited;

	/** How many items each document has, in order. */
	private final List<Integer> counts;

	RequirementsCheck(List<Requirement> requirements, Map<String, Set<String>> cited, List<Integer> counts) {
		this.requirements = requirements;
		this.cited = cited;
		this.counts = counts;
	}

	List<String> problems() {
		List<String> problems = new ArrayList<>(numbering());
		problems.addAll(unknown());
		this.requirements.forEach((requirement) -> {
			problems.addAll(unclear(requirement));
			problems.addAll(links(requirement));
			problems.addAll(claims(requirement));
		});
		return problems;
	}

	/** No gap, nothing twice, nothing beyond the end. */
	private List<String> numbering() {
		List<String> expected = IntStream.range(0, this.counts.size())
			.boxed()
			.flatMap((document) -> IntStream.rangeClosed(1, this.counts.get(document))
				.mapToObj((item) -> "%03d-%02d".formatted(document, item)))
			.toList();
		List<String> listed = this.requirements.stream().map(Requirement::number).toList();
		List<String> problems = new ArrayList<>();
		expected.stream()
			.filter((number) -> !listed.contains(number))
			.forEach((number) -> problems.add(number + " is missing in the list."));
		Set<String> seen = new TreeSet<>();
		for (String number : listed) {
			if (!seen.add(number)) {
				problems.add(number + " stands in the list twice.");
			}
			else if (!expected.contains(number)) {
				problems.add(number + " is beyond the numbers of its document.");
			}
		}
		return problems;
	}

	private List<String> unknown() {
		Set<String> known = new TreeSet<>(this.requirements.stream().map(Requirement::number).toList());
		return new TreeMap<>(this.cited).entrySet()
			.stream()
			.flatMap((source) -> source.getValue()
				.stream()
				.filter((number) -> !known.contains(number))
				.map((number) -> source.getKey() + " cites " + number + ", which does not exist."))
			.toList();
	}

	private List<String> unclear(Requirement requirement) {
		String number = requirement.number();
		if (!requirement.kinds().matches("[BDMKA]([+/][BDMKA])*")) {
			return List.of(number + " is of no known kind: «" + requirement.kinds() + "».");
		}
		boolean advice = requirement.state() == State.BUILT || requirement.state() == State.LEFT_OUT;
		if (requirement.state() == State.UNCLEAR || (advice && !requirement.isAdvice())) {
			return List.of(number + " says neither which tests show it nor «Open: …» with a sentence on what is missing"
					+ (requirement.isAdvice() ? ", nor «Built as …», nor «Left out because …»." : "."));
		}
		if (requirement.kinds().equals("A") && !advice) {
			return List.of(number + " is advice, and says neither «Built as …» nor «Left out because …».");
		}
		if (requirement.state() == State.OPEN && !requirement.tests().isEmpty()) {
			return List.of(number + " is open and names tests: «Partly: …» is for what a test shows already.");
		}
		return List.of();
	}

	private List<String> links(Requirement requirement) {
		List<String> problems = new ArrayList<>();
		for (Link link : requirement.tests()) {
			String path = "src/" + link.address().replaceFirst("^\\.\\./", "");
			Set<String> numbers = this.cited.get(path);
			if (!path.startsWith(TESTS) || !path.endsWith("/" + link.label() + ".java") || numbers == null) {
				problems.add(requirement.number() + " names " + link.label() + ", and there is no such test at "
						+ link.address() + ".");
			}
			else if (!numbers.contains(requirement.number())) {
				problems.add(requirement.number() + " names " + link.label() + ", which does not cite it.");
			}
		}
		return problems;
	}

	/** A test that cites a number claims to show it, and the list says so. */
	private List<String> claims(Requirement requirement) {
		String number = requirement.number();
		return new TreeMap<>(this.cited).entrySet()
			.stream()
			.filter((source) -> source.getKey().startsWith(TESTS) && source.getValue().contains(number))
			.map((source) -> source.getKey().replaceFirst(".*/", "").replace(".java", ""))
			.filter((test) -> !requirement.testNames().contains(test))
			.map((test) -> (requirement.state() == State.OPEN)
					? number + " is listed as open, and " + test + " claims to show it."
					: number + " is claimed by " + test + ", which its line does not name.")
			.toList();
	}

}
