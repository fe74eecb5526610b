package dev.escala.followup;

import java.util.Optional;

import dev.escala.complaint.Complaint;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
import dev.escala.observation.ObserveMatter;
import dev.escala.pursuit.call.LeftAlone;

import org.springframework.stereotype.Component;

/** Whether a call is still welcome on the day on which it is due. */
@Component
class CallObstacles {

	private final Customers customers;

	private final LeftAlone leftAlone;

	private final Matters matters;

	private final ObserveMatter observing;

	CallObstacles(Customers customers, LeftAlone leftAlone, Matters matters, ObserveMatter observing) {
		this.customers = customers;
		this.leftAlone = leftAlone;
		this.matters = matters;
		this.observing = observing;
	}

	/** Why nobody calls, in Spanish; empty where somebody does. */
	Optional<String> of(FollowUp followUp) {
		Optional<Customer> customer = this.customers.find(followUp.customerId());
		if (customer.isEmpty()) {
			return Optional.of("El cliente ya no está en el registro");
		}
		if (this.leftAlone.isCustomer(customer.get())) {
			return Optional.of("Pidió que no se le llame");
		}
		return openComplaint(followUp).or(() -> sameAgain(followUp));
	}

	private Optional<String> openComplaint(FollowUp followUp) {
		return this.matters.openOwnOf(followUp.customerId())
			.stream()
			.filter((number) -> number.value().startsWith(Complaint.PREFIX))
			.findFirst()
			.map((number) -> "Tiene abierta la reclamación " + number + ": primero se le responde");
	}

	private Optional<String> sameAgain(FollowUp followUp) {
		if (followUp.caseNumber() == null) {
			return Optional.empty();
		}
		if (this.matters.find(followUp.caseNumber()).filter(Matter::open).isPresent()) {
			return Optional.of(followUp.source() + " se ha reabierto");
		}
		return this.observing.isAsked(followUp.caseNumber())
				? Optional.of("Ya se le pregunta si " + followUp.source() + " sigue resuelto") : Optional.empty();
	}

}
