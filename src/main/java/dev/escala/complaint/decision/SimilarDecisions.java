package dev.escala.complaint.decision;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.ComplaintOutcome;
import dev.escala.complaint.Complaints;
import dev.escala.reference.CaseNumber;
import dev.escala.visibility.Visibility;
import org.apache.commons.text.similarity.CosineSimilarity;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds what was answered to others who complained of the same: whoever is answered
 * otherwise is told why (Ley 44/2002, art. 29 septies; 004-61). By topic, reason and
 * words, of the last two years, as far as the reader may see them.
 */
@Service
public class SimilarDecisions {

	/** From so much on, of 1, two descriptions are taken to tell of the same. */
	private static final double ALIKE = 0.35;

	private static final Duration BACK = Duration.ofDays(730);

	private static final int CANDIDATES = 300;

	private static final int SHOWN = 3;

	/** Shorter words stand in every sentence. */
	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]{4,}");

	private final Complaints complaints;

	private final SimilarRepository repository;

	private final Visibility visibility;

	private final Clock clock;

	private final CosineSimilarity similarity = new CosineSimilarity();

	SimilarDecisions(Complaints complaints, SimilarRepository repository, Visibility visibility, Clock clock) {
		this.complaints = complaints;
		this.repository = repository;
		this.visibility = visibility;
		this.clock = clock;
	}

	/** The likest first, at most three. */
	@Transactional(readOnly = true)
	public List<Similar> of(CaseNumber number) {
		Complaint complaint = this.complaints.get(number);
		Map<CharSequence, Integer> own = words(complaint.statement().description());
		List<Similar> alike = this.repository.answered(complaint, this.clock.instant().minus(BACK), CANDIDATES)
			.stream()
			.filter((one) -> likeness(own, one) >= ALIKE)
			.sorted(Comparator.comparingDouble((Similar one) -> likeness(own, one)).reversed())
			.toList();
		Set<CaseNumber> seen = alike.isEmpty() ? Set.of()
				: this.visibility.seenOf(alike.stream().map(Similar::number).toList());
		return alike.stream().filter((one) -> seen.contains(one.number())).limit(SHOWN).toList();
	}

	private double likeness(Map<CharSequence, Integer> own, Similar other) {
		Map<CharSequence, Integer> words = words(other.description());
		return (own.isEmpty() || words.isEmpty()) ? 0 : this.similarity.cosineSimilarity(own, words);
	}

	private static Map<CharSequence, Integer> words(String text) {
		Map<CharSequence, Integer> words = new HashMap<>();
		WORD.matcher(text.toLowerCase(Locale.ROOT))
			.results()
			.map(MatchResult::group)
			.forEach((word) -> words.merge(word, 1, Integer::sum));
		return words;
	}

	/**
	 * What was answered to somebody else.
	 *
	 * @param number the other complaint
	 * @param subject what it was about
	 * @param description in the customer's words
	 * @param decision what was decided
	 * @param answeredAt when the answer went out
	 */
	public record Similar(CaseNumber number, String subject, String description, ComplaintOutcome decision,
			Instant answeredAt) {

		/** Whether that customer was given more than nothing. */
		public boolean isGranted() {
			return this.decision != ComplaintOutcome.REFUSED;
		}

	}

}
