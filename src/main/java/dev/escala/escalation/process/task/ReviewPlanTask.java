package dev.escala.escalation.process.task;

import dev.escala.access.Role;
import dev.escala.engine.CompletedTask;
import dev.escala.escalation.CaseFile;
import dev.escala.escalation.CaseNote;

import org.springframework.stereotype.Component;

/** Experts review the technical plan (001-22). */
@Component
class ReviewPlanTask extends RoleTask {

	private final CaseFile file;

	ReviewPlanTask(TaskFacts facts, CaseFile file) {
		super("userTask_reviewPlan", Role.EXPERTS, "la persona responsable pidió una opinión experta sobre el plan.",
				facts);
		this.file = file;
	}

	@Override
	public void complete(CompletedTask task) {
		this.file.note(task.caseNumber(), CaseNote.Kind.EXPERT_OPINION, task.userId(), "expertOpinion",
				task.text("expertOpinion"));
	}

}
