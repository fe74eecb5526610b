package dev.escala.inbound;

import dev.escala.observation.ObservationHold;
import dev.escala.reference.CaseNumber;

import org.springframework.stereotype.Component;

/** A mail about an observed matter that nobody has decided on is an answer unread. */
@Component
class WaitingMails implements ObservationHold {

	private final InboundMailRepository mails;

	WaitingMails(InboundMailRepository mails) {
		this.mails = mails;
	}

	@Override
	public boolean holds(CaseNumber number) {
		return this.mails.isWaiting(number);
	}

}
