package dev.escala.requirements;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the behaviour that a requirement asks for is taken away, and which test then fails.
 *
 * @param number of the requirement
 * @param type the test's class
 * @param method the test
 * @param means what is taken away
 */
record TakenAway(String number, Class<?> type, String method, Means means) {

	private static final String ROOT = "dev.escala.";

	private static final String TABLE = "/requirements/taken-away.txt";

	/** The table: {@code number | test | means}, without our root package. */
	static List<TakenAway> all() throws IOException {
		try (InputStream table = TakenAway.class.getResourceAsStream(TABLE)) {
			return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map(TakenAway::read)
				.toList();
		}
	}

	static TakenAway read(String line) {
		String[] columns = line.split(" *\\| *");
		String[] test = columns[1].split("#");
		String[] means = columns[2].strip().split("[ #]");
		return new TakenAway(columns[0].strip(), type(test[0]), test[1],
				new Means(Kind.valueOf(means[0].toUpperCase(java.util.Locale.ROOT)), means[1], means[2]));
	}

	private static Class<?> type(String name) {
		try {
			return Class.forName(ROOT + name, false, TakenAway.class.getClassLoader());
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalArgumentException("There is no class " + name, ex);
		}
	}

	/** What the table and the list of requirements do not have in common. */
	static List<String> problems(List<Requirement> list, Collection<TakenAway> known) {
		List<String> problems = new ArrayList<>();
		list.stream()
			.filter((one) -> one.isBehaviour() && one.isShown())
			.filter((one) -> known.stream().noneMatch((away) -> away.number().equals(one.number())))
			.forEach((one) -> problems
				.add(one.number() + " is behaviour that a test shows, and nobody knows how to take it away."));
		known.forEach((away) -> problems.addAll(away.problems(list)));
		return problems;
	}

	private List<String> problems(List<Requirement> list) {
		List<String> problems = new ArrayList<>();
		Optional<Requirement> requirement = list.stream().filter((one) -> one.number().equals(this.number)).findFirst();
		if (requirement.filter((one) -> one.isBehaviour() && one.isShown()).isEmpty()) {
			problems.add(this.number + " can be taken away, but is no behaviour that tests show.");
		}
		if (types(this.type).map(Class::getSimpleName)
			.noneMatch((name) -> requirement.filter((one) -> one.testNames().contains(name)).isPresent())) {
			problems
				.add(this.number + ": " + this.type.getSimpleName() + " is not among the tests that its line names.");
		}
		if (test().isEmpty()) {
			problems.add(this.number + ": " + this.type.getSimpleName() + " has no test " + this.method + ".");
		}
		this.means.problem().ifPresent((problem) -> problems.add(this.number + ": " + problem));
		return problems;
	}

	/** The test's method, which stories inherit. */
	Optional<Method> test() {
		return types(this.type).flatMap((one) -> Arrays.stream(one.getDeclaredMethods()))
			.filter((one) -> one.getName().equals(this.method) && !one.isSynthetic())
			.findFirst();
	}

	private static Stream<Class<?>> types(Class<?> type) {
		return Stream.iterate(type, (one) -> one != null && one != Object.class, Class::getSuperclass);
	}

	/** What is done to the behaviour. */
	enum Kind {

		/** A method of a class does nothing and answers nothing. */
		SKIP,
		/** A decision table has lost a rule, of several that may apply. */
		DROP,
		/** A rule of a decision table answers like another one. */
		TURN

	}

	/**
	 * What is taken away.
	 *
	 * @param owner a class without our root package, or a decision
	 * @param member its method, or its rule; {@code one>other} turns one into the other
	 */
	record Means(Kind kind, String owner, String member) {

		Optional<String> problem() {
			if (this.kind != Kind.SKIP) {
				return Optional.empty();
			}
			Class<?> type = ownerType();
			return Arrays.stream(type.getDeclaredMethods()).anyMatch((one) -> one.getName().equals(this.member))
					? Optional.empty() : Optional.of(type.getSimpleName() + " has no method " + this.member + ".");
		}

		Class<?> ownerType() {
			return type(this.owner);
		}

		@Override
		public String toString() {
			return switch (this.kind) {
				case SKIP -> this.owner + "#" + this.member + " does nothing";
				case DROP -> this.owner + " without the rule " + this.member;
				case TURN -> this.owner + " with " + this.member.replace(">", " like ");
			};
		}

	}

}
