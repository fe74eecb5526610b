package dev.escala.escalation.process.task;

import dev.escala.engine.CompletedTask;
import dev.escala.escalation.CaseFile;
import dev.escala.escalation.CaseNote;
import dev.escala.servicelevel.ServiceClock;

import org.springframework.stereotype.Component;

/** The task force presents its technical plan (001-24). */
@Component
class PresentTechnicalPlanTask extends OwnersTask {

	private final CaseFile file;

	PresentTechnicalPlanTask(TaskFacts facts, CaseFile file) {
		super("userTask_presentTechnicalPlan", ServiceClock.RESOLUTION, facts);
		this.file = file;
	}

	@Override
	public void complete(CompletedTask task) {
		this.file.note(task.caseNumber(), CaseNote.Kind.TECHNICAL_PLAN, task.userId(), "technicalPlan",
				task.text("technicalPlan"));
	}

}
