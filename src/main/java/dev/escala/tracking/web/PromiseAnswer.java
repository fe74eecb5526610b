package dev.escala.tracking.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What a customer sends to answer a proposed date.
 *
 * @param proposal which proposal, 0 where the page sent none
 * @param accepted whether the date suits them
 * @param other whether it is the date of the other option
 * @param wished the day that would suit them, or {@code null}
 * @param problem the key of what is wrong, or {@code null}
 */
record PromiseAnswer(long proposal, boolean accepted, boolean other, LocalDate wished, String problem) {

	static final int LONGEST_COMMENT = 2000;

	static PromiseAnswer of(String proposal, String answer, String wished, String comment, Instant now) {
		long id = proposal.matches("\\d{1,18}") ? Long.parseLong(proposal) : 0;
		if (answer.equals("yes") || answer.equals("other")) {
			return new PromiseAnswer(id, true, answer.equals("other"), null, null);
		}
		LocalDate day = day(wished);
		return new PromiseAnswer(id, false, false, day, problem(answer, wished, day, comment, now));
	}

	/** The name of the answer, for what the page says afterwards. */
	String what() {
		return this.accepted ? "accept" : "decline";
	}

	private static String problem(String answer, String wished, LocalDate day, String comment, Instant now) {
		if (comment.length() > LONGEST_COMMENT) {
			return "problem.long";
		}
		// The customer's today may still be our yesterday.
		if (!wished.isBlank() && (day == null || day.isBefore(LocalDate.ofInstant(now, ZoneOffset.MIN)))) {
			return "problem.date";
		}
		return (!answer.equals("no") || (wished.isBlank() && comment.isBlank())) ? "problem.wish" : null;
	}

	private static LocalDate day(String wished) {
		try {
			LocalDate day = LocalDate.parse(wished);
			return (day.getYear() <= 9999) ? day : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
