package dev.escala.escalation;

import java.time.Clock;
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
	 */
	void add(String number, String user, String text, Long customerId) {
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
	 * Whoever waited gets the reply.
	 * @return the customers who waited, those known
	 */
	public Set<Long> replied(String number) {
		this.clocks.meet(number, ServiceClock.CONTACT_REPLY);
		return this.contacts.reply(number, this.clock.instant());
	}

}
