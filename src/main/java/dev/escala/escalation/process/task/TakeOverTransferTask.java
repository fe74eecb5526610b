package dev.escala.escalation.process.task;

import java.util.Set;

import dev.escala.clock.ServiceClock;
import dev.escala.clock.task.ClockedTask;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.escalation.course.CaseProgress;
import dev.escala.owner.task.OwnerVariables;

import org.springframework.stereotype.Component;

/** A member of the other speciality takes the case over (001-06). */
@Component
class TakeOverTransferTask extends ClockedTask {

	private final TaskFacts facts;

	private final CaseProgress progress;

	TakeOverTransferTask(TaskFacts facts, CaseProgress progress) {
		super("userTask_takeOverTransfer", ServiceClock.RESOLUTION, facts.clocks());
		this.facts = facts;
		this.progress = progress;
	}

	@Override
	public Set<String> candidateGroups(TaskScope scope) {
		return this.facts.group(scope.caseNumber());
	}

	@Override
	public String why(TaskScope scope) {
		return this.facts.whyDecision(scope.caseNumber(), "functionalRouting");
	}

	@Override
	public void complete(CompletedTask task) {
		this.progress.takeOver(task.caseNumber(), task.userId(), task.text("takeOverNote"));
		task.setFact(OwnerVariables.OWNER_ID, task.userId().value());
	}

}
