package dev.escala.complaint.receipt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.escala.notification.Outbox;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.tracking.CustomerReceipts;
import dev.escala.validation.ConflictException;

import org.springframework.stereotype.Component;

/** Brings receipts to the customer's page. */
@Component
class ReceiptsOfCustomers implements CustomerReceipts {

	/** So many a day, the first one included; then nothing is wrong with our mail. */
	private static final int DAILY = 4;

	private final ReceiptRepository repository;

	private final ComplaintReceipts receipts;

	private final Outbox outbox;

	private final Clock clock;

	ReceiptsOfCustomers(ReceiptRepository repository, ComplaintReceipts receipts, Outbox outbox, Clock clock) {
		this.repository = repository;
		this.receipts = receipts;
		this.outbox = outbox;
		this.clock = clock;
	}

	@Override
	public boolean exists(CaseNumber number) {
		return this.repository.exists(number);
	}

	@Override
	public Optional<File> find(CaseNumber number) {
		return this.repository.find(number).map((receipt) -> new File(receipt.fileName(), receipt.pdf()));
	}

	@Override
	public void sendAgain(CaseNumber number) {
		Instant yesterday = this.clock.instant().minus(Duration.ofDays(1));
		long sent = this.outbox.messages(number)
			.stream()
			.filter((message) -> message.step().startsWith(ComplaintReceipts.STEP))
			.filter((message) -> message.createdAt().isAfter(yesterday))
			.count();
		if (sent >= DAILY) {
			throw new ConflictException("El justificante de " + number + " ya se envió " + sent + " veces en un día.");
		}
		this.receipts.resend(number, UserId.CUSTOMER);
	}

}
