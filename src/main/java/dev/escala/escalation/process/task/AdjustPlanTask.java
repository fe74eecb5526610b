package dev.escala.escalation.process.task;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.escala.engine.CompletedTask;
import dev.escala.engine.UserTask;
import dev.escala.escalation.CaseFile;
import dev.escala.escalation.Escalations;
import dev.escala.servicelevel.ServiceClock;

import org.springframework.stereotype.Component;

/** The owner adjusts the plan and says why (001-22). */
@Component
class AdjustPlanTask implements UserTask {

	private final TaskFacts facts;

	private final CaseFile file;

	private final Escalations escalations;

	AdjustPlanTask(TaskFacts facts, CaseFile file, Escalations escalations) {
		this.facts = facts;
		this.file = file;
		this.escalations = escalations;
	}

	@Override
	public String key() {
		return "userTask_adjustPlan";
	}

	@Override
	public Set<String> candidateGroups(String caseNumber) {
		return this.facts.ownersGroup(caseNumber);
	}

	@Override
	public Optional<String> assignee(String caseNumber) {
		return this.facts.owner(caseNumber);
	}

	@Override
	public Optional<Instant> dueAt(String caseNumber) {
		return this.facts.due(caseNumber, ServiceClock.RESOLUTION);
	}

	@Override
	public String why(String caseNumber) {
		return this.facts.whyOwner(caseNumber);
	}

	@Override
	public Map<String, Object> formData(String caseNumber) {
		return this.escalations.latestPlan(caseNumber)
			.<Map<String, Object>>map((plan) -> Map.of("planSteps", String.join("\n", plan.steps())))
			.orElse(Map.of());
	}

	@Override
	public void complete(CompletedTask task) {
		this.file.plan(task.caseNumber(), task.userId(),
				CaseFile.NewPlan.changed(task.lines("planSteps"), task.number("planDays"), task.text("planReason")));
	}

}
