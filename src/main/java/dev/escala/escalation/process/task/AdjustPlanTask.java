package dev.escala.escalation.process.task;

import java.util.Map;

import dev.escala.clock.ServiceClock;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.course.CaseFile;
import dev.escala.owner.task.OwnersTask;

import org.springframework.stereotype.Component;

/** The owner adjusts the plan and says why (001-22). */
@Component
class AdjustPlanTask extends OwnersTask {

	private final CaseFile file;

	private final Escalations escalations;

	AdjustPlanTask(TaskFacts facts, CaseFile file, Escalations escalations) {
		super("userTask_adjustPlan", ServiceClock.RESOLUTION, facts.clocks(), facts.owner());
		this.file = file;
		this.escalations = escalations;
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		return this.escalations.latestPlan(scope.caseNumber())
			.<Map<String, Object>>map((plan) -> Map.of("planSteps", String.join("\n", plan.steps())))
			.orElse(Map.of());
	}

	@Override
	public void complete(CompletedTask task) {
		this.file.plan(task.caseNumber(), task.userId(),
				CaseFile.NewPlan.changed(task.lines("planSteps"), task.number("planDays"), task.text("planReason")));
	}

}
