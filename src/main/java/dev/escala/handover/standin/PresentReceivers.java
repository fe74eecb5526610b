package dev.escala.handover.standin;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import dev.escala.access.Staff;
import dev.escala.engine.receiver.NewTask;
import dev.escala.engine.receiver.WorkReceiver;
import dev.escala.handover.standin.Receivers.Receiver;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;

import org.springframework.stereotype.Component;

/** Asks at each assignment who is there. */
@Component
class PresentReceivers implements WorkReceiver {

	private final Receivers receivers;

	private final StandInRepository repository;

	private final HeldTaskRepository tasks;

	private final WorkDesk desk;

	private final Staff staff;

	private final Timeline timeline;

	private final Clock clock;

	PresentReceivers(Receivers receivers, StandInRepository repository, HeldTaskRepository tasks, WorkDesk desk,
			Staff staff, Timeline timeline, Clock clock) {
		this.receivers = receivers;
		this.repository = repository;
		this.tasks = tasks;
		this.desk = desk;
		this.staff = staff;
		this.timeline = timeline;
		this.clock = clock;
	}

	@Override
	public Optional<UserId> person(NewTask task, UserId meant) {
		Receiver receiver = this.receivers.of(meant, task.groups(), task.refused());
		if (receiver.is(meant)) {
			return Optional.of(meant);
		}
		boolean linked = receiver.person() != null && !this.receivers.isIn(receiver.person(), task.groups());
		if (linked) {
			task.offer().accept(receiver.person());
		}
		this.repository.put(new StandIn(0, task.id(), task.number(), task.name(), meant, receiver.person(), linked,
				receiver.because(), this.clock.instant(), true));
		if (task.number() != null) {
			this.timeline.add(task.number(), UserId.SYSTEM,
					"«" + task.name() + "»: " + receiver.because()
							+ receiver.found()
								.map((deputy) -> " Le llega a " + this.staff.nameOf(deputy) + ".")
								.orElse(" La puede tomar su grupo."));
		}
		return receiver.found();
	}

	@Override
	public Set<String> groups(Set<String> meant) {
		if (!this.receivers.isNobodyThere(meant)) {
			return meant;
		}
		Set<String> groups = new LinkedHashSet<>(meant);
		groups.add(Receivers.SUPERVISORS);
		return groups;
	}

	@Override
	public Set<String> meantFor(CaseNumber number, UserId person) {
		return this.repository.tasksMeantFor(number, person);
	}

	@Override
	public Set<String> handOver(CaseNumber number, UserId person) {
		this.repository.takeTurns();
		Set<String> tasks = this.repository.tasksMeantFor(number, person);
		tasks.forEach((id) -> {
			this.repository.find(id).ifPresent(this::unlink);
			this.repository.delete(id);
		});
		return tasks;
	}

	private void unlink(StandIn standing) {
		if (standing.linked() && standing.holder() != null) {
			this.tasks.find(standing.taskId()).ifPresent((task) -> this.desk.link(task, standing.holder(), false));
		}
	}

}
