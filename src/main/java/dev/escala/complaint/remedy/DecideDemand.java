package dev.escala.complaint.remedy;

import java.time.Clock;

import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what was decided about a customer who asks for more than is reasonable (004-26).
 */
@Service
@Transactional
public class DecideDemand {

	private final Matters matters;

	private final DemandRepository repository;

	private final Timeline timeline;

	private final Clock clock;

	DecideDemand(Matters matters, DemandRepository repository, Timeline timeline, Clock clock) {
		this.matters = matters;
		this.repository = repository;
		this.timeline = timeline;
		this.clock = clock;
	}

	/** Keeps the decision; refuses an unknown number. */
	public void decide(CaseNumber number, UserId user, FourQuestions answers) {
		this.matters.lock(number);
		this.repository.add(number, answers, user, this.clock.instant());
		this.timeline.add(number, user, "Decidió sobre lo que pide el cliente. " + answers.sentence());
	}

}
