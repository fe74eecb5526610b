package dev.escala.complaint.abuse;

import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
import dev.escala.owner.OwnerFlow;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever was abused owns the matter no more (004-27). */
@Component
class AbusedOwner {

	private final Matters matters;

	private final OwnerFlow flow;

	AbusedOwner(Matters matters, OwnerFlow flow) {
		this.matters = matters;
		this.flow = flow;
	}

	/** Takes the person's work away, in the transaction of the report. */
	@EventListener
	void reported(AbuseReported reported) {
		Matter matter = this.matters.get(reported.number());
		if (matter.open() && reported.person().equals(matter.ownerId())) {
			this.matters.own(matter.number(), null);
			this.flow.releaseTasks(matter.number(), reported.person());
		}
	}

}
