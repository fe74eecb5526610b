package dev.escala.notification;

import java.util.Locale;
import java.util.Map;

import dev.escala.reference.CaseNumber;

/**
 * Something to tell one recipient. The same case, step, channel and recipient is told
 * only once, however often it is asked for.
 *
 * @param caseNumber the case
 * @param step what this message is about, for example {@code firstNotice} or
 * {@code update-3}; with the case and the recipient it makes the message unique
 * @param recipientName the person's name, for the greeting
 * @param recipient the e-mail address
 * @param template name of the template in {@code templates/mail}, without ending
 * @param locale language of the message
 * @param model what the template shows
 * @param attachment the file that it carries, as a {@link MailFiles} calls it, or
 * {@code null}
 */
public record Message(CaseNumber caseNumber, String step, String recipientName, String recipient, String template,
		Locale locale, Map<String, Object> model, String attachment) {

	/** A message without a file. */
	public Message(CaseNumber caseNumber, String step, String recipientName, String recipient, String template,
			Locale locale, Map<String, Object> model) {
		this(caseNumber, step, recipientName, recipient, template, locale, model, null);
	}

	/** The same with a file. */
	public Message with(String attachment) {
		return new Message(this.caseNumber, this.step, this.recipientName, this.recipient, this.template, this.locale,
				this.model, attachment);
	}

}
