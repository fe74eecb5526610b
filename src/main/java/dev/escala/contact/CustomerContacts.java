package dev.escala.contact;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import dev.escala.clock.Deadline;
import dev.escala.clock.MatterClocks;
import dev.escala.clock.PauseMatter;
import dev.escala.clock.ServiceClock;
import dev.escala.matter.Matter;
import dev.escala.matter.MatterAction;
import dev.escala.matter.MatterNote;
import dev.escala.matter.MatterNotes;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;
import dev.escala.validation.Fields;

import org.springframework.context.ApplicationEventPublisher;
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

	private final Matters matters;

	private final ContactRepository contacts;

	private final ContactPoints points;

	private final MatterNotes notes;

	private final MatterClocks clocks;

	private final PauseMatter pauses;

	private final ApplicationEventPublisher events;

	private final ContactFlow flow;

	private final Timeline timeline;

	private final Clock clock;

	CustomerContacts(Matters matters, ContactRepository contacts, ContactPoints points, MatterNotes notes,
			MatterClocks clocks, PauseMatter pauses, ApplicationEventPublisher events, ContactFlow flow,
			Timeline timeline, Clock clock) {
		this.matters = matters;
		this.contacts = contacts;
		this.points = points;
		this.notes = notes;
		this.clocks = clocks;
		this.pauses = pauses;
		this.events = events;
		this.flow = flow;
		this.timeline = timeline;
		this.clock = clock;
	}

	/**
	 * Writes down what the customer said. A contact that waits for its reply already
	 * keeps its clock: the first one counts.
	 */
	public void add(CaseNumber number, UserId user, String text) {
		add(number, user, text, this.matters.get(number).customerId());
	}

	/**
	 * The same, where it is known which customer of the case it was.
	 * @param customerId the customer, or {@code null}
	 * @throws dev.escala.validation.ConflictException where the case is over
	 */
	public void add(CaseNumber number, UserId user, String text, CustomerId customerId) {
		add(number, user, text, customerId, text);
	}

	/**
	 * The same, where what is written down has more than the customer's own words.
	 * @param own those words, which the reply answers point by point
	 */
	public void add(CaseNumber number, UserId user, String text, CustomerId customerId, String own) {
		Fields fields = new Fields();
		String said = fields.required("text", "lo que dijo el cliente", text, LONGEST_TEXT);
		fields.done();
		Matter matter = this.matters.lockFor(number, MatterAction.CONTACT);
		boolean waiting = this.clocks.find(number, ServiceClock.CONTACT_REPLY).filter(Deadline::isOpen).isPresent();
		this.notes.add(number, MatterNote.Kind.CONTACT, user, said);
		long contact = this.contacts.add(number, customerId, this.clock.instant());
		this.points.split(contact, own, user.equals(UserId.CUSTOMER));
		this.events.publishEvent(new CustomerContacted(number, customerId, user, said));
		this.timeline.add(number, user, "Contactó el cliente: " + said);
		if (customerId == null || customerId.equals(matter.customerId())) {
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
	public Set<CustomerId> replied(CaseNumber number, Instant writtenAt) {
		this.clocks.meet(number, ServiceClock.CONTACT_REPLY);
		return this.contacts.reply(number, writtenAt, this.clock.instant());
	}

	/**
	 * Whoever turned to us while a reply was read and sent waits for one of their own.
	 */
	public void askAgain(CaseNumber number) {
		if (this.contacts.waiting(number) > 0) {
			this.clocks.start(number, ServiceClock.CONTACT_REPLY);
			this.flow.customerContacted(number);
		}
	}

	/** What those said who wait for a reply, oldest first (003-10). */
	public List<MatterNote> waiting(CaseNumber number) {
		List<MatterNote> said = this.notes.notes(number)
			.stream()
			.filter((note) -> note.kind() == MatterNote.Kind.CONTACT)
			.toList();
		return said.subList(Math.max(0, said.size() - this.contacts.waiting(number)), said.size());
	}

}
