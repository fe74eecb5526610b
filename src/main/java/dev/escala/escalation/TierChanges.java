package dev.escala.escalation;

import dev.escala.customer.CustomerTierChanged;
import dev.escala.escalation.persistence.EscalationRepository;
import dev.escala.servicelevel.Recalculations;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A customer's tier decides severity and service levels of the customer's open cases. */
@Component
class TierChanges {

	private final EscalationRepository escalations;

	private final Recalculations recalculations;

	TierChanges(EscalationRepository escalations, Recalculations recalculations) {
		this.escalations = escalations;
		this.recalculations = recalculations;
	}

	/** Wants every open case of the customer, in the transaction of the change. */
	@EventListener
	void tierChanged(CustomerTierChanged event) {
		this.recalculations.want(this.escalations.openCasesOf(event.customerId()), "El cliente " + event.name()
				+ " pasó del nivel " + event.before().label() + " al nivel " + event.after().label() + ".");
	}

}
