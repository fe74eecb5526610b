package dev.escala.escalation.process.task;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import dev.escala.engine.CompletedTask;
import dev.escala.engine.UserTask;
import dev.escala.escalation.CaseFile;
import dev.escala.escalation.CaseNote;
import dev.escala.escalation.CaseProgress;

import org.springframework.stereotype.Component;

/** The higher level attends to a deadline that passed (001-09). */
@Component
class AttendBreachTask implements UserTask {

	private final TaskFacts facts;

	private final CaseFile file;

	private final CaseProgress progress;

	AttendBreachTask(TaskFacts facts, CaseFile file, CaseProgress progress) {
		this.facts = facts;
		this.file = file;
		this.progress = progress;
	}

	@Override
	public String key() {
		return "userTask_attendBreach";
	}

	@Override
	public Set<String> candidateGroups(String caseNumber) {
		return this.facts.higherGroup(caseNumber);
	}

	@Override
	public Optional<Instant> dueAt(String caseNumber) {
		return this.facts.hierarchyDue(caseNumber);
	}

	@Override
	public String why(String caseNumber) {
		return this.facts.whyDecision(caseNumber, "hierarchicalRouting");
	}

	@Override
	public void complete(CompletedTask task) {
		String newOwner = task.text("newOwner");
		this.file.note(task.caseNumber(), CaseNote.Kind.BREACH, task.userId(), "breachNote", task.text("breachNote"));
		if (newOwner != null) {
			this.progress.reassign(task.caseNumber(), task.userId(), newOwner);
		}
	}

}
