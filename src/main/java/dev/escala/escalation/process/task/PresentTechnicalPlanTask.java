package dev.escala.escalation.process.task;

import dev.escala.clock.ServiceClock;
import dev.escala.engine.CompletedTask;
import dev.escala.matter.MatterNote;
import dev.escala.matter.MatterNotes;
import dev.escala.owner.task.OwnersTask;

import org.springframework.stereotype.Component;

/** The task force presents its technical plan (001-24). */
@Component
class PresentTechnicalPlanTask extends OwnersTask {

	private final MatterNotes notes;

	PresentTechnicalPlanTask(TaskFacts facts, MatterNotes notes) {
		super("userTask_presentTechnicalPlan", ServiceClock.RESOLUTION, facts.clocks(), facts.owner());
		this.notes = notes;
	}

	@Override
	public void complete(CompletedTask task) {
		this.notes.write(task.caseNumber(), MatterNote.Kind.TECHNICAL_PLAN, task.userId(), "technicalPlan",
				task.text("technicalPlan"));
	}

}
