package dev.escala.escalation;

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

	private final CaseFile file;

	private final CaseClocks clocks;

	private final PauseCase pauses;

	private final EscalationFlow flow;

	private final Timeline timeline;

	CustomerContacts(Escalations escalations, CaseFile file, CaseClocks clocks, PauseCase pauses, EscalationFlow flow,
			Timeline timeline) {
		this.escalations = escalations;
		this.file = file;
		this.clocks = clocks;
		this.pauses = pauses;
		this.flow = flow;
		this.timeline = timeline;
	}

	/**
	 * Writes down what the customer said. A contact that waits for its reply already
	 * keeps its clock: the first one counts.
	 */
	public void add(String number, String user, String text) {
		Fields fields = new Fields();
		String said = fields.required("text", "lo que dijo el cliente", text, LONGEST_TEXT);
		fields.done();
		this.escalations.lockFor(number, CaseAction.CONTACT);
		boolean waiting = this.clocks.find(number, ServiceClock.CONTACT_REPLY).filter(Deadline::isOpen).isPresent();
		this.file.note(number, CaseNote.Kind.CONTACT, user, "text", said);
		this.timeline.add(number, user, "Contactó el cliente: " + said);
		this.pauses.customerAnswered(number);
		if (!waiting) {
			this.clocks.start(number, ServiceClock.CONTACT_REPLY);
			this.flow.customerContacted(number);
		}
	}

	/** The customer has the reply. */
	public void replied(String number) {
		this.clocks.meet(number, ServiceClock.CONTACT_REPLY);
	}

}
