package dev.escala.decisionlog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

/**
 * The thesaurus as the search uses it: which words of a question have synonyms, of one
 * word or of several. Read once, when Escala starts.
 */
@Component
class Synonyms {

	private static final int LONGEST_PHRASE = 12;

	private static final Pattern NEGATION = Pattern.compile("\\b(sin|no)\\b", Pattern.CASE_INSENSITIVE);

	/** The groups that a sequence of words belongs to. */
	private final Map<List<String>, Set<Integer>> groups = new HashMap<>();

	/** What each group is searched by. */
	private final List<String> queries = new ArrayList<>();

	private int longest;

	Synonyms(DecisionLogProperties settings, Words words, DictionaryRepository dictionary) {
		for (Thesaurus.Group group : Thesaurus.read(settings.thesaurus()).groups()) {
			for (String entry : group.entries()) {
				List<String> keys = words.words(entry, LONGEST_PHRASE).stream().map(Words.Word::key).toList();
				if (keys.isEmpty()) {
					throw Thesaurus.problem(settings.thesaurus(), group.line(),
							"has a phrase without any word that can be searched for (" + entry + ")");
				}
				if (keys.size() == 1 && NEGATION.matcher(entry).find()) {
					throw Thesaurus.problem(settings.thesaurus(), group.line(),
							"has a phrase that means the opposite to the search, which overlooks \"sin\" and \"no\" ("
									+ entry + ")");
				}
				this.groups.computeIfAbsent(keys, (same) -> new LinkedHashSet<>()).add(this.queries.size());
				this.longest = Math.max(this.longest, keys.size());
			}
			this.queries.add(dictionary.queryOf(group.entries()));
		}
	}

	/**
	 * What each word of a text may be called otherwise.
	 * @param text its words in their order
	 * @return for the key of a word the queries of its synonyms; words without any are
	 * missing
	 */
	Map<String, Set<String>> synonyms(List<Words.Word> text) {
		Map<String, Set<String>> found = new HashMap<>();
		for (int from = 0; from < text.size(); from++) {
			for (int length = 1; length <= this.longest && from + length <= text.size(); length++) {
				List<String> keys = text.subList(from, from + length).stream().map(Words.Word::key).toList();
				Set<String> queries = this.groups.getOrDefault(keys, Set.of())
					.stream()
					.map(this.queries::get)
					.collect(Collectors.toSet());
				if (!queries.isEmpty()) {
					keys.forEach((key) -> found.computeIfAbsent(key, (same) -> new LinkedHashSet<>()).addAll(queries));
				}
			}
		}
		return found;
	}

}
