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
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/** A manager declares the resolution (001-25). */
@Component
class DeclareResolutionTask implements UserTask {

	private final TaskFacts facts;

	private final CaseFile file;

	DeclareResolutionTask(TaskFacts facts, CaseFile file) {
		this.facts = facts;
		this.file = file;
	}

	@Override
	public String key() {
		return "userTask_declareResolution";
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
		return this.facts.whyRole(Role.MANAGERS, "la resolución la declara la gerencia.");
	}

	@Override
	public void complete(CompletedTask task) {
		String answer = task.text("resolutionDeclared");
		if (!Set.of("yes", "no").contains(String.valueOf(answer))) {
			throw new InvalidInputException("resolutionDeclared", "Indique si se declara resuelto.");
		}
		this.file.note(task.caseNumber(), CaseNote.Kind.RESOLUTION, task.userId(), "declarationNote",
				task.text("declarationNote"));
		task.answer(answer);
	}

}
