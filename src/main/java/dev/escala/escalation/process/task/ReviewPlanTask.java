package dev.escala.escalation.process.task;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.UserTask;
import dev.escala.escalation.CaseFile;
import dev.escala.escalation.CaseNote;
import dev.escala.servicelevel.ServiceClock;

import org.springframework.stereotype.Component;

/** Experts review the technical plan (001-22). */
@Component
class ReviewPlanTask implements UserTask {

	private final TaskFacts facts;

	private final CaseFile file;

	ReviewPlanTask(TaskFacts facts, CaseFile file) {
		this.facts = facts;
		this.file = file;
	}

	@Override
	public String key() {
		return "userTask_reviewPlan";
	}

	@Override
	public Set<String> candidateGroups(String caseNumber) {
		return Set.of(Role.EXPERTS.groupId());
	}

	@Override
	public Optional<Instant> dueAt(String caseNumber) {
		return this.facts.due(caseNumber, ServiceClock.RESOLUTION);
	}

	@Override
	public String why(String caseNumber) {
		return this.facts.whyRole(Role.EXPERTS, "la persona responsable pidió una opinión experta sobre el plan.");
	}

	@Override
	public void complete(CompletedTask task) {
		this.file.note(task.caseNumber(), CaseNote.Kind.EXPERT_OPINION, task.userId(), "expertOpinion",
				task.text("expertOpinion"));
	}

}
