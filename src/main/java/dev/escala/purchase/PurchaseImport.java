package dev.escala.purchase;

import java.time.Instant;
import java.util.List;

import dev.escala.reference.UserId;

/**
 * A file of purchases, and what came of it. When it is {@link Status#DONE}, the counts
 * add up: every line was taken, was there already, is kept apart or was refused.
 *
 * @param id our id
 * @param fileName as it was sent, or {@code null}
 * @param header its columns, in lower case
 * @param mapping how they are read
 * @param status how it stands
 * @param counts lines so far
 * @param createdCustomers how many customers it created
 * @param readAll whether all of the file was read
 * @param sentBy who sent it
 * @param sentAt when
 * @param endedAt when its import ended, or {@code null}
 */
public record PurchaseImport(long id, String fileName, List<String> header, PurchaseMapping mapping, Status status,
		Counts counts, int createdCustomers, boolean readAll, UserId sentBy, Instant sentAt, Instant endedAt) {

	PurchaseImport with(Counts counts) {
		return new PurchaseImport(this.id, this.fileName, this.header, this.mapping, this.status, counts,
				this.createdCustomers, this.readAll, this.sentBy, this.sentAt, this.endedAt);
	}

	/** How an import stands. */
	public enum Status {

		PREVIEW("Por empezar"), RUNNING("En marcha"), DONE("Terminada"), FAILED("Detenida por un problema técnico");

		private final String label;

		Status(String label) {
			this.label = label;
		}

		public String label() {
			return this.label;
		}

	}

	/**
	 * Lines of a file.
	 *
	 * @param total how many were read
	 * @param taken how many count now
	 * @param known how many were there already
	 * @param apart how many wait for somebody to say whose they are
	 * @param refused how many were not taken
	 */
	public record Counts(long total, long taken, long known, long apart, long refused) {

		/** How many were read and have not come to anything yet. */
		public long waiting() {
			return this.total - this.taken - this.known - this.apart - this.refused;
		}

	}

}
