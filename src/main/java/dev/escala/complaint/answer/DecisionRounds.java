package dev.escala.complaint.answer;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import dev.escala.letter.CustomerLetter;
import dev.escala.letter.CustomerLetter.Status;
import dev.escala.letter.LastLetters;
import dev.escala.letter.LetterIntent;
import dev.escala.reference.CaseNumber;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The present round of a matter: the points as they have to be decided now, and the
 * decision that is written of them. What the customer was answered in an earlier round
 * stays beside its point and blocks nothing.
 */
@Component
class DecisionRounds {

	private final ComplaintPointRepository points;

	private final LastLetters letters;

	private final ObjectProvider<EarlierRounds> earlier;

	DecisionRounds(ComplaintPointRepository points, LastLetters letters, ObjectProvider<EarlierRounds> earlier) {
		this.points = points;
		this.letters = letters;
		this.earlier = earlier;
	}

	/** In their order; those that an earlier round answered are open again. */
	List<ComplaintPoint> points(CaseNumber number) {
		Optional<Instant> answered = letters(number).stream()
			.filter((letter) -> letter.status() == Status.SENT && isEarlier(letter))
			.map((letter) -> letter.latest().writtenAt())
			.max(Comparator.naturalOrder());
		UnaryOperator<ComplaintPoint> now = (point) -> answered
			.filter((until) -> !point.isOpen() && !point.decidedAt().isAfter(until))
			.map((until) -> point.again())
			.orElse(point);
		return this.points.points(number).stream().map(now).toList();
	}

	/** Whether there is a decision, which may still have to be corrected. */
	boolean isWritten(CaseNumber number) {
		return letters(number).stream().anyMatch((letter) -> letter.status() != Status.DROPPED && !isEarlier(letter));
	}

	/** Whether the points stay as a decision says. */
	boolean isSettled(CaseNumber number) {
		return letters(number).stream()
			.anyMatch((letter) -> letter.status() != Status.DROPPED && letter.status() != Status.SENT_BACK
					&& !isEarlier(letter));
	}

	private List<CustomerLetter> letters(CaseNumber number) {
		return this.letters.of(number, LetterIntent.DECISION);
	}

	private boolean isEarlier(CustomerLetter letter) {
		return this.earlier.stream()
			.anyMatch((rounds) -> rounds.isEarlier(letter.caseNumber(), letter.latest().writtenAt()));
	}

}
