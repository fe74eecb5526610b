package dev.escala.escalation.process.task;

import java.util.Optional;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.escalation.CaseFile;
import dev.escala.escalation.CaseLevel;
import dev.escala.escalation.CaseLevels;
import dev.escala.escalation.CaseNote;
import dev.escala.servicelevel.ServiceClock;

import org.springframework.stereotype.Component;

/**
 * The manager or expert whom the customer asked for speaks to them and says what they
 * agreed, and when the customer hears from us again (003-13).
 */
@Component
class TalkToCustomerTask extends ClockedTask {

	private final TaskFacts facts;

	private final CaseFile file;

	private final CaseLevels levels;

	TalkToCustomerTask(TaskFacts facts, CaseFile file, CaseLevels levels) {
		super("userTask_talkToCustomer", null, facts);
		this.facts = facts;
		this.file = file;
		this.levels = levels;
	}

	@Override
	Optional<ServiceClock> clock(TaskScope scope) {
		return isForExpert(scope) ? Optional.of(ServiceClock.CONTACT_REPLY)
				: level(scope).map(CaseLevel::level).map(ServiceClock::ofLevel);
	}

	@Override
	public Set<String> candidateGroups(TaskScope scope) {
		return isForExpert(scope) ? Set.of(scope.text("talkGroup"))
				: Set.of(level(scope).map(CaseLevel::groupId).orElse(Role.MANAGERS.groupId()));
	}

	@Override
	public Optional<String> assignee(TaskScope scope) {
		return level(scope).map(CaseLevel::personId);
	}

	@Override
	public String why(TaskScope scope) {
		return isForExpert(scope) ? "Le llega porque el cliente pidió hablar con un experto y su grupo lo es."
				: "Le llega porque el cliente pidió hablar con gerencia. "
						+ level(scope).map(CaseLevel::because).orElse("");
	}

	@Override
	public void complete(CompletedTask task) {
		this.file.note(task.caseNumber(), CaseNote.Kind.PROGRESS, task.userId(), "talkNote", task.text("talkNote"));
		level(task.scope()).ifPresent((level) -> this.levels.attended(task.caseNumber(), level.level()));
	}

	private Optional<CaseLevel> level(TaskScope scope) {
		return isForExpert(scope) ? Optional.empty() : this.facts.level(scope);
	}

	private static boolean isForExpert(TaskScope scope) {
		return scope.text("talkGroup") != null;
	}

}
