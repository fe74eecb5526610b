package dev.escala.complaint.answer;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.escala.letter.LastLetters;
import dev.escala.letter.LetterIntent;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import org.apache.commons.text.similarity.CosineSimilarity;

import org.springframework.stereotype.Component;

/**
 * Notices an answer that would fit any complaint (Ley 10/2025, art. 13.1): it says nearly
 * the same as one of the last that its author gave to somebody else. Only the reasons are
 * compared, since frame, quotations and bodies are alike in honest letters or differ in
 * dishonest ones; and by their words and numbers in any order, because the similarity of
 * letters in a row, which is made for names, is high between any two long texts.
 */
@Component
class GenericAnswers {

	/** From so much on, of 1, an answer is taken for the same. */
	static final double SAME = 0.9;

	private static final int LAST = 3;

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

	private final LastLetters letters;

	private final ComplaintPointRepository points;

	private final CosineSimilarity similarity = new CosineSimilarity();

	GenericAnswers(LastLetters letters, ComplaintPointRepository points) {
		this.letters = letters;
		this.points = points;
	}

	/** The complaint that its author answered nearly the same, if there is one. */
	Optional<CaseNumber> sameAs(CaseNumber number, UserId author, List<ComplaintPoint> answered) {
		Map<CharSequence, Integer> own = words(answered);
		return this.letters.matters(author, LetterIntent.DECISION, number, LAST)
			.stream()
			.filter((other) -> isSame(own, words(this.points.points(other))))
			.findFirst();
	}

	private boolean isSame(Map<CharSequence, Integer> one, Map<CharSequence, Integer> other) {
		return !one.isEmpty() && !other.isEmpty() && this.similarity.cosineSimilarity(one, other) >= SAME;
	}

	/** How often each word or number of the reasons is there. */
	private static Map<CharSequence, Integer> words(List<ComplaintPoint> points) {
		String reasons = points.stream()
			.filter((point) -> !point.isOpen())
			.map(ComplaintPoint::reason)
			.collect(Collectors.joining(" "))
			.toLowerCase(Locale.ROOT);
		Map<CharSequence, Integer> words = new HashMap<>();
		WORD.matcher(reasons).results().map(MatchResult::group).forEach((word) -> words.merge(word, 1, Integer::sum));
		return words;
	}

}
