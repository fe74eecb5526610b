package dev.escala.decisionlog;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.escala.decisionlog.SearchTerms.Term;
import dev.escala.policy.Situation;
import dev.escala.policy.Topic;
import dev.escala.validation.Fields;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds decisions again (000-32): with and without accents, in singular and plural, and
 * by what means the same, see {@link Thesaurus}.
 */
@Service
@Transactional(readOnly = true)
public class RulingSearch {

	/** What a list may be sorted by. */
	public static final List<String> SORTABLE = RulingRankingRepository.SORT.names();

	/** Longest text that is searched for, in characters. */
	public static final int LONGEST_TEXT = 200;

	/** So much of a question tells what it is about. */
	private static final int LONGEST_QUESTION = 300;

	private static final int LONGEST_SEARCH = 30;

	private final SearchTerms terms;

	private final RulingRankingRepository ranking;

	private final Clock clock;

	RulingSearch(SearchTerms terms, RulingRankingRepository ranking, Clock clock) {
		this.terms = terms;
		this.ranking = ranking;
		this.clock = clock;
	}

	/**
	 * A part of the decisions; with a text those that contain all its words come first,
	 * then those that contain most of what the words are worth.
	 * @param page its order is one of {@code relevance}, {@code decided_at} and
	 * {@code lower(subject)}
	 */
	public Page<Ruling> search(RulingFilter filter, PageRequest page) {
		List<Term> wanted = terms(filter);
		Instant now = this.clock.instant();
		Map<Boolean, Long> counts = this.ranking.count(wanted, filter, now);
		long total = (filter.inForce() != null) ? counts.get(filter.inForce()) : counts.get(true) + counts.get(false);
		return new Page<>((total == 0) ? List.of() : this.ranking.find(wanted, filter, page, now), page.page(),
				page.size(), total);
	}

	/**
	 * How many decisions are found that are in force, and how many that are not any more.
	 */
	public Map<Boolean, Long> counts(RulingFilter filter) {
		return this.ranking.count(terms(filter), filter, this.clock.instant());
	}

	/**
	 * The decisions that a question resembles, the most similar first; a word or two that
	 * everybody uses are no resemblance.
	 * @param text the question, however long
	 * @param topic what it is about, or {@code null}
	 * @param situations what of the policy it is about; may be empty
	 * @param limit how many at most
	 */
	public List<SimilarRuling> similar(String text, Topic topic, Set<Situation> situations, int limit) {
		List<Term> asked = this.terms.terms((text == null) ? "" : text, LONGEST_QUESTION);
		return asked.isEmpty() ? List.of()
				: this.ranking.similar(asked, topic, situations, limit, this.clock.instant());
	}

	private List<Term> terms(RulingFilter filter) {
		Fields fields = new Fields();
		String text = fields.optional("text", "el texto que se busca", filter.text(), LONGEST_TEXT);
		fields.done();
		return (text == null) ? null : this.terms.terms(text, LONGEST_SEARCH);
	}

}
