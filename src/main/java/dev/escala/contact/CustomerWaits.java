package dev.escala.contact;

import java.util.Optional;

import dev.escala.clock.Deadline;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.ServiceLevels;
import dev.escala.matter.ClosingCondition;
import dev.escala.reference.CaseNumber;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nothing is closed while a customer waits for a reply (003-09). */
@Component
@Order(10)
class CustomerWaits implements ClosingCondition {

	private final ServiceLevels serviceLevels;

	CustomerWaits(ServiceLevels serviceLevels) {
		this.serviceLevels = serviceLevels;
	}

	@Override
	public Optional<String> obstacle(CaseNumber number) {
		return this.serviceLevels.find(number, ServiceClock.CONTACT_REPLY)
			.filter(Deadline::isOpen)
			.map((open) -> "el cliente espera respuesta a su contacto: contéstele antes.");
	}

}
