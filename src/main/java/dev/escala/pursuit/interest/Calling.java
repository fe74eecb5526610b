package dev.escala.pursuit.interest;

import java.time.Clock;
import java.util.Optional;

import dev.escala.pipeline.Party;
import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.PursuitFlow;
import dev.escala.pursuit.Pursuits;
import dev.escala.pursuit.StageKind;
import dev.escala.pursuit.persistence.PursuitRepository;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;

import org.springframework.stereotype.Component;

/** Who is pursued already and writes again is called now, whatever was agreed. */
@Component
class Calling {

	private final Pursuits pursuits;

	private final PursuitRepository repository;

	private final PursuitFlow flow;

	private final Timeline timeline;

	private final Clock clock;

	Calling(Pursuits pursuits, PursuitRepository repository, PursuitFlow flow, Timeline timeline, Clock clock) {
		this.pursuits = pursuits;
		this.repository = repository;
		this.flow = flow;
		this.timeline = timeline;
		this.clock = clock;
	}

	/** What is pursued with them now, the newest. */
	Optional<CaseNumber> open(Party party) {
		return this.pursuits.of(party.kind(), party.id())
			.stream()
			.filter(Pursuit::isOpen)
			.findFirst()
			.map(Pursuit::number);
	}

	/** Keeps what they wrote; the next contact is due now. */
	void backSoon(CaseNumber number, UserId by, String told) {
		Pursuit pursuit = this.pursuits.lock(number);
		this.timeline.add(number, by, told);
		if (!pursuit.isOpen()) {
			return;
		}
		if (pursuit.standing().kind() == StageKind.WAITING) {
			this.flow.resume(number);
		}
		this.repository.due(number, this.clock.instant());
		this.flow.syncDates(number);
	}

}
