package dev.escala.complaint.web;

import java.time.Duration;

/** Nothing was presented: as many came from there as may come at once. */
class TooManyComplaintsException extends RuntimeException {

	private final Duration left;

	TooManyComplaintsException(Duration left) {
		super("too many complaints from one address");
		this.left = left;
	}

	/** How long to wait. */
	Duration left() {
		return this.left;
	}

}
