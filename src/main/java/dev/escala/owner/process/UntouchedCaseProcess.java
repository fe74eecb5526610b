package dev.escala.owner.process;

/** Key, elements and variables of the model {@code untouched-case.bpmn}. */
final class UntouchedCaseProcess {

	static final String KEY = "untouchedCase";

	static final String EVENT_NO_ACTIVITY = "event_noActivity";

	static final String EVENT_STILL_NO_ACTIVITY = "event_stillNoActivity";

	/** Whether somebody did something in the case meanwhile. */
	static final String TOUCHED = "touched";

	private UntouchedCaseProcess() {
	}

}
