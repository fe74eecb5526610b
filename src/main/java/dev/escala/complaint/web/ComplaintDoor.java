package dev.escala.complaint.web;

import dev.escala.matter.Entitlement;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;

import org.springframework.stereotype.Component;

/**
 * Who comes in, over HTTP: as with every matter, whoever sees it reads, and its workers
 * act.
 */
@Component
class ComplaintDoor {

	private final Matters matters;

	private final Entitlement entitlement;

	ComplaintDoor(Matters matters, Entitlement entitlement) {
		this.matters = matters;
		this.entitlement = entitlement;
	}

	/** Refuses whoever does not see it, as if there were none. */
	void requireSeen(CaseNumber number) {
		this.matters.get(number);
		this.matters.requireSeen(number);
	}

	/** Refuses whoever sees it and may not change it, too. */
	void requireWorker(CaseNumber number) {
		requireSeen(number);
		this.entitlement.requireWorker(number);
	}

}
