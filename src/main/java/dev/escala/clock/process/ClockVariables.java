package dev.escala.clock.process;

/** The variables of a process that watches one clock. */
final class ClockVariables {

	/** Which clock it watches: the name of a {@code ServiceClock}. */
	static final String CLOCK = "clock";

	/** Which run of it: the number of a {@code Deadline}. */
	static final String DEADLINE_ID = "deadlineId";

	private ClockVariables() {
	}

}
