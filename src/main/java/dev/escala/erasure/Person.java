package dev.escala.erasure;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A person outside by what texts call them.
 *
 * @param address mail address, in lower case
 * @param names names of several words, and what somebody named apart: in every text
 * @param phones telephone numbers, their digits only, without the country
 */
public record Person(String address, Set<String> names, Set<String> phones) {

	/** What stands in a text where the person stood. */
	public static final String GONE = "[persona suprimida]";

	private static final int SHORTEST_PHONE = 7;

	/** Digits of a number without its country, at most. */
	private static final int NATIONAL = 9;

	private static final String COUNTRY = "(?:(?:\\+|00)[0-9]{1,3}[ ()./-]*|[0-9]{1,3})?";

	private static final Map<Character, String> VARIANTS = Map.of('a', "aàáâãäåAÀÁÂÃÄÅ", 'c', "cçćčCÇĆČ", 'e',
			"eèéêëEÈÉÊË", 'i', "iìíîïIÌÍÎÏ", 'n', "nñńNÑŃ", 'o', "oòóôõöOÒÓÔÕÖ", 'u', "uùúûüUÙÚÛÜ", 's', "sšśSŠŚ", 'z',
			"zžźżZŽŹŻ", 'y', "yýÿYÝ");

	public Person {
		address = address.strip().toLowerCase(Locale.ROOT);
		names = Set.copyOf(names);
		phones = Set.copyOf(phones);
	}

	/**
	 * Sorts what is known of them: a name of one word is no name of one person, and stays
	 * in texts unless somebody names it apart.
	 * @param known names and telephones as they are written
	 * @param also words that somebody names apart
	 */
	public static Person of(String address, Collection<String> known, Collection<String> also) {
		Set<String> names = new TreeSet<>();
		Set<String> phones = new TreeSet<>();
		known.stream().filter((one) -> one != null && !one.isBlank()).map(String::strip).forEach((one) -> {
			String digits = one.replaceAll("\\D", "");
			if (digits.length() >= SHORTEST_PHONE && one.matches("[\\d\\s()+./-]*")) {
				phones.add(digits.substring(Math.max(0, digits.length() - NATIONAL)));
			}
			else if (one.contains(" ") && one.indexOf('@') < 0) {
				names.add(one);
			}
		});
		also.stream().map(String::strip).filter((one) -> !one.isEmpty()).forEach(names::add);
		return new Person(address, names, phones);
	}

	/**
	 * One expression of PostgreSQL for all of it: whole words, whatever their case,
	 * accents and blanks; no part of another's address.
	 */
	public String pattern() {
		return pattern(Person::letter, "(?<![[:alnum:]._%+-])", "(?![[:alnum:]-]|\\.[[:alnum:]])", "(?<![[:alnum:]])",
				"(?![[:alnum:]])");
	}

	/** What all that {@link #pattern} finds contains; found much faster. */
	String words() {
		return pattern(Person::letter, "", "", "", "");
	}

	/**
	 * The same for bytes that PostgreSQL shows as {@code escape}, where letters with
	 * accents are numbers; it may find too much.
	 */
	String patternOfBytes() {
		return pattern((c) -> "(?:" + quoted(c) + "|(?:\\\\[0-7]{3}){2})(?:(?:\\\\[0-7]{3}){2})?", "", "", "", "");
	}

	/** The same for Java. */
	Pattern javaPattern() {
		return Pattern
			.compile(
					pattern(Person::letter, "(?<![\\p{L}\\p{N}._%+-])", "(?![\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}])",
							"(?<![\\p{L}\\p{N}])", "(?![\\p{L}\\p{N}])"),
					Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
	}

	private String pattern(Function<String, String> letter, String beforeAddress, String afterAddress, String before,
			String after) {
		List<String> words = new ArrayList<>();
		this.names.forEach((name) -> words.add(Normalizer.normalize(name, Normalizer.Form.NFKD)
			.replaceAll("\\p{Mn}", "")
			.replaceAll("\\s+", " ")
			.chars()
			.mapToObj((c) -> (c == ' ') ? "\\s+"
					: Character.isLetter(c) ? letter.apply(Character.toString(c)) : quoted(Character.toString(c)))
			.collect(Collectors.joining())));
		this.phones.forEach((digits) -> words.add(COUNTRY + String.join("[ ()./-]*", digits.split(""))));
		return beforeAddress + quoted(this.address) + afterAddress
				+ (words.isEmpty() ? "" : "|" + before + "(?:" + String.join("|", words) + ")" + after);
	}

	private static String letter(String letter) {
		String variants = VARIANTS.get(Character.toLowerCase(letter.charAt(0)));
		return ((variants == null) ? quoted(letter) : "[" + variants + "]") + "[\\u0300-\\u036f]?";
	}

	private static String quoted(String text) {
		return text.replaceAll("[^\\p{L}\\p{N}@ -]", "\\\\$0");
	}

	/** What is said of them to whoever asked, sorted. */
	List<String> terms() {
		Set<String> terms = new TreeSet<>(this.names);
		terms.addAll(this.phones);
		terms.add(this.address);
		return List.copyOf(terms);
	}

}
