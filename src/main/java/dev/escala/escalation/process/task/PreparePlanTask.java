package dev.escala.escalation.process.task;

import dev.escala.engine.CompletedTask;
import dev.escala.escalation.CaseFile;
import dev.escala.servicelevel.ServiceClock;

import org.springframework.stereotype.Component;

/** The owner prepares the action plan (001-21). */
@Component
class PreparePlanTask extends OwnersTask {

	private final CaseFile file;

	PreparePlanTask(TaskFacts facts, CaseFile file) {
		super("userTask_preparePlan", ServiceClock.ANSWER, facts);
		this.file = file;
	}

	@Override
	public void complete(CompletedTask task) {
		this.file.plan(task.caseNumber(), task.userId(),
				CaseFile.NewPlan.first(task.lines("planSteps"), task.number("planDays"), task.text("customerMessage")));
	}

}
