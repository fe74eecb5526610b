package dev.escala.complaint.receipt;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Optional;

import dev.escala.notice.CustomerFile;
import dev.escala.notice.CustomerNotices;
import dev.escala.notification.Outbox;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.BundleTexts;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;
import dev.escala.validation.NotFoundException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The receipts of complaints (Ley 10/2025 art. 12): each is printed once, kept with its
 * digest, and from then on the same bytes for everybody.
 */
@Service
@Transactional
public class ComplaintReceipts {

	static final String STEP = "receipt-";

	private final ReceiptPdf pdf;

	private final ReceiptRepository repository;

	private final CustomerNotices notices;

	private final Outbox outbox;

	private final Timeline timeline;

	private final Clock clock;

	ComplaintReceipts(ReceiptPdf pdf, ReceiptRepository repository, CustomerNotices notices, Outbox outbox,
			Timeline timeline, Clock clock) {
		this.pdf = pdf;
		this.repository = repository;
		this.notices = notices;
		this.outbox = outbox;
		this.timeline = timeline;
		this.clock = clock;
	}

	/**
	 * Makes the receipt of a matter, in the transaction in which it begins.
	 * @return the receipt; the one that is there already, where there is one, whatever
	 * these facts say
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Receipt make(ReceiptFacts facts) {
		CaseNumber number = facts.number();
		if (!this.repository.exists(number)) {
			byte[] file = this.pdf.print(facts);
			String mailTo = (facts.answer().channel() == ReceiptFacts.Channel.EMAIL) ? facts.answer().address() : null;
			this.repository.add(number, new BundleTexts("complaint-receipt", facts.language()).locale(), file,
					sha256(file), mailTo, this.clock.instant());
		}
		return this.repository.find(number).orElseThrow();
	}

	/** The receipt of a matter, if it has one. */
	@Transactional(readOnly = true)
	public Optional<Receipt> find(CaseNumber number) {
		return this.repository.find(number);
	}

	/**
	 * The receipt of a matter.
	 * @throws NotFoundException where it has none
	 */
	@Transactional(readOnly = true)
	public Receipt get(CaseNumber number) {
		return find(number).orElseThrow(() -> missing(number));
	}

	/**
	 * Sends the receipt by mail, once: to the address that the customer chose for the
	 * answer, or to the person to whom we write.
	 * @return whether there is an address; where there is none, somebody has to ask for
	 * it (art. 12.3) or hand the receipt over otherwise
	 * @throws NotFoundException where there is no receipt
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean send(CaseNumber number) {
		return mail(this.repository.lock(number).orElseThrow(() -> missing(number)), 1).isPresent();
	}

	/**
	 * Sends it once more, as often as somebody wants it.
	 * @param actor who wants it
	 * @throws NotFoundException where there is no receipt
	 * @throws ConflictException where there is no address
	 */
	public void resend(CaseNumber number, UserId actor) {
		Receipt receipt = this.repository.lock(number).orElseThrow(() -> missing(number));
		String address = mail(receipt, mails(number) + 1)
			.orElseThrow(() -> new ConflictException("No hay ninguna dirección de correo a la que enviar el "
					+ "justificante de " + number + ". Pídala al cliente, o entrégueselo impreso."));
		this.timeline.add(number, actor, "Envió otra vez el justificante a " + address + ".");
	}

	/** How many mails with the receipt there were. */
	private int mails(CaseNumber number) {
		return (int) this.outbox.messages(number)
			.stream()
			.filter((message) -> message.step().startsWith(STEP))
			.map((message) -> message.step())
			.distinct()
			.count();
	}

	private Optional<String> mail(Receipt receipt, int turn) {
		CaseNumber number = receipt.number();
		Optional<String> address = this.notices.send(number, new CustomerFile(STEP + turn, "customer-complaint-receipt",
				receipt.language(), receipt.mailTo(), ReceiptFiles.PREFIX + number));
		address.ifPresent((one) -> this.repository.mailed(number, one));
		return address;
	}

	private static NotFoundException missing(CaseNumber number) {
		return new NotFoundException("De " + number + " no hay ningún justificante.");
	}

	private static byte[] sha256(byte[] file) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(file);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
