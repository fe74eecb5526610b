package dev.escala.decisionlog;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;

/**
 * What the words of a text are searched by: PostgreSQL's Spanish dictionary decides, for
 * a question exactly as for the decisions.
 */
@Component
class Words {

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

	/** The dictionary knows these as empty words only with their accents. */
	private static final Set<String> EMPTY = Set.of("mas", "tambien", "estan", "estas", "sera", "seran", "seria",
			"serian", "habra", "habria", "habian", "tendra", "tendran", "tendria", "tendrian", "tenian");

	private final DictionaryRepository dictionary;

	Words(DictionaryRepository dictionary) {
		this.dictionary = dictionary;
	}

	/**
	 * The words of the text that say something, in their order.
	 * @param most how many words are looked at, from the beginning
	 */
	List<Word> words(String text, int most) {
		List<String> written = new ArrayList<>();
		Matcher matcher = WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFC));
		while (written.size() < most && matcher.find()) {
			written.add(matcher.group());
		}
		return this.dictionary.words(written)
			.stream()
			.filter((word) -> !word.written().isEmpty() && !word.reduced().isEmpty()
					&& !EMPTY.contains(word.text().toLowerCase(Locale.ROOT)))
			.toList();
	}

	/**
	 * A word.
	 *
	 * @param text as it stands in the text
	 * @param written how the dictionary knows it with its accents
	 * @param reduced how it knows it without accents and plural
	 */
	record Word(String text, List<String> written, List<String> reduced) {

		/** The same for all its forms. */
		String key() {
			return this.reduced.get(0);
		}

	}

}
