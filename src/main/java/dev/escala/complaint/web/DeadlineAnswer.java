package dev.escala.complaint.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import dev.escala.complaint.regime.ComplaintLaw;
import dev.escala.complaint.regime.DeadlineStory;
import dev.escala.complaint.regime.DisputeBody;
import dev.escala.complaint.regime.LegalDeadlines;
import dev.escala.complaint.regime.Regime;
import dev.escala.complaint.regime.Regimes;

import org.springframework.stereotype.Component;

/** Answers a {@link DeadlineQuestion} by the tables in force. */
@Component
class DeadlineAnswer {

	private final Regimes regimes;

	private final LegalDeadlines deadlines;

	private final ComplaintLaw law;

	DeadlineAnswer(Regimes regimes, LegalDeadlines deadlines, ComplaintLaw law) {
		this.regimes = regimes;
		this.deadlines = deadlines;
		this.law = law;
	}

	/** What the organisation says of itself. */
	ComplaintLaw law() {
		return this.law;
	}

	LegalDeadlines deadlines() {
		return this.deadlines;
	}

	Answer to(DeadlineQuestion question) {
		Instant presented = question.course().presentedAt();
		LocalDate date = presented.atZone(this.deadlines.zone(question.facts())).toLocalDate();
		Regime regime = this.regimes.consider(question.facts(), date);
		List<DeadlineStory> stories = this.deadlines.of(regime, question.facts(), question.course())
			.stream()
			.map((deadline) -> DeadlineStory.of(deadline, question.course()))
			.toList();
		return new Answer(regime, stories, this.deadlines.cureUntil(regime, question.facts(), presented),
				this.regimes.bodies(question.facts()));
	}

	/**
	 * The terms with their ends and reasons.
	 *
	 * @param regime which terms run
	 * @param stories each with its end, in their order
	 * @param cureUntil the earliest last date for the customer to add what is missing, if
	 * they are asked when the complaint comes
	 * @param bodies where the customer can go if it is refused
	 */
	record Answer(Regime regime, List<DeadlineStory> stories, Optional<LocalDate> cureUntil, List<DisputeBody> bodies) {

		/** The one that obliges; empty where it has not begun. */
		public Optional<DeadlineStory> binding() {
			return this.stories.stream().filter((story) -> story.deadline().binding()).findFirst();
		}

		/** The others. */
		public List<DeadlineStory> beside() {
			return this.stories.stream().filter((story) -> !story.deadline().binding()).toList();
		}

	}

}
