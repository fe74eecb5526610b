package dev.escala.observation;

import java.util.List;
import java.util.Optional;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds which matters are observed, and until when. */
@Service
@Transactional(readOnly = true)
public class Observations {

	private final ObservationRepository repository;

	Observations(ObservationRepository repository) {
		this.repository = repository;
	}

	/** The observation of a matter that lasts. */
	public Optional<Observation> current(CaseNumber number) {
		return this.repository.current(number);
	}

	/** All observations of a matter, oldest first: one for each time that it ended. */
	public List<Observation> all(CaseNumber number) {
		return this.repository.all(number);
	}

	/** The matters of a customer that are observed, the latest first. */
	public List<CaseNumber> of(CustomerId customerId) {
		return this.repository.of(customerId);
	}

}
