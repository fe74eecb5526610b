package dev.escala.observation;

import java.util.Optional;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.tracking.CustomerObservations;
import dev.escala.tracking.TrackedObservation;

import org.springframework.stereotype.Component;

/** Shows customers that we stay attentive, and takes their yes. */
@Component
class ObservationsForCustomers implements CustomerObservations {

	private final Observations observations;

	private final ObserveMatter observing;

	ObservationsForCustomers(Observations observations, ObserveMatter observing) {
		this.observations = observations;
		this.observing = observing;
	}

	@Override
	public Optional<TrackedObservation> find(CaseNumber number, CustomerId customerId) {
		return this.observations.current(number)
			.map((one) -> new TrackedObservation(one.last(), one.isAsked() && customerId.equals(one.customerId())));
	}

	@Override
	public void agree(CaseNumber number) {
		this.observing.agree(number, UserId.CUSTOMER, null);
	}

}
