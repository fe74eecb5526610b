package dev.escala.escalation.process.task;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.UserTask;
import dev.escala.escalation.CaseFile;
import dev.escala.servicelevel.ServiceClock;

import org.springframework.stereotype.Component;

/** A manager calls people in for this case (001-24). */
@Component
class FormTaskForceTask implements UserTask {

	private final TaskFacts facts;

	private final CaseFile file;

	FormTaskForceTask(TaskFacts facts, CaseFile file) {
		this.facts = facts;
		this.file = file;
	}

	@Override
	public String key() {
		return "userTask_formTaskForce";
	}

	@Override
	public Set<String> candidateGroups(String caseNumber) {
		return Set.of(Role.MANAGERS.groupId());
	}

	@Override
	public Optional<Instant> dueAt(String caseNumber) {
		return this.facts.due(caseNumber, ServiceClock.RESOLUTION);
	}

	@Override
	public String why(String caseNumber) {
		return this.facts.whyRole(Role.MANAGERS, "el caso necesita un grupo de trabajo propio.");
	}

	@Override
	public void complete(CompletedTask task) {
		this.file.formTaskForce(task.caseNumber(), task.userId(), task.text("taskForceLead"),
				task.lines("taskForceMembers"), task.text("taskForceGoal"));
	}

}
