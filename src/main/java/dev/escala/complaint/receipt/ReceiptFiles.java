package dev.escala.complaint.receipt;

import java.util.Optional;

import dev.escala.notification.MailFile;
import dev.escala.notification.MailFiles;
import dev.escala.reference.CaseNumber;

import org.springframework.stereotype.Component;

/** Receipts as files of mails. */
@Component
class ReceiptFiles implements MailFiles {

	static final String PREFIX = "complaint-receipt/";

	private final ReceiptRepository repository;

	ReceiptFiles(ReceiptRepository repository) {
		this.repository = repository;
	}

	@Override
	public String prefix() {
		return PREFIX;
	}

	@Override
	public Optional<MailFile> find(String reference) {
		return this.repository.find(new CaseNumber(reference.substring(PREFIX.length())))
			.map((receipt) -> new MailFile(receipt.fileName(), "application/pdf", receipt.pdf()));
	}

}
