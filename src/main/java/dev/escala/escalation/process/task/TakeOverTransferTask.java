package dev.escala.escalation.process.task;

import java.util.Set;

import dev.escala.clock.ServiceClock;
import dev.escala.clock.task.ClockedTask;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.escalation.course.CaseProgress;
import dev.escala.owner.OwnerFlow;

import org.springframework.stereotype.Component;

/** A member of the other speciality takes the case over (001-06). */
@Component
class TakeOverTransferTask extends ClockedTask {

	private final TaskFacts facts;

	private final CaseProgress progress;

	private final OwnerFlow owner;

	TakeOverTransferTask(TaskFacts facts, CaseProgress progress, OwnerFlow owner) {
		super("userTask_takeOverTransfer", ServiceClock.RESOLUTION, facts.clocks());
		this.facts = facts;
		this.progress = progress;
		this.owner = owner;
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
		// What the former owner had to do beside the plan is theirs, too: a promise, a
		// reply.
		this.owner.nameOwner(task.caseNumber(), task.userId());
	}

}
