package dev.escala.handover.standin;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.escala.handover.standin.Receivers.Receiver;
import dev.escala.reference.UserId;
import dev.escala.staffing.Availability;
import dev.escala.access.Staff;
import dev.escala.timeline.Timeline;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves one task to where it belongs now, or leaves it. What is under way is known from
 * the database alone, and a second look finds nothing to do: a node may die at any line,
 * and any number of nodes may look at once.
 */
@Service
class StandIns {

	private final StandInRepository repository;

	private final HeldTaskRepository tasks;

	private final WorkDesk desk;

	private final Receivers receivers;

	private final Availability availability;

	private final Staff staff;

	private final Timeline timeline;

	private final Clock clock;

	StandIns(StandInRepository repository, HeldTaskRepository tasks, WorkDesk desk, Receivers receivers,
			Availability availability, Staff staff, Timeline timeline, Clock clock) {
		this.repository = repository;
		this.tasks = tasks;
		this.desk = desk;
		this.receivers = receivers;
		this.availability = availability;
		this.staff = staff;
		this.timeline = timeline;
		this.clock = clock;
	}

	/** Looks at the task once. */
	@Transactional
	void settle(String taskId) {
		this.repository.takeTurns();
		Optional<HeldTask> found = this.tasks.find(taskId);
		if (found.isEmpty()) {
			this.repository.delete(taskId);
			return;
		}
		HeldTask task = found.get();
		StandIn standing = this.repository.find(taskId).orElse(null);
		if (standing != null && isTakenUp(task, standing)) {
			if (!Objects.equals(standing.holder(), task.assignee())) {
				unlink(task, standing);
			}
			this.repository.delete(taskId);
			standing = null;
		}
		UserId meant = (standing == null) ? task.assignee() : standing.meant();
		if (meant == null) {
			share(task, standing);
		}
		else if (standing != null || !tookItAway(task)) {
			move(task, meant, standing);
		}
	}

	/**
	 * Whoever has it has begun, or somebody took it or gave it to somebody: it stays
	 * there. What a deputy only put back into the queue was not begun.
	 */
	private boolean isTakenUp(HeldTask task, StandIn standing) {
		UserId holder = standing.holder();
		if (!Objects.equals(holder, task.assignee())) {
			return task.assignee() != null;
		}
		return holder != null && !holder.equals(standing.meant()) && (isInHistory(task, holder, standing.since())
				|| this.desk.hasComment(task, holder, standing.since()));
	}

	private boolean isInHistory(HeldTask task, UserId holder, Instant since) {
		return task.number() != null && this.timeline.entries(task.number())
			.stream()
			.anyMatch((entry) -> entry.actor().equals(holder) && entry.happenedAt().isAfter(since));
	}

	/** Who takes work in spite of an absence wants it. */
	private boolean tookItAway(HeldTask task) {
		return task.takenAt() != null && this.availability.absentSince(task.assignee())
			.filter((since) -> task.takenAt().isAfter(since))
			.isPresent();
	}

	private void move(HeldTask task, UserId meant, StandIn standing) {
		Receiver receiver = this.receivers.of(meant, task.groups(), (person) -> this.desk.isRefused(task, person));
		boolean queued = standing != null && task.assignee() == null;
		// Out of the queue it goes back to whose it is, and to nobody else: a deputy may
		// have put it there.
		if (receiver.is(task.assignee()) || (queued && !receiver.is(meant))) {
			if (queued) {
				share(task, standing);
			}
			return;
		}
		unlink(task, standing);
		boolean linked = receiver.person() == null ? offerToSupervisors(task)
				: !receiver.is(meant) && offer(task, receiver.person());
		this.desk.assign(task, receiver.person());
		String because = receiver.is(meant) ? this.staff.nameOf(meant) + " ya está y nadie la había empezado."
				: receiver.because();
		put(task, meant, receiver.person(), linked, because);
		tell(task, because + (receiver.person() == null ? " La puede tomar " + whoMay(linked) + "."
				: " Le llega a " + this.staff.nameOf(receiver.person()) + "."));
	}

	/** Where nobody of its groups is there Supervisión may take it, too. */
	private void share(HeldTask task, StandIn standing) {
		boolean linked = standing != null && standing.linked();
		if (task.assignee() != null || linked == isForSupervisors(task, linked)) {
			return;
		}
		UserId meant = (standing == null) ? null : standing.meant();
		if (linked) {
			unlink(task, standing);
			this.repository.delete(task.id());
			if (meant != null) {
				this.repository.put(new StandIn(0, task.id(), task.number(), task.name(), meant, null, false,
						standing.because(), standing.since(), true));
			}
			return;
		}
		this.desk.link(task, Receivers.SUPERVISORS, true);
		String because = "Nadie de su grupo está.";
		put(task, meant, null, true, because);
		tell(task, because + " La puede tomar también Supervisión.");
	}

	private boolean isForSupervisors(HeldTask task, boolean linked) {
		Set<String> own = new HashSet<>(task.groups());
		if (linked) {
			own.remove(Receivers.SUPERVISORS);
		}
		return !own.contains(Receivers.SUPERVISORS) && this.receivers.isNobodyThere(own);
	}

	private boolean offerToSupervisors(HeldTask task) {
		boolean needed = isForSupervisors(task, false);
		if (needed) {
			this.desk.link(task, Receivers.SUPERVISORS, true);
		}
		return needed;
	}

	/** A deputy may be of another team: the task is offered to them by name. */
	private boolean offer(HeldTask task, UserId deputy) {
		boolean needed = !task.people().contains(deputy) && !this.receivers.isIn(deputy, task.groups());
		if (needed) {
			this.desk.link(task, deputy, true);
		}
		return needed;
	}

	private void unlink(HeldTask task, StandIn standing) {
		if (standing == null || !standing.linked()) {
			return;
		}
		if (standing.holder() == null) {
			this.desk.link(task, Receivers.SUPERVISORS, false);
		}
		else {
			this.desk.link(task, standing.holder(), false);
		}
	}

	private void put(HeldTask task, UserId meant, UserId holder, boolean linked, String because) {
		this.repository.put(new StandIn(0, task.id(), task.number(), task.name(), meant, holder, linked, because,
				this.clock.instant(), false));
	}

	private void tell(HeldTask task, String text) {
		if (task.number() != null) {
			this.timeline.add(task.number(), UserId.SYSTEM, "«" + task.name() + "»: " + text);
		}
	}

	private static String whoMay(boolean supervisors) {
		return supervisors ? "Supervisión: nadie de su grupo está" : "su grupo";
	}

}
