package dev.escala.escalation.process.task;

import dev.escala.access.Role;
import dev.escala.engine.CompletedTask;
import dev.escala.matter.MatterNote;
import dev.escala.matter.MatterNotes;

import org.springframework.stereotype.Component;

/** Experts review the technical plan (001-22). */
@Component
class ReviewPlanTask extends RoleTask {

	private final MatterNotes notes;

	ReviewPlanTask(TaskFacts facts, MatterNotes notes) {
		super("userTask_reviewPlan", Role.EXPERTS, "la persona responsable pidió una opinión experta sobre el plan.",
				facts);
		this.notes = notes;
	}

	@Override
	public void complete(CompletedTask task) {
		this.notes.write(task.caseNumber(), MatterNote.Kind.EXPERT_OPINION, task.userId(), "expertOpinion",
				task.text("expertOpinion"));
	}

}
