package dev.escala.handover.standin;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

import dev.escala.access.Staff;
import dev.escala.reference.UserId;
import dev.escala.staffing.Availability;
import dev.escala.staffing.departure.Departures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Looks for work that is with somebody who is not there, and for work whose owner is
 * back; moves it, one task in one transaction, and then tells those who have it now.
 */
@Component
public class StandInSweep {

	private static final Logger logger = LoggerFactory.getLogger(StandInSweep.class);

	private final Departures departures;

	private final Availability availability;

	private final Staff staff;

	private final HeldTaskRepository tasks;

	private final StandInRepository repository;

	private final Receivers receivers;

	private final StandIns standIns;

	private final StandInNotice notice;

	private final ApplicationEventPublisher events;

	StandInSweep(Departures departures, Availability availability, Staff staff, HeldTaskRepository tasks,
			StandInRepository repository, Receivers receivers, StandIns standIns, StandInNotice notice,
			ApplicationEventPublisher events) {
		this.departures = departures;
		this.availability = availability;
		this.staff = staff;
		this.tasks = tasks;
		this.repository = repository;
		this.receivers = receivers;
		this.standIns = standIns;
		this.notice = notice;
		this.events = events;
	}

	/** Looks once. */
	public void run() {
		this.departures.look();
		Set<String> suspects = new LinkedHashSet<>(this.repository.tasks());
		suspects.addAll(this.tasks.heldBy(gone()));
		Set<String> empty = this.receivers.emptyGroups();
		if (!empty.isEmpty()) {
			suspects.addAll(this.tasks.sharedBy(empty));
		}
		suspects.forEach(this::settle);
		this.notice.tell();
		this.events.publishEvent(new WorkMoved());
	}

	/** Those of the people with tasks who may not be there for them. */
	private Set<UserId> gone() {
		Set<UserId> holders = this.tasks.assignees();
		Set<UserId> known = this.staff.namesOf(holders).keySet();
		Set<UserId> absent = this.availability.absent();
		Set<UserId> left = this.departures.people();
		return holders.stream()
			.filter((holder) -> !known.contains(holder) || absent.contains(holder) || left.contains(holder))
			.collect(Collectors.toSet());
	}

	private void settle(String taskId) {
		try {
			this.standIns.settle(taskId);
		}
		catch (RuntimeException ex) {
			// Rolled back: the next look tries again, and the other tasks do not wait.
			logger.warn("Task {} could not be moved to somebody who is there", taskId, ex);
		}
	}

}
