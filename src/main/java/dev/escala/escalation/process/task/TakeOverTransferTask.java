package dev.escala.escalation.process.task;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import dev.escala.engine.CompletedTask;
import dev.escala.engine.UserTask;
import dev.escala.escalation.CaseProgress;
import dev.escala.escalation.process.EscalationProcess;
import dev.escala.servicelevel.ServiceClock;

import org.springframework.stereotype.Component;

/** A member of the other speciality takes the case over (001-06). */
@Component
class TakeOverTransferTask implements UserTask {

	private final TaskFacts facts;

	private final CaseProgress progress;

	TakeOverTransferTask(TaskFacts facts, CaseProgress progress) {
		this.facts = facts;
		this.progress = progress;
	}

	@Override
	public String key() {
		return "userTask_takeOverTransfer";
	}

	@Override
	public Set<String> candidateGroups(String caseNumber) {
		return this.facts.group(caseNumber);
	}

	@Override
	public Optional<Instant> dueAt(String caseNumber) {
		return this.facts.due(caseNumber, ServiceClock.RESOLUTION);
	}

	@Override
	public String why(String caseNumber) {
		return this.facts.whyDecision(caseNumber, "functionalRouting");
	}

	@Override
	public void complete(CompletedTask task) {
		this.progress.takeOver(task.caseNumber(), task.userId(), task.text("takeOverNote"));
		task.setFact(EscalationProcess.OWNER_ID, task.userId());
	}

}
