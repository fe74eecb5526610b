package dev.escala.escalation.process.task;

import dev.escala.engine.CompletedTask;
import dev.escala.escalation.CaseFile;
import dev.escala.escalation.CaseLevels;
import dev.escala.escalation.CaseNote;
import dev.escala.escalation.CaseProgress;

import org.springframework.stereotype.Component;

/** The higher level attends to a deadline that passed (001-09). */
@Component
class AttendBreachTask extends LevelTask {

	private final CaseFile file;

	private final CaseProgress progress;

	AttendBreachTask(TaskFacts facts, CaseLevels levels, CaseFile file, CaseProgress progress) {
		super("userTask_attendBreach", facts, levels);
		this.file = file;
		this.progress = progress;
	}

	@Override
	void decide(CompletedTask task) {
		String newOwner = task.text("newOwner");
		this.file.note(task.caseNumber(), CaseNote.Kind.BREACH, task.userId(), "breachNote", task.text("breachNote"));
		if (newOwner != null) {
			this.progress.reassign(task.caseNumber(), task.userId(), newOwner);
		}
	}

}
