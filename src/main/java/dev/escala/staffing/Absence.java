package dev.escala.staffing;

/**
 * An absence as people read it. Days and times are those of the organisation's zone.
 *
 * @param id the absence
 * @param from the first day, {@code 2026-11-23}, or the first minute,
 * {@code 2026-11-23T14:00}
 * @param until the last day, which counts whole, or the minute of the return
 * @param deputy who stands in, or {@code null}
 * @param reason why, or {@code null}
 * @param state whether it is still to come, is now, or is over
 */
public record Absence(long id, String from, String until, NamedPerson deputy, String reason, State state) {

	/** The same absence for those who need not know why. */
	public Absence withoutReason() {
		return new Absence(this.id, this.from, this.until, this.deputy, null, this.state);
	}

	/** Where an absence lies, seen from now. */
	public enum State {

		PLANNED, CURRENT, OVER

	}
}
