package dev.escala.contact.process;

import java.util.Optional;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.task.ClockedTask;
import dev.escala.clock.task.TaskClocks;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.level.Levels;
import dev.escala.level.ReachedLevel;
import dev.escala.level.task.LevelVariables;
import dev.escala.matter.MatterNote;
import dev.escala.matter.MatterNotes;
import dev.escala.reference.UserId;

import org.springframework.stereotype.Component;

/**
 * The manager or expert whom the customer asked for speaks to them and says what they
 * agreed, and when the customer hears from us again (003-13).
 */
@Component
class TalkToCustomerTask extends ClockedTask {

	private final MatterNotes notes;

	private final Levels levels;

	TalkToCustomerTask(TaskClocks clocks, MatterNotes notes, Levels levels) {
		super(CustomerWishProcess.TASK_TALK_TO_CUSTOMER, null, clocks);
		this.notes = notes;
		this.levels = levels;
	}

	@Override
	protected Optional<ServiceClock> clock(TaskScope scope) {
		return isForExpert(scope) ? Optional.of(ServiceClock.CONTACT_REPLY)
				: level(scope).map(ReachedLevel::level).map(ServiceClock::ofLevel);
	}

	@Override
	public Set<String> candidateGroups(TaskScope scope) {
		return isForExpert(scope) ? Set.of(scope.text(CustomerWishProcess.GROUP))
				: Set.of(level(scope).map(ReachedLevel::groupId).orElse(Role.MANAGERS.groupId()));
	}

	@Override
	public Optional<UserId> assignee(TaskScope scope) {
		return level(scope).map(ReachedLevel::personId);
	}

	@Override
	public String why(TaskScope scope) {
		return isForExpert(scope) ? "Le llega porque el cliente pidió hablar con un experto y su grupo lo es."
				: "Le llega porque el cliente pidió hablar con gerencia. "
						+ level(scope).map(ReachedLevel::because).orElse("");
	}

	@Override
	public void complete(CompletedTask task) {
		this.notes.write(task.caseNumber(), MatterNote.Kind.PROGRESS, task.userId(), "talkNote", task.text("talkNote"));
		level(task.scope()).ifPresent((level) -> this.levels.attended(task.caseNumber(), level.level()));
	}

	private Optional<ReachedLevel> level(TaskScope scope) {
		return isForExpert(scope) ? Optional.empty()
				: this.levels.reached(scope.caseNumber(), scope.number(LevelVariables.LEVEL));
	}

	private static boolean isForExpert(TaskScope scope) {
		return scope.text(CustomerWishProcess.GROUP) != null;
	}

}
