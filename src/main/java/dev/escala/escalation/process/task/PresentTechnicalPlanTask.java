package dev.escala.escalation.process.task;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import dev.escala.engine.CompletedTask;
import dev.escala.engine.UserTask;
import dev.escala.escalation.CaseFile;
import dev.escala.escalation.CaseNote;
import dev.escala.servicelevel.ServiceClock;

import org.springframework.stereotype.Component;

/** The task force presents its technical plan (001-24). */
@Component
class PresentTechnicalPlanTask implements UserTask {

	private final TaskFacts facts;

	private final CaseFile file;

	PresentTechnicalPlanTask(TaskFacts facts, CaseFile file) {
		this.facts = facts;
		this.file = file;
	}

	@Override
	public String key() {
		return "userTask_presentTechnicalPlan";
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
	public void complete(CompletedTask task) {
		this.file.note(task.caseNumber(), CaseNote.Kind.TECHNICAL_PLAN, task.userId(), "technicalPlan",
				task.text("technicalPlan"));
	}

}
