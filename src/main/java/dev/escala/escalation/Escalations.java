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

	/**
	 * Marks the case, which must be running, as one whose closing needs a root-cause
	 * analysis (001-29), and tells it in the timeline.
	 * @param by user id of who asks
	 * @param reason why, in their words
	 */
	public void requestRca(String number, String by, String reason) {
		throw new UnsupportedOperationException();
	}

}
