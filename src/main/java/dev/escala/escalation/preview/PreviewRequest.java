package dev.escala.escalation.preview;

import java.util.List;

import dev.escala.validation.Moments;

/**
 * A case that does not exist, as somebody asks what would happen with it. Any part may be
 * missing or wrong.
 *
 * @param reportedAt when it would be reported, see {@link Moments}
 * @param severity how bad; or else impact and urgency, from which the table decides it
 * @param major whether an interruption affects many customers
 * @param tier what the customer's contract is worth; or else the customer
 * @param customer the customer's code
 * @param group the group that would work it, whose calendar may count
 * @param calendar the code of the calendar that should count, instead of the one of
 * customer, group or organisation
 * @param pauses for how long it would wait
 */
public record PreviewRequest(String reportedAt, String severity, String impact, String urgency, Boolean major,
		String tier, String customer, String group, String calendar, List<PauseInput> pauses) {

	/** A stretch during which the case would wait. */
	public record PauseInput(String from, String to) {
	}

}
