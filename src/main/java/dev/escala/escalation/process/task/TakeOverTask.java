package dev.escala.escalation.process.task;

import java.util.Set;

import dev.escala.clock.ServiceClock;
import dev.escala.clock.task.ClockedTask;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.escalation.CaseAction;
import dev.escala.escalation.course.CaseProgress;
import dev.escala.owner.task.OwnerVariables;
import dev.escala.validation.Fields;

import org.springframework.stereotype.Component;

/** A member of the group takes the case over: this acknowledges it (001-10). */
@Component
class TakeOverTask extends ClockedTask {

	private final TaskFacts facts;

	private final CaseProgress progress;

	TakeOverTask(TaskFacts facts, CaseProgress progress) {
		super("userTask_takeOver", ServiceClock.ACKNOWLEDGEMENT, facts.clocks());
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
		Fields fields = new Fields();
		Answer answer = fields.oneOf("takeOverOutcome", "qué decide el grupo", upper(task.text("takeOverOutcome")),
				Answer.class, null);
		String note = fields.optional("takeOverNote", "la nota", task.text("takeOverNote"), 4000);
		String speciality = task.text("requestedSpeciality");
		fields.done();
		if (answer == Answer.TAKE) {
			this.progress.takeOver(task.caseNumber(), task.userId(), note);
			task.setFact(OwnerVariables.OWNER_ID, task.userId().value());
		}
		else {
			this.progress.requestSpeciality(task.caseNumber(), task.userId(), TaskFacts.speciality(speciality),
					CaseAction.TAKE_OVER, note);
		}
		task.answer((answer == Answer.TAKE) ? "take" : "wrongGroup");
	}

	private static String upper(String value) {
		return "wrongGroup".equals(value) ? Answer.WRONG_GROUP.name()
				: "take".equals(value) ? Answer.TAKE.name() : value;
	}

	private enum Answer {

		TAKE, WRONG_GROUP

	}

}
