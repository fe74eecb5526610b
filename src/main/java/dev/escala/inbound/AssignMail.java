package dev.escala.inbound;

import java.util.Locale;

import dev.escala.validation.Fields;

/**
 * Somebody knows which case a mail is about.
 *
 * @param caseNumber the case
 * @param reason why it is this one, 1 to 500 characters
 * @param reopen whether a case that is over shall be reopened; else the mail is only kept
 * with it
 */
public record AssignMail(String caseNumber, String reason, boolean reopen) {

	static final int LONGEST_REASON = 500;

	public AssignMail {
		Fields fields = new Fields();
		caseNumber = fields.requiredLine("caseNumber", "el número del caso", caseNumber, 40).toUpperCase(Locale.ROOT);
		reason = fields.required("reason", "el motivo", reason, LONGEST_REASON);
		fields.done();
	}

}
