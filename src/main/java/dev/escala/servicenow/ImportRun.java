package dev.escala.servicenow;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.escala.reference.UserId;

/**
 * One import, as far as it has come. When it is {@link Status#DONE}, the counts add up:
 * every row was used or rejected, and every incident was created, known, not escalated or
 * rejected.
 *
 * @param id our id
 * @param kind where the file comes from, {@code servicenow}
 * @param fileName as it was sent, or {@code null}
 * @param startedBy user id
 * @param status how it stands
 * @param startedAt when it began
 * @param updatedAt when it last showed a sign of life
 * @param finishedAt when it ended, or {@code null}
 * @param rows the rows of the file
 * @param incidents the different incidents that those rows name
 * @param rejections why rows and incidents were rejected, the first 1,000 in the order in
 * which they were found; {@code null} in lists of imports
 */
public record ImportRun(long id, String kind, String fileName, UserId startedBy, Status status, Instant startedAt,
		Instant updatedAt, Instant finishedAt, Rows rows, Incidents incidents,
		@JsonInclude(JsonInclude.Include.NON_NULL) List<Rejection> rejections) {

	/** How an import stands. */
	public enum Status {

		/** At work, or waiting for its turn. */
		RUNNING,
		/** Came to the end of the file. */
		DONE,
		/** Its node stopped or died; sending the file again takes what is missing. */
		INTERRUPTED,
		/**
		 * A technical problem ended it; sending the file again takes what is missing.
		 */
		FAILED

	}

	/**
	 * Rows without the header and empty lines.
	 *
	 * @param total how many were read
	 * @param used how many could be read as a change of an incident
	 * @param rejected how many could not
	 */
	public record Rows(long total, long used, long rejected) {
	}

	/**
	 * Different incidents.
	 *
	 * @param total how many the rows name
	 * @param created how many became a case
	 * @param started how many of these are open and were started
	 * @param closed how many of these ended before and were only recorded
	 * @param known how many had become a case by an earlier import
	 * @param notEscalated how many did not become a case
	 * @param notEscalatedByReason the same by the reason, in Spanish
	 * @param rejected how many had no usable row, or were refused
	 */
	public record Incidents(long total, long created, long started, long closed, long known, long notEscalated,
			Map<String, Long> notEscalatedByReason, long rejected) {
	}

	/**
	 * What was not taken.
	 *
	 * @param line number of the row's first line in the file, from 1
	 * @param incident the incident, or {@code null} where the row does not name one
	 * @param reason in Spanish
	 */
	public record Rejection(long line, String incident, String reason) {
	}
}
