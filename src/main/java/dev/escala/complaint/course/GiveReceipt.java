package dev.escala.complaint.course;

import java.util.Locale;
import java.util.stream.Collectors;

import dev.escala.complaint.AnswerChannel;
import dev.escala.complaint.Complaint;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.Statement;
import dev.escala.complaint.classification.ComplaintKind;
import dev.escala.complaint.key.ComplaintKey;
import dev.escala.complaint.key.ComplaintKeys;
import dev.escala.complaint.receipt.ComplaintReceipts;
import dev.escala.complaint.receipt.ReceiptFacts;
import dev.escala.complaint.term.ComplaintTerms;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a complaint its key, and the customer the receipt that proves what they said and
 * when (Ley 10/2025, arts. 11 and 12): in the transaction in which it is presented, once
 * its terms are counted.
 */
@Service
@Transactional
public class GiveReceipt {

	private final Complaints complaints;

	private final ComplaintTerms terms;

	private final ComplaintKeys keys;

	private final ComplaintReceipts receipts;

	private final Matters matters;

	private final String organisation;

	GiveReceipt(Complaints complaints, ComplaintTerms terms, ComplaintKeys keys, ComplaintReceipts receipts,
			Matters matters, @Value("${escala.organisation-name:Escala}") String organisation) {
		this.complaints = complaints;
		this.terms = terms;
		this.keys = keys;
		this.receipts = receipts;
		this.matters = matters;
		this.organisation = organisation;
	}

	/** Makes both; refuses where the complaint has a key already. */
	public ComplaintKey give(CaseNumber number) {
		Complaint complaint = this.complaints.get(number);
		ComplaintKey key = this.keys.issue(number);
		ReceiptFacts.Due due = this.terms.running(number)
			.map((term) -> new ReceiptFacts.Due(term.dueAt(), term.norm()))
			.orElse(null);
		this.receipts.make(new ReceiptFacts(number, kind(complaint.statement().kind()), words(complaint),
				complaint.statement().presentedAt(), complaint.zone(), key, due,
				new ReceiptFacts.Answer(channel(complaint.statement().channel()), address(complaint)),
				this.organisation, Locale.forLanguageTag(complaint.statement().language()),
				complaint.statement().recording() != null));
		return key;
	}

	/**
	 * Sends the receipt by mail, once; makes it before where the complaint began without.
	 */
	public void send(CaseNumber number) {
		if (this.receipts.find(number).isEmpty()) {
			give(number);
		}
		this.receipts.send(number);
	}

	/** Where the answer goes, as far as that is known. */
	private String address(Complaint complaint) {
		Statement said = complaint.statement();
		return switch (said.channel()) {
			case POST -> (said.postalAddress() == null) ? null
					: said.postalAddress().lines().map(String::strip).collect(Collectors.joining(", "));
			case IN_PERSON -> null;
			case MAIL -> (said.email() != null) ? said.email()
					: this.matters.customer(complaint.asMatter())
						.flatMap((customer) -> customer.recipient())
						.map((contact) -> contact.email())
						.orElse(null);
		};
	}

	private static String words(Complaint complaint) {
		String wish = complaint.statement().wish();
		return complaint.statement().description() + ((wish == null) ? "" : "\n\n" + wish);
	}

	private static ReceiptFacts.Kind kind(ComplaintKind kind) {
		return switch (kind) {
			case CLAIM, GRIEVANCE -> ReceiptFacts.Kind.COMPLAINT;
			case INCIDENT -> ReceiptFacts.Kind.INCIDENT;
			case ENQUIRY -> ReceiptFacts.Kind.QUERY;
		};
	}

	private static ReceiptFacts.Channel channel(AnswerChannel channel) {
		return switch (channel) {
			case MAIL -> ReceiptFacts.Channel.EMAIL;
			case POST -> ReceiptFacts.Channel.POST;
			case IN_PERSON -> ReceiptFacts.Channel.OFFICE;
		};
	}

}
