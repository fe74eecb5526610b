package dev.escala.letter;

import java.time.Clock;
import java.util.Locale;
import java.util.Set;

import dev.escala.clock.NextCommunication;
import dev.escala.clock.PauseMatter;
import dev.escala.contact.CustomerContacts;
import dev.escala.letter.CustomerLetter.Status;
import dev.escala.matter.MatterAction;
import dev.escala.matter.MatterNote;
import dev.escala.matter.MatterNotes;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Queues a letter for the customers, once, and meets the clock that waited for it: not
 * before, however long it took to write and to read.
 */
@Service
@Transactional
public class SendLetter {

	private final Matters matters;

	private final LetterRepository repository;

	private final CustomerLetters letters;

	private final CustomerContacts contacts;

	private final MatterNotes notes;

	private final LetterPreview mail;

	private final Clock clock;

	private final NextCommunication next;

	private final PauseMatter pauses;

	private final ApplicationEventPublisher events;

	SendLetter(Matters matters, LetterRepository repository, CustomerLetters letters, CustomerContacts contacts,
			MatterNotes notes, LetterPreview mail, Clock clock, NextCommunication next, PauseMatter pauses,
			ApplicationEventPublisher events) {
		this.matters = matters;
		this.repository = repository;
		this.letters = letters;
		this.contacts = contacts;
		this.notes = notes;
		this.mail = mail;
		this.clock = clock;
		this.next = next;
		this.pauses = pauses;
		this.events = events;
	}

	/**
	 * Sends a letter that needs no reader or has been approved; doing it again changes
	 * nothing.
	 * @throws dev.escala.validation.ConflictException where it still has to be read
	 */
	public void send(CaseNumber number, long id) {
		CustomerLetter letter = this.letters.lock(number, id);
		if (letter.status() == Status.SENT) {
			return;
		}
		letter.require("enviar", Status.CLEARED, Status.APPROVED);
		if ((letter.intent() == LetterIntent.QUESTION && !mayWait(number)) || !this.mail.mayLeave(letter)) {
			this.letters.ended(number, id);
			return;
		}
		// First the clocks, so that the message names the date of the next one.
		Set<CustomerId> only = meetClocks(letter);
		String step = note(letter);
		this.mail.send(letter, step, only);
		this.repository.end(id, Status.SENT, step, this.clock.instant());
		if (letter.intent() == LetterIntent.REPLY) {
			this.contacts.askAgain(number);
		}
	}

	/**
	 * A question says that the case waits for its answer: it is not sent where it cannot.
	 */
	private boolean mayWait(CaseNumber number) {
		return this.matters.get(number).allows(MatterAction.PAUSE) && this.pauses.current(number).isEmpty();
	}

	/**
	 * What the letter was awaited for has happened.
	 * @return the customers who get it, or nobody where all get it
	 */
	private Set<CustomerId> meetClocks(CustomerLetter letter) {
		CaseNumber number = letter.caseNumber();
		this.events.publishEvent(
				new LetterSent(number, letter.intent(), letter.latest().author(), letter.latest().text(), letter.id()));
		switch (letter.intent()) {
			case PLAN, PLAN_CHANGE, UPDATE -> this.next.told(number);
			case QUESTION -> this.next.asked(number);
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
	private String note(CustomerLetter letter) {
		CaseNumber number = letter.caseNumber();
		String text = letter.latest().text();
		if (letter.intent() == LetterIntent.PLAN) {
			return "plan";
		}
		this.notes.tell(number, MatterNote.Kind.UPDATE, letter.latest().author(), text);
		long told = this.notes.notes(number).stream().filter((note) -> note.kind() == MatterNote.Kind.UPDATE).count();
		return letter.intent().name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + told;
	}

}
