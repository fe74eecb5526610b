package dev.escala.escalation.process.task;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import dev.escala.engine.CompletedTask;
import dev.escala.engine.UserTask;
import dev.escala.escalation.CaseFile;
import dev.escala.servicelevel.ServiceClock;

import org.springframework.stereotype.Component;

/** The owner prepares the action plan (001-21). */
@Component
class PreparePlanTask implements UserTask {

	private final TaskFacts facts;

	private final CaseFile file;

	PreparePlanTask(TaskFacts facts, CaseFile file) {
		this.facts = facts;
		this.file = file;
	}

	@Override
	public String key() {
		return "userTask_preparePlan";
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
		return this.facts.due(caseNumber, ServiceClock.ANSWER);
	}

	@Override
	public String why(String caseNumber) {
		return this.facts.whyOwner(caseNumber);
	}

	@Override
	public void complete(CompletedTask task) {
		this.file.plan(task.caseNumber(), task.userId(),
				CaseFile.NewPlan.first(task.lines("planSteps"), task.number("planDays"), task.text("customerMessage")));
	}

}
