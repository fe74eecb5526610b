package dev.escala.pursuit.taken.row;

/** A stage refused what its table seemed to allow: the row goes no further than that. */
final class StepRefusedException extends RuntimeException {

	private final int steps;

	/**
	 * Refused.
	 * @param steps how many steps went well before
	 * @param reason why, in Spanish
	 */
	StepRefusedException(int steps, String reason) {
		super(reason);
		this.steps = steps;
	}

	int steps() {
		return this.steps;
	}

}
