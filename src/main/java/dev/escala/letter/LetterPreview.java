package dev.escala.letter;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.escala.customer.Customer;
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

	private final LetterDuties duties;

	LetterPreview(CustomerNotices notices, LetterChecks checks, LetterDuties duties) {
		this.notices = notices;
		this.checks = checks;
		this.duties = duties;
	}

	/**
	 * What the checks say of a text that is to be framed for the customer of the case.
	 */
	@Transactional(readOnly = true)
	public Checked check(CaseNumber number, LetterIntent intent, CustomerId customerId, String text) {
		return this.checks.check(new Letter(text,
				mail(number, intent, customerId, text).map((mail) -> read(mail, intent == LetterIntent.DECISION))
					.orElse(null)));
	}

	/**
	 * The mail as it would be sent now, or empty where nobody can be reached.
	 * @param customerId its reader, or {@code null} for the customer of the case
	 */
	@Transactional(readOnly = true)
	public Optional<CustomerMail> mail(CaseNumber number, LetterIntent intent, CustomerId customerId, String text) {
		Locale language = language(number, intent);
		Map<String, Object> more = more(number, intent, text, language);
		return reader(number, intent)
			.map((reader) -> this.notices.preview(number, reader, CustomerLetter.template(intent), more, language))
			.or(() -> this.notices.preview(number, customerId, CustomerLetter.template(intent), more, language));
	}

	/** Whether it may leave now. */
	boolean mayLeave(CustomerLetter letter) {
		return this.duties.of(letter.intent())
			.map((duty) -> duty.mayLeave(letter.caseNumber(), letter.id()))
			.orElse(true);
	}

	/** Whether it leaves by mail, or somebody carries it out. */
	public boolean isByMail(CustomerLetter letter) {
		return this.duties.of(letter.intent()).map((duty) -> duty.byMail(letter.caseNumber())).orElse(true);
	}

	private Optional<Customer.Contact> reader(CaseNumber number, LetterIntent intent) {
		return this.duties.of(intent).flatMap((duty) -> duty.reader(number));
	}

	private Map<String, Object> more(CaseNumber number, LetterIntent intent, String text, Locale language) {
		Map<String, Object> more = new HashMap<>(
				this.duties.of(intent).map((duty) -> duty.values(number, language)).orElse(Map.of()));
		more.put("message", text);
		return more;
	}

	/**
	 * Queues the letter as that step of the matter, for all its customers or only some;
	 * not one that does not leave by mail.
	 */
	void send(CustomerLetter letter, String step, Set<CustomerId> only) {
		if (!isByMail(letter)) {
			return;
		}
		Locale language = language(letter.caseNumber(), letter.intent());
		Map<String, Object> more = more(letter.caseNumber(), letter.intent(), letter.latest().text(), language);
		Optional<Customer.Contact> reader = reader(letter.caseNumber(), letter.intent());
		if (reader.isPresent()) {
			this.notices.tell(letter.caseNumber(), step, letter.template(), more, reader.get(), language);
		}
		else if (only.isEmpty()) {
			this.notices.tell(letter.caseNumber(), step, letter.template(), more, language);
		}
		else {
			this.notices.tell(letter.caseNumber(), step, letter.template(), more, only, language);
		}
	}

	private Locale language(CaseNumber number, LetterIntent intent) {
		return this.duties.of(intent).map((duty) -> duty.language(number)).orElse(null);
	}

	/** After a decision nothing comes unless the customer wants it. */
	private static Letter.Mail read(CustomerMail mail, boolean closing) {
		return new Letter.Mail(mail.text(), mail.recipientName(), mail.customerName(), mail.nextDate(), closing);
	}

}
