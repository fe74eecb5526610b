package dev.escala.rootcause;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.escala.text.Sentences;

/**
 * How we speak to a customer about our own house: no names of people or groups, and no
 * blame for a department (004-79). It replaces what it knows and reports what it knows in
 * a text that a person wrote; the reviewer decides.
 */
final class CustomerWording {

	private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

	private static final String UNIT_ES = "(?:departamento|equipo|área|grupo|gerencia|unidad|sección)";

	/**
	 * A unit with its name, unless it is the reader's own: "su departamento de compras".
	 */
	private static final Pattern GROUP_ES = Pattern
		.compile("\\b(?<!su )(el|la|del|de la|al|a la|los|las)?\\s*\\b(?<!su )" + UNIT_ES
				+ "\\s+de\\s+(?:la\\s+|los\\s+|las\\s+)?(\\p{L}+)\\b", FLAGS);

	private static final Pattern GROUP_EN = Pattern.compile("\\bthe\\s+\\p{L}+\\s+(?:department|team|unit|group)\\b",
			FLAGS);

	/** What blames, and how the same fact is said without blame. */
	private static final List<Rewording> BLAME = List.of(new Rewording("por (?:la )?culpa del\\b", "debido al"),
			new Rewording("por (?:la )?culpa de", "debido a"),
			new Rewording("la culpa (?:fue|es|era|la tuvo|la tiene) (?:de )?", "el origen está en "),
			new Rewording("(?:una? )?(?:grave )?(?:negligencia|dejadez|chapuza)", "un fallo"),
			new Rewording("(?:un )?descuido", "un error"), new Rewording("negligentes?|incompetentes?", "incorrecto"),
			new Rewording("incompetencia", "error"), new Rewording("culpables?", "origen"),
			new Rewording("culpas?", "responsabilidad"), new Rewording("(?:it was )?the fault of", "due to"),
			new Rewording("(?:is|are|was|were) to blame", "played a part"), new Rewording("negligence", "an error"),
			new Rewording("careless(?:ness)?", "mistaken"), new Rewording("incompeten(?:t|ce)", "error"));

	private final Set<String> internalNames;

	private final String language;

	/**
	 * The wording for one customer.
	 * @param internalNames full names of people, and whoever answers for an action as
	 * typed; a single word counts only with a capital, because user ids and groups are
	 * ordinary words ("problemas", "finanzas")
	 * @param language {@code es} or {@code en}
	 */
	CustomerWording(Collection<String> internalNames, String language) {
		this.internalNames = new LinkedHashSet<>();
		// The longest first, or "Ana" would leave "Ruiz" behind.
		internalNames.stream()
			.filter((name) -> name != null && name.strip().length() > 2)
			.map(String::strip)
			.filter((name) -> name.indexOf(' ') > 0 || Character.isUpperCase(name.charAt(0)))
			.sorted((left, right) -> right.length() - left.length())
			.forEach(this.internalNames::add);
		this.language = language;
	}

	/** The text on one line, without names of our house and without blame. */
	String clean(String text) {
		String result = text.replaceAll("\\s+", " ").strip();
		// Blame first: "por culpa del departamento de X" needs its article.
		for (Rewording rewording : BLAME) {
			result = rewording.apply(result);
		}
		result = replaceGroups(result);
		String us = "en".equals(this.language) ? "our team" : "nuestro equipo";
		for (String name : this.internalNames) {
			result = pattern(name).matcher(result).replaceAll(Matcher.quoteReplacement(us));
		}
		result = result.replaceAll("(?i)\\b(" + us + ")(?:,? (?:y|e|and) " + us + ")+\\b", "$1")
			.replaceAll("\\b(?:a|de)l " + us, "a " + us);
		return Sentences.beginning(result);
	}

	/** What in the text speaks of our house, as Spanish sentences for the reviewer. */
	List<String> findings(String text) {
		Set<String> found = new LinkedHashSet<>();
		for (String name : this.internalNames) {
			if (pattern(name).matcher(text).find()) {
				found.add("Menciona a «" + name + "»: el cliente no debe leer nombres internos.");
			}
		}
		for (Pattern groups : List.of(GROUP_ES, GROUP_EN)) {
			Matcher matcher = groups.matcher(text);
			while (matcher.find()) {
				found.add("Menciona «" + matcher.group().strip() + "»: compruebe que no señala a un área nuestra.");
			}
		}
		for (Rewording rewording : BLAME) {
			Matcher matcher = rewording.pattern.matcher(text);
			while (matcher.find()) {
				found.add("Dice «" + matcher.group().strip() + "»: suena a culpar a alguien.");
			}
		}
		return new ArrayList<>(found);
	}

	private static String replaceGroups(String text) {
		String spanish = GROUP_ES.matcher(text).replaceAll((match) -> {
			String article = (match.group(1) == null) ? "" : match.group(1).toLowerCase(java.util.Locale.ROOT);
			String before = article.startsWith("de") ? "de " : article.startsWith("a") ? "a " : "";
			return before + "nuestro equipo";
		});
		return GROUP_EN.matcher(spanish).replaceAll("our team");
	}

	/**
	 * A full name in any case. A single word only as it is written: an action's owner
	 * "Producto" must not take the product out of the explanation.
	 */
	private static Pattern pattern(String name) {
		boolean full = name.indexOf(' ') > 0;
		return Pattern.compile("\\b" + Pattern.quote(name) + "\\b", full ? FLAGS : Pattern.UNICODE_CHARACTER_CLASS);
	}

	private record Rewording(Pattern pattern, String replacement) {

		Rewording(String expression, String replacement) {
			this(Pattern.compile("\\b" + expression + (expression.endsWith(" ") ? "" : "\\b"), FLAGS), replacement);
		}

		String apply(String text) {
			return this.pattern.matcher(text).replaceAll(this.replacement);
		}

	}

}
