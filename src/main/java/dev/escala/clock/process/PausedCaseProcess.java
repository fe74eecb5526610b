package dev.escala.clock.process;

/** Key and elements of the model {@code paused-case.bpmn}. */
final class PausedCaseProcess {

	static final String KEY = "pausedCase";

	static final String EVENT_WAIT_TOO_LONG = "event_waitTooLong";

	private PausedCaseProcess() {
	}

}
