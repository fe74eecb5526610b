package dev.escala.escalation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import dev.escala.escalation.persistence.ContactRepository;
import dev.escala.servicelevel.Deadline;
import dev.escala.servicelevel.ServiceClock;
import dev.escala.timeline.Timeline;
import dev.escala.validation.Fields;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A customer turns to us during an open matter (003-09): it is written down, a case that
 * waited for them goes on, and somebody replies within the time of the service level.
 */
@Service
@Transactional
public class CustomerContacts {

	private static final int LONGEST_TEXT = 4000;

	private final Escalations escalations;

	private final ContactRepository contacts;

	private final CaseFile file;

	private final CaseClocks clocks;

	private final PauseCase pauses;

	private final FirstNotices firstNotices;

	private final EscalationFlow flow;

	private final Timeline timeline;

	private final Clock clock;

	CustomerContacts(Escalations escalations, ContactRepository contacts, CaseFile file, CaseClocks clocks,
			PauseCase pauses, FirstNotices firstNotices, EscalationFlow flow, Timeline timeline, Clock clock) {
		this.escalations = escalations;
		this.contacts = contacts;
		this.file = file;
		this.clocks = clocks;
		this.pauses = pauses;
		this.firstNotices = firstNotices;
		this.flow = flow;
		this.timeline = timeline;
		this.clock = clock;
	}

	/**
	 * Writes down what the customer said. A contact that waits for its reply already
	 * keeps its clock: the first one counts.
	 */
	public void add(String number, String user, String text) {
		add(number, user, text, this.escalations.get(number).customerId());
	}

	/**
	 * The same, where it is known which customer of the case it was.
	 * @param customerId the customer, or {@code null}
	 * @throws dev.escala.validation.ConflictException where the case is over
	 */
	public void add(String number, String user, String text, Long customerId) {
		Fields fields = new Fields();
		String said = fields.required("text", "lo que dijo el cliente", text, LONGEST_TEXT);
		fields.done();
		Escalation escalation = this.escalations.lockFor(number, CaseAction.CONTACT);
		boolean waiting = this.clocks.find(number, ServiceClock.CONTACT_REPLY).filter(Deadline::isOpen).isPresent();
		this.file.note(number, CaseNote.Kind.CONTACT, user, "text", said);
		this.contacts.add(number, customerId, this.clock.instant());
		this.firstNotices.acknowledged(number, customerId);
		this.timeline.add(number, user, "Contactó el cliente: " + said);
		if (customerId == null || customerId.equals(escalation.customerId())) {
			this.pauses.customerAnswered(number);
		}
		if (!waiting) {
			this.clocks.start(number, ServiceClock.CONTACT_REPLY);
			this.flow.customerContacted(number);
		}
	}

	/**
	 * Whoever waited when the reply was written gets it.
	 * @param writtenAt when its text was written; it answers nobody who came later
	 * @return the customers who waited, those known
	 */
	Set<Long> replied(String number, Instant writtenAt) {
		this.clocks.meet(number, ServiceClock.CONTACT_REPLY);
		return this.contacts.reply(number, writtenAt, this.clock.instant());
	}

	/**
	 * Whoever turned to us while a reply was read and sent waits for one of their own.
	 */
	void askAgain(String number) {
		if (this.contacts.waiting(number) > 0) {
			this.clocks.start(number, ServiceClock.CONTACT_REPLY);
			this.flow.customerContacted(number);
		}
	}

	/** What those said who wait for a reply, oldest first (003-10). */
	public List<CaseNote> waiting(String number) {
		List<CaseNote> said = this.escalations.notes(number)
			.stream()
			.filter((note) -> note.kind() == CaseNote.Kind.CONTACT)
			.toList();
		return said.subList(Math.max(0, said.size() - this.contacts.waiting(number)), said.size());
	}

}
