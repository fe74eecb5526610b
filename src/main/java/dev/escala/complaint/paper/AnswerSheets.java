package dev.escala.complaint.paper;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.ComplaintPhase;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.answer.DecisionLetter;
import dev.escala.customer.Customer;
import dev.escala.letter.CustomerLetter;
import dev.escala.letter.CustomerLetter.Status;
import dev.escala.letter.LastLetters;
import dev.escala.letter.LetterIntent;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;
import dev.escala.validation.NotFoundException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The answers that go on paper (Ley 10/2025, art. 13.5): printed in the transaction in
 * which the letter may leave, and from then on the same bytes for everybody, so that what
 * was posted can be proved. Where the address is corrected before it was posted it is
 * printed again, and both stay.
 */
@Service
@Transactional
public class AnswerSheets {

	private final AnswerPdf pdf;

	private final AnswerSheetRepository repository;

	private final Complaints complaints;

	private final DecisionLetter decisions;

	private final LastLetters letters;

	private final Matters matters;

	private final Timeline timeline;

	private final Clock clock;

	AnswerSheets(AnswerPdf pdf, AnswerSheetRepository repository, Complaints complaints, DecisionLetter decisions,
			LastLetters letters, Matters matters, Timeline timeline, Clock clock) {
		this.pdf = pdf;
		this.repository = repository;
		this.complaints = complaints;
		this.decisions = decisions;
		this.letters = letters;
		this.matters = matters;
		this.timeline = timeline;
		this.clock = clock;
	}

	/**
	 * Prints a letter that may leave now.
	 * @param text as the customer is to read it
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void print(CaseNumber number, long letterId, String text) {
		Complaint complaint = this.complaints.get(number);
		Instant now = this.clock.instant();
		AnswerFacts facts = new AnswerFacts(number, text, this.decisions.frame(number),
				complaint.statement().presentedAt(), now, complaint.zone(), addressee(complaint), reader(complaint));
		byte[] file = this.pdf.print(facts);
		this.repository.add(number, letterId, facts.language(), file, sha256(file), now);
		this.timeline.add(number, UserId.SYSTEM, "La respuesta está lista para imprimirla (SHA-256 "
				+ this.repository.last(number).orElseThrow().sha256() + ").");
	}

	/**
	 * Prints the answer again that has not been posted yet, because what stands on it
	 * beside the letter has changed; nothing where there is none.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void again(CaseNumber number) {
		waiting(this.complaints.lock(number)).ifPresent((letter) -> print(number, letter.id(), letter.latest().text()));
	}

	/** What was printed last, or empty where nothing was. */
	@Transactional(readOnly = true)
	public Optional<AnswerSheet> find(CaseNumber number) {
		return this.repository.last(number);
	}

	/** All that was printed, oldest first. */
	@Transactional(readOnly = true)
	public List<AnswerSheet> list(CaseNumber number) {
		return this.repository.list(number);
	}

	/**
	 * What was printed last. An answer that waited to be posted before answers were
	 * printed is printed now.
	 * @throws NotFoundException where the answer does not go on paper, or not yet
	 */
	public AnswerSheet get(CaseNumber number) {
		if (find(number).isEmpty()) {
			again(number);
		}
		return find(number).orElseThrow(() -> new NotFoundException("De " + number
				+ " no hay ninguna respuesta en papel: o se envía por correo electrónico, o aún no está escrita."));
	}

	/** The answer of this round that is written and has not been posted. */
	private Optional<CustomerLetter> waiting(Complaint complaint) {
		if (complaint.phase() != ComplaintPhase.ANSWER || complaint.decidedAt() == null
				|| !this.decisions.isOnPaper(complaint.number())) {
			return Optional.empty();
		}
		return this.letters.of(complaint.number(), LetterIntent.DECISION)
			.stream()
			.filter((letter) -> letter.status() == Status.SENT
					&& !letter.latest().writtenAt().isBefore(complaint.decidedAt()))
			.reduce((first, last) -> last);
	}

	private List<String> addressee(Complaint complaint) {
		List<String> lines = new ArrayList<>();
		String name = this.matters.customerName(complaint.asMatter());
		lines.add(name);
		String reader = reader(complaint);
		if (reader != null && !reader.equalsIgnoreCase(name)) {
			lines.add(reader);
		}
		String address = complaint.statement().postalAddress();
		if (address != null) {
			address.lines().map(String::strip).filter((line) -> !line.isEmpty()).forEach(lines::add);
		}
		return lines;
	}

	private String reader(Complaint complaint) {
		return this.matters.customer(complaint.asMatter())
			.flatMap((customer) -> customer.recipient().or(() -> customer.contacts().stream().findFirst()))
			.map(Customer.Contact::name)
			.orElse(null);
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
