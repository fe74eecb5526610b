package dev.escala.pursuit.won;

import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.StageKind;
import dev.escala.pursuit.stage.StageReached;
import dev.escala.pursuit.taken.Importer;
import dev.escala.reference.UserId;
import dev.escala.routing.Decision;
import dev.escala.text.DateTexts;
import dev.escala.timeline.Timeline;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The delivery begins in the transaction that says that it is won (002-15). */
@Component
@Transactional
class BeginDelivery {

	private final DeliveryTerms terms;

	private final DeliveryFlow flow;

	private final Importer importer;

	private final Timeline timeline;

	private final DateTexts dates;

	BeginDelivery(DeliveryTerms terms, DeliveryFlow flow, Importer importer, Timeline timeline, DateTexts dates) {
		this.terms = terms;
		this.flow = flow;
		this.importer = importer;
		this.timeline = timeline;
		this.dates = dates;
	}

	/** What was sold in another system is delivered there, or was long ago. */
	@EventListener
	void reached(StageReached reached) {
		Pursuit pursuit = reached.pursuit();
		if (pursuit.standing().kind() != StageKind.WON || this.importer.isAtWork()) {
			return;
		}
		Decision begun = this.terms.begin(pursuit);
		this.timeline.add(pursuit.number(), UserId.SYSTEM, "Empieza la entrega: " + begun.reason()
				+ ". Se espera para el " + this.dates.full(this.terms.deliverBy(pursuit)) + ".");
		this.flow.start(pursuit.number());
	}

}
