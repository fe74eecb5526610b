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

/**
 * The de-escalation architect verifies what was declared, or sends it back with a reason
 * (001-26).
 */
@Component
class VerifyResolutionTask implements UserTask {

	private final TaskFacts facts;

	private final CaseFile file;

	VerifyResolutionTask(TaskFacts facts, CaseFile file) {
		this.facts = facts;
		this.file = file;
	}

	@Override
	public String key() {
		return "userTask_verifyResolution";
	}

	@Override
	public Set<String> candidateGroups(String caseNumber) {
		return Set.of(Role.ARCHITECTS.groupId());
	}

	@Override
	public Optional<Instant> dueAt(String caseNumber) {
		return this.facts.due(caseNumber, ServiceClock.RESOLUTION);
	}

	@Override
	public String why(String caseNumber) {
		return this.facts.whyRole(Role.ARCHITECTS, "verifica la resolución que se declaró.");
	}

	@Override
	public void complete(CompletedTask task) {
		String answer = task.text("resolutionVerified");
		if (!Set.of("verified", "sentBack").contains(String.valueOf(answer))) {
			throw new InvalidInputException("resolutionVerified",
					"Indique si la resolución queda verificada o se devuelve.");
		}
		this.file.note(task.caseNumber(), CaseNote.Kind.VERIFICATION, task.userId(), "verificationNote",
				task.text("verificationNote"));
		task.answer(answer);
	}

}
