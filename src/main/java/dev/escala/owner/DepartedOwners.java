package dev.escala.owner;

import java.util.Set;
import java.util.stream.Collectors;

import dev.escala.access.Staff;
import dev.escala.handover.standin.WorkMoved;
import dev.escala.matter.Matter;
import dev.escala.matter.MatterReopened;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.staffing.departure.Departures;
import dev.escala.timeline.Timeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Matters whose owner has left their group, or the organisation, go back to the group:
 * whoever takes the next task owns them. Who is merely away goes on owning theirs.
 */
@Service
public class DepartedOwners {

	private static final Logger logger = LoggerFactory.getLogger(DepartedOwners.class);

	private final OwnedMatterRepository owned;

	private final Matters matters;

	private final OwnerFlow flow;

	private final Departures departures;

	private final Staff staff;

	private final Timeline timeline;

	private final TransactionTemplate transaction;

	DepartedOwners(OwnedMatterRepository owned, Matters matters, OwnerFlow flow, Departures departures, Staff staff,
			Timeline timeline, PlatformTransactionManager transactions) {
		this.owned = owned;
		this.matters = matters;
		this.flow = flow;
		this.departures = departures;
		this.staff = staff;
		this.timeline = timeline;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** Once tasks have moved, cases do. */
	@EventListener
	void moved(WorkMoved moved) {
		release();
	}

	/** Releases what departed owners still own; each matter in one transaction. */
	void release() {
		Set<UserId> owners = this.owned.owners();
		Set<UserId> known = this.staff.namesOf(owners).keySet();
		Set<UserId> left = this.departures.people();
		Set<UserId> gone = owners.stream()
			.filter((owner) -> !known.contains(owner) || left.contains(owner))
			.collect(Collectors.toSet());
		this.owned.of(gone).forEach(this::releaseAlone);
	}

	/** A matter that goes on does not go on with somebody who has left meanwhile. */
	@EventListener
	void reopened(MatterReopened reopened) {
		release(reopened.number());
	}

	private void releaseAlone(CaseNumber number) {
		try {
			this.transaction.executeWithoutResult((status) -> release(number));
		}
		catch (RuntimeException ex) {
			// Rolled back: the next look tries again, and the other matters do not wait.
			logger.warn("{} could not be given back to its group", number, ex);
		}
	}

	private void release(CaseNumber number) {
		if (this.matters.find(number).filter(this::isOwnerGone).isEmpty()) {
			return;
		}
		Matter matter = this.matters.lock(number);
		if (!isOwnerGone(matter)) {
			return;
		}
		UserId owner = matter.ownerId();
		this.matters.own(number, null);
		this.flow.releaseTasks(number, owner);
		this.timeline.add(number, UserId.SYSTEM, why(matter) + ": el caso vuelve a la cola de su grupo.");
	}

	/** Whether the matter has an owner who is in its group, or here, no more. */
	boolean isOwnerGone(Matter matter) {
		return matter.ownerId() != null && (this.staff.find(matter.ownerId()).isEmpty()
				|| this.departures.hasLeft(matter.ownerId(), MatterOwner.groups(matter)));
	}

	private String why(Matter matter) {
		return this.staff.find(matter.ownerId())
			.map((person) -> person.name() + " ya no está en " + this.staff.groupName(matter.groupId()))
			.orElseGet(() -> "«" + matter.ownerId() + "», responsable del caso, ya no existe en Escala");
	}

}
