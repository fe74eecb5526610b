package dev.escala.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts words into Spanish sentences. Always by the rules of Spanish: a machine that is
 * set to Turkish would make {@code crítıca} of a label.
 */
public final class Sentences {

	private static final Locale SPANISH = Locale.forLanguageTag("es-ES");

	private static final Pattern ABBREVIATED = Pattern.compile(
			"(?:^|[\\s(])(?:sra?|dra?|uds?|vds?|núm|nº|art|pág|aprox|ej|mr|mrs|ms|no)\\.$",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private Sentences() {
	}

	/** A label within a sentence, for example {@code gravedad crítica}. */
	public static String within(String label) {
		return label.toLowerCase(SPANISH);
	}

	/** A text that begins a sentence. */
	public static String beginning(String text) {
		return text.isEmpty() ? text : first(text).toUpperCase(SPANISH) + text.substring(first(text).length());
	}

	/** A sentence behind a colon. */
	public static String continued(String text) {
		return text.isEmpty() ? text : first(text).toLowerCase(SPANISH) + text.substring(first(text).length());
	}

	/**
	 * The sentences of a text, without surrounding blanks; common Spanish and English
	 * abbreviations end none.
	 */
	public static List<String> split(String text) {
		BreakIterator breaks = BreakIterator.getSentenceInstance(SPANISH);
		breaks.setText(text);
		List<String> sentences = new ArrayList<>();
		int begin = breaks.first();
		for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
			String sentence = text.substring(begin, end).strip();
			if (end == text.length() || !ABBREVIATED.matcher(sentence).find()) {
				begin = end;
				sentences.add(sentence);
			}
		}
		sentences.removeIf(String::isEmpty);
		return sentences;
	}

	private static String first(String text) {
		return text.substring(0, text.offsetByCodePoints(0, 1));
	}

	/** For example {@code 1 hora} or {@code 3 horas}. */
	public static String counted(long number, String one, String many) {
		return number + " " + ((number == 1) ? one : many);
	}

	/** For example {@code 1 empleado} or {@code unos 200 empleados}. */
	public static String about(long number, String one, String many) {
		return ((number == 1) ? "" : "unos ") + counted(number, one, many);
	}

	/** For example {@code Ana, Luis y Eva}. */
	public static String all(List<String> names) {
		int last = names.size() - 1;
		return (last <= 0) ? String.join("", names)
				: String.join(", ", names.subList(0, last)) + " y " + names.get(last);
	}

	/**
	 * For example {@code Ana, Luis y 4 más}.
	 * @param named those that are named
	 * @param all how many there are
	 */
	public static String some(List<?> named, long all) {
		long more = all - named.size();
		return named.stream().map(String::valueOf).collect(Collectors.joining(", "))
				+ ((more > 0) ? " y " + more + " más" : "");
	}

}
