package dev.escala.escalation;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.escala.escalation.CaseLetter.Status;
import dev.escala.escalation.persistence.CaseFileRepository;
import dev.escala.escalation.persistence.LetterRepository;
import dev.escala.letter.LetterIntent;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Queues a letter for the customers, once, and meets the clock that waited for it: not
 * before, however long it took to write and to read.
 */
@Service
@Transactional
public class SendLetter {

	private final Escalations escalations;

	private final LetterRepository repository;

	private final CaseLetters letters;

	private final CaseProgress progress;

	private final CustomerContacts contacts;

	private final CaseFile file;

	private final CaseFileRepository plans;

	private final CustomerNotices notices;

	private final Clock clock;

	SendLetter(Escalations escalations, LetterRepository repository, CaseLetters letters, CaseProgress progress,
			CustomerContacts contacts, CaseFile file, CaseFileRepository plans, CustomerNotices notices, Clock clock) {
		this.escalations = escalations;
		this.repository = repository;
		this.letters = letters;
		this.progress = progress;
		this.contacts = contacts;
		this.file = file;
		this.plans = plans;
		this.notices = notices;
		this.clock = clock;
	}

	/**
	 * Sends a letter that needs no reader or has been approved; doing it again changes
	 * nothing.
	 * @throws dev.escala.validation.ConflictException where it still has to be read
	 */
	public void send(String number, long id) {
		this.escalations.lockFor(number, CaseAction.WRITE);
		CaseLetter letter = this.letters.get(number, id);
		if (letter.status() == Status.SENT) {
			return;
		}
		letter.require("enviar", Status.CLEARED, Status.APPROVED);
		// First the clocks, so that the message names the date of the next one.
		Set<Long> only = meetClocks(letter);
		String step = note(letter);
		Map<String, Object> more = Map.of("message", letter.latest().text());
		if (only.isEmpty()) {
			this.notices.tell(number, step, letter.template(), more);
		}
		else {
			this.notices.tell(number, step, letter.template(), more, only);
		}
		this.repository.end(id, Status.SENT, step, this.clock.instant());
		if (letter.intent() == LetterIntent.REPLY) {
			this.contacts.askAgain(number);
		}
	}

	/**
	 * What the letter was awaited for has happened.
	 * @return the customers who get it, or nobody where all get it
	 */
	private Set<Long> meetClocks(CaseLetter letter) {
		String number = letter.caseNumber();
		switch (letter.intent()) {
			case PLAN -> this.progress.planShared(number);
			case UPDATE -> this.progress.customerTold(number);
			case REPLY -> {
				return this.contacts.replied(number, letter.latest().writtenAt());
			}
			default -> {
				// Whoever promises or apologises keeps the clocks of its own process.
			}
		}
		return (letter.customerId() == null) ? Set.of() : Set.of(letter.customerId());
	}

	/** What the customer was told in the end stands in the case; the step counts it. */
	private String note(CaseLetter letter) {
		String number = letter.caseNumber();
		String text = letter.latest().text();
		if (letter.intent() == LetterIntent.PLAN) {
			this.plans.planTold(number, text);
			return "plan";
		}
		this.file.note(number, CaseNote.Kind.UPDATE, letter.latest().author(), "message", text);
		long told = this.escalations.notes(number)
			.stream()
			.filter((note) -> note.kind() == CaseNote.Kind.UPDATE)
			.count();
		return letter.intent().name().toLowerCase(Locale.ROOT) + "-" + told;
	}

}
