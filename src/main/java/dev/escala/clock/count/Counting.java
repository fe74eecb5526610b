package dev.escala.clock.count;

/** How the time of a clock counts. */
public enum Counting {

	/** Working time: only while people work, hours and minutes. */
	WORKING("horas laborables"),

	/**
	 * Whole working days: the day of the start does not count, each later day counts when
	 * it closes. A working day is not 24 working hours.
	 */
	WORKING_DAYS("días laborables"),

	/** Day and night, weekends too. */
	ELAPSED("horas seguidas");

	private final String label;

	Counting(String label) {
		this.label = label;
	}

	/** What is counted, in Spanish. */
	public String label() {
		return this.label;
	}

}
