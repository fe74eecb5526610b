package dev.escala.inbound;

import java.util.Optional;

import dev.escala.contact.CustomerContacts;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.UndeliverableAddressRepository;
import dev.escala.inbound.mail.MailOrigin;
import dev.escala.inbound.mail.ParsedMail;
import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
import dev.escala.notice.ContactReceipts;
import dev.escala.observation.Observations;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.text.Shortening;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes a contact of a customer out of a mail (003-09). */
@Component
class MailContacts {

	/** What fits into a contact, with room for the files and the name. */
	private static final int LONGEST_TEXT = 3000;

	private static final int LONGEST_CONTACT = 3900;

	private static final int LONGEST_REASON = 300;

	private final CustomerContacts contacts;

	private final Matters matters;

	private final Customers customers;

	private final UndeliverableAddressRepository undeliverable;

	private final InboundAttachments attachments;

	private final ContactReceipts receipts;

	private final MailReader reader;

	private final Observations observations;

	MailContacts(CustomerContacts contacts, Matters matters, Customers customers,
			UndeliverableAddressRepository undeliverable, InboundAttachments attachments, ContactReceipts receipts,
			MailReader reader, Observations observations) {
		this.observations = observations;
		this.contacts = contacts;
		this.matters = matters;
		this.customers = customers;
		this.undeliverable = undeliverable;
		this.attachments = attachments;
		this.receipts = receipts;
		this.reader = reader;
	}

	/**
	 * Writes the contact down: what waited for the customer goes on, what is observed is
	 * reopened, and the time for the reply begins.
	 * @param customerId the customer who wrote, or {@code null} where nobody knows
	 * @throws dev.escala.validation.ConflictException where the case is over
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	void add(CaseNumber caseNumber, long mailId, ParsedMail mail, CustomerId customerId) {
		if (!this.matters.lock(caseNumber).open() && this.observations.current(caseNumber).isPresent()) {
			this.matters.reopen(caseNumber, UserId.CUSTOMER,
					"El cliente escribe por correo, con el caso en observación: «"
							+ Shortening.withEllipsis(mail.text(), LONGEST_REASON) + "»");
		}
		this.contacts.add(caseNumber, UserId.CUSTOMER, text(caseNumber, mailId, mail, customerId), customerId,
				Shortening.withEllipsis(mail.text(), LONGEST_TEXT));
		if (mail.sender() != null) {
			// Whoever writes from there reads there.
			this.undeliverable.clear(mail.sender());
			acknowledge(caseNumber, mail, customerId);
		}
	}

	private void acknowledge(CaseNumber caseNumber, ParsedMail mail, CustomerId customerId) {
		Optional<Customer> customer = Optional.ofNullable(customerId).flatMap(this.customers::find);
		if (MailOrigin.mayBeAcknowledged(mail, this.reader.ourselves())) {
			customer.ifPresent((known) -> this.receipts.acknowledge(caseNumber, known, mail.sender()));
		}
	}

	private String text(CaseNumber caseNumber, long mailId, ParsedMail mail, CustomerId customerId) {
		String said = mail.text().isBlank() ? unsaid(mailId, mail) : Shortening.withEllipsis(mail.text(), LONGEST_TEXT);
		String files = this.attachments.told(mailId);
		String note = (mail.text().length() > LONGEST_TEXT) ? "\n\nEl texto sigue en el correo " + mailId + "." : "";
		String whole = named(caseNumber, customerId) + said + note + (files.isEmpty() ? "" : "\n\n" + files);
		return Shortening.withEllipsis(whole, LONGEST_CONTACT);
	}

	/** What only a mail program opens is whole where the mail is kept. */
	private static String unsaid(long mailId, ParsedMail mail) {
		return mail.problems().isEmpty() ? "(El correo no tiene texto.)" : String.join(" ", mail.problems())
				+ " Supervisión lo tiene entero en /entrada, con el número " + mailId + ".";
	}

	/** Of a case with several customers it must be clear who wrote. */
	private String named(CaseNumber caseNumber, CustomerId customerId) {
		Matter matter = this.matters.get(caseNumber);
		if (customerId == null || customerId.equals(matter.customerId())) {
			return "";
		}
		Optional<Customer> customer = this.customers.find(customerId);
		return customer.map((known) -> known.name() + ": ").orElse("");
	}

}
