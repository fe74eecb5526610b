package dev.escala.complaint.receipt;

import dev.escala.complaint.print.ArchivePdf;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Prints receipts. */
@Component
class ReceiptPdf {

	private final ArchivePdf pdf = new ArchivePdf("receipt");

	private final String address;

	ReceiptPdf(@Value("${escala.public-url}") String publicUrl) {
		this.address = publicUrl.replaceAll("/+$", "") + "/seguimiento";
	}

	/** Makes the file. */
	byte[] print(ReceiptFacts facts) {
		return this.pdf.print(facts.language(), new ReceiptPage(facts, this.address).values());
	}

}
