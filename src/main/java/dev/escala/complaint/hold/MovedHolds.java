package dev.escala.complaint.hold;

import dev.escala.complaint.ComplaintMoved;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps holds in step with how complaints stand. */
@Component
class MovedHolds {

	private final Holds holds;

	MovedHolds(Holds holds) {
		this.holds = holds;
	}

	@EventListener
	void moved(ComplaintMoved moved) {
		this.holds.decide(moved.number());
	}

}
