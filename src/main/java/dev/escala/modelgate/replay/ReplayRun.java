package dev.escala.modelgate.replay;

import java.time.Instant;
import java.util.List;

import dev.escala.reference.UserId;
import dev.escala.routing.DecisionExtent;

/**
 * An edited table on its way through the past.
 *
 * @param fileName as it was sent
 * @param decisions the keys of the tables in the file
 * @param finishedAt when it ended, or {@code null}
 * @param problem why it failed, in Spanish, or {@code null}
 * @param extent what it goes through
 * @param position the last record that was tried
 * @param done how many records were tried
 * @param differing how many of them would be decided otherwise
 */
public record ReplayRun(long id, String fileName, List<String> decisions, UserId startedBy, Instant startedAt,
		Instant finishedAt, Status status, String problem, DecisionExtent extent, long position, long done,
		long differing) {

	/** How it stands. */
	public enum Status {

		/** It goes on. */
		RUNNING("En curso"),

		/** Everything was tried. */
		DONE("Terminada"),

		/** It cannot go on. */
		FAILED("Fallida");

		private final String label;

		Status(String label) {
			this.label = label;
		}

		/** In Spanish. */
		public String label() {
			return this.label;
		}

	}

	/** How much of it is done, 0 to 100. */
	public long percent() {
		return (this.extent.count() == 0) ? 100 : Math.min(100, 100 * this.done / this.extent.count());
	}

}
