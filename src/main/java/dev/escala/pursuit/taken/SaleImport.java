package dev.escala.pursuit.taken;

import java.time.Instant;

import dev.escala.reference.UserId;

/**
 * A file and how far it was taken.
 *
 * @param id our own id
 * @param fileName as it was sent
 * @param startedBy who sent it
 * @param status how far it is
 * @param choices how it is read where it does not tell
 * @param preview what it is
 * @param atLine the last line that was dealt with
 * @param counts what became of its rows so far
 * @param createdAt when it was sent
 * @param updatedAt when it last got further
 * @param finishedAt when it ended, or {@code null}
 */
public record SaleImport(long id, String fileName, UserId startedBy, Status status, Choices choices,
		ImportPreview preview, long atLine, Counts counts, Instant createdAt, Instant updatedAt, Instant finishedAt) {

	/** How much of it is done, from 0 to 100. */
	public int percent() {
		long rows = (this.preview == null) ? 0 : this.preview.rows();
		return (this.status == Status.DONE) ? 100
				: (rows == 0) ? 0 : (int) Math.min(99, this.counts.total() * 100 / rows);
	}

	/** How far it is. */
	public enum Status {

		UPLOADED("Por confirmar"), RUNNING("En curso"), DONE("Terminada"), FAILED("Detenida");

		private final String label;

		Status(String label) {
			this.label = label;
		}

		/** The Spanish name. */
		public String label() {
			return this.label;
		}

	}

	/**
	 * What became of the rows: each is counted once.
	 *
	 * @param fresh new ones
	 * @param changed those of an earlier import that say something else now
	 * @param same those of an earlier import that say the same
	 * @param doubled those that were there otherwise
	 * @param refused those that could not be taken
	 */
	public record Counts(long fresh, long changed, long same, long doubled, long refused) {

		public long total() {
			return this.fresh + this.changed + this.same + this.doubled + this.refused;
		}

	}

	/** What became of one row. */
	public enum Outcome {

		FRESH, CHANGED, SAME, DOUBLED, REFUSED

	}

}
