package dev.escala.escalation;

import java.util.Optional;

import org.springframework.stereotype.Service;

/** Finds escalations. */
@Service
public class Escalations {

	public Optional<Escalation> find(String number) {
		throw new UnsupportedOperationException();
	}

	/** The escalation; refuses an unknown number. */
	public Escalation get(String number) {
		throw new UnsupportedOperationException();
	}

}
