package dev.escala.rootcause;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds names of our house in what a customer is about to read: people and groups
 * (004-79). What the author should see, not what is taken out: a changed sentence may say
 * what nobody meant.
 */
final class InternalNames {

	private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

	private static final String UNIT_ES = "(?:departamento|equipo|área|grupo|gerencia|unidad|sección)";

	/**
	 * A unit with its name, unless it is the reader's own: "su departamento de compras".
	 */
	private static final Pattern GROUP_ES = Pattern
		.compile("\\b(?<!su )(?:(?:el|la|del|de la|al|a la|los|las)\\s+)?\\b(?<!su )" + UNIT_ES
				+ "\\s+de\\s+(?:la\\s+|los\\s+|las\\s+)?\\p{L}+\\b", FLAGS);

	private static final Pattern GROUP_EN = Pattern.compile("\\bthe\\s+\\p{L}+\\s+(?:department|team|unit|group)\\b",
			FLAGS);

	private final Set<String> names;

	/**
	 * The names of one analysis.
	 * @param names full names of people, and whoever answers for an action as typed; a
	 * single word counts only with a capital, because user ids and groups are ordinary
	 * words ("problemas", "finanzas")
	 */
	InternalNames(Stream<String> names) {
		this.names = names.filter((name) -> name != null && name.strip().length() > 2)
			.map(String::strip)
			.filter((name) -> name.indexOf(' ') > 0 || Character.isUpperCase(name.charAt(0)))
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/** What in the text speaks of our house, as Spanish sentences. */
	List<String> findings(String text) {
		Set<String> found = new LinkedHashSet<>();
		for (String name : this.names) {
			if (pattern(name).matcher(text).find()) {
				found.add("Menciona a «" + name + "»: el cliente no debe leer nombres internos.");
			}
		}
		for (Pattern groups : List.of(GROUP_ES, GROUP_EN)) {
			groups.matcher(text)
				.results()
				.forEach((group) -> found
					.add("Menciona «" + group.group().strip() + "»: compruebe que no señala a un área nuestra."));
		}
		return List.copyOf(found);
	}

	/**
	 * A full name in any case. A single word only as it is written: an action's owner
	 * "Producto" is not the product in the explanation.
	 */
	private static Pattern pattern(String name) {
		boolean full = name.indexOf(' ') > 0;
		return Pattern.compile("\\b" + Pattern.quote(name) + "\\b", full ? FLAGS : Pattern.UNICODE_CHARACTER_CLASS);
	}

}
