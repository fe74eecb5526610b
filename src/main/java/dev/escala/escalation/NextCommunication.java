package dev.escala.escalation;

import java.util.Optional;
import java.util.stream.Stream;

import dev.escala.servicelevel.Deadline;
import dev.escala.servicelevel.ServiceClock;
import dev.escala.servicelevel.ServiceLevels;

import org.springframework.stereotype.Component;

/**
 * By when a customer hears from us again, whatever happens (003-08). Until the service is
 * usable that is the clock of the updates, afterwards that of the closing: an open case
 * always has one of them.
 */
@Component
public class NextCommunication {

	private final ServiceLevels serviceLevels;

	NextCommunication(ServiceLevels serviceLevels) {
		this.serviceLevels = serviceLevels;
	}

	/** The clock that runs; empty where the case is over. */
	public Optional<Deadline> of(String number) {
		return Stream.of(ServiceClock.UPDATE, ServiceClock.CLOSING)
			.flatMap((clock) -> this.serviceLevels.find(number, clock).stream())
			.filter(Deadline::isOpen)
			.findFirst();
	}

}
