package dev.escala.internalrequest;

/** What asking is good for: it is quality control, not weakness (000-01). */
public enum Purpose {

	AVOID_IMPOSSIBLE, CLARITY, CONSISTENCY, LEARNING, PROTECTION

}
