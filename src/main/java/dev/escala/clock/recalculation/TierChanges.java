package dev.escala.clock.recalculation;

import dev.escala.customer.CustomerTierChanged;
import dev.escala.matter.Matters;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A customer's tier decides severity and service levels of the customer's open cases. */
@Component
class TierChanges {

	private final Matters matters;

	private final Recalculations recalculations;

	TierChanges(Matters matters, Recalculations recalculations) {
		this.matters = matters;
		this.recalculations = recalculations;
	}

	/** Wants every open case of the customer, in the transaction of the change. */
	@EventListener
	void tierChanged(CustomerTierChanged event) {
		this.recalculations.want(this.matters.openOwnOf(event.customerId()), "El cliente " + event.name()
				+ " pasó del nivel " + event.before().label() + " al nivel " + event.after().label() + ".");
	}

}
