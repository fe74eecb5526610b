package dev.escala.panel;

import java.time.Instant;
import java.time.LocalDate;

import dev.escala.reference.CaseNumber;

/** What stands behind a number of the panel that is no number of cases. */
public interface PanelRow {

	/** The case, or the request, that it belongs to. */
	CaseNumber number();

	/**
	 * A promise that was settled.
	 *
	 * @param content what was promised
	 * @param customer to whom
	 * @param owner name of who answered for it, or {@code null}
	 * @param kept whether it was kept, else it was broken
	 * @param promisedAt until when it was promised
	 * @param settledAt when it turned out
	 */
	record Settled(CaseNumber number, String content, String customer, String owner, boolean kept, Instant promisedAt,
			Instant settledAt) implements PanelRow {
	}

	/**
	 * A corrective action whose day is over.
	 *
	 * @param text what is done
	 * @param owner name of who answers for it
	 * @param dueOn the day by which it should have been done, in the business zone
	 * @param undecided whether its owner could not do it, and the coordinators decide
	 * @param days since that day
	 */
	record Overdue(CaseNumber number, String text, String owner, LocalDate dueOn, boolean undecided,
			long days) implements PanelRow {
	}

}
