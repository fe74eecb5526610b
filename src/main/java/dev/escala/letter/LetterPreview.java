package dev.escala.letter;

import java.util.Map;
import java.util.Optional;

import dev.escala.letter.check.Checked;
import dev.escala.letter.check.Letter;
import dev.escala.letter.check.LetterChecks;
import dev.escala.notice.CustomerMail;
import dev.escala.notice.CustomerNotices;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows a letter as its reader will get it, and checks it in that form. */
@Service
public class LetterPreview {

	private final CustomerNotices notices;

	private final LetterChecks checks;

	LetterPreview(CustomerNotices notices, LetterChecks checks) {
		this.notices = notices;
		this.checks = checks;
	}

	/**
	 * What the checks say of a text that is to be framed for the customer of the case.
	 */
	@Transactional(readOnly = true)
	public Checked check(CaseNumber number, LetterIntent intent, CustomerId customerId, String text) {
		return this.checks
			.check(new Letter(text, mail(number, intent, customerId, text).map(LetterPreview::read).orElse(null)));
	}

	/**
	 * The mail as it would be sent now, or empty where nobody can be reached.
	 * @param customerId its reader, or {@code null} for the customer of the case
	 */
	@Transactional(readOnly = true)
	public Optional<CustomerMail> mail(CaseNumber number, LetterIntent intent, CustomerId customerId, String text) {
		return this.notices.preview(number, customerId, CustomerLetter.template(intent), Map.of("message", text));
	}

	private static Letter.Mail read(CustomerMail mail) {
		return new Letter.Mail(mail.text(), mail.recipientName(), mail.customerName(), mail.nextDate(), false);
	}

}
