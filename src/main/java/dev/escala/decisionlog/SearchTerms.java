package dev.escala.decisionlog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/** Makes of a text what the table of decisions is asked for. */
@Component
class SearchTerms {

	private final Words words;

	private final Synonyms synonyms;

	SearchTerms(Words words, Synonyms synonyms) {
		this.words = words;
		this.synonyms = synonyms;
	}

	/**
	 * The different words of the text that say something, in their order.
	 * @param most how many words are looked at, from the beginning
	 */
	List<Term> terms(String text, int most) {
		List<Words.Word> said = this.words.words(text, most);
		Map<String, Set<String>> others = this.synonyms.synonyms(said);
		Map<String, Term> terms = new LinkedHashMap<>();
		said.forEach((word) -> terms.putIfAbsent(word.key(), term(word, others.getOrDefault(word.key(), Set.of()))));
		return List.copyOf(terms.values());
	}

	private static Term term(Words.Word word, Set<String> others) {
		String own = Stream.concat(word.written().stream(), word.reduced().stream())
			.distinct()
			.map(SearchTerms::quoted)
			.collect(Collectors.joining(" | "));
		return new Term(word.text(), own,
				Stream.concat(Stream.of(own), others.stream()).collect(Collectors.joining(" | ")));
	}

	/** A lexeme as the text of a tsquery needs it. */
	private static String quoted(String lexeme) {
		return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'";
	}

	/**
	 * A word that is looked for.
	 *
	 * @param text as it was written
	 * @param own text of a tsquery: the word itself
	 * @param every text of a tsquery: the word or what means the same
	 */
	record Term(String text, String own, String every) {
	}

}
