package dev.escala.complaint.process.task;

import java.util.Map;

import dev.escala.complaint.Complaints;
import dev.escala.complaint.CureRequest;
import dev.escala.complaint.course.CompleteComplaint;
import dev.escala.complaint.course.ComplaintProgress;
import dev.escala.complaint.process.ComplaintProcess;
import dev.escala.complaint.term.ComplaintTerms;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.owner.MatterOwner;
import dev.escala.reference.CaseNumber;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/**
 * What was missing has come, or its last date is over: somebody looks, whichever it is. A
 * complaint is given up as not completed only by a person who says how they know.
 */
@Component
class CheckCompletionTask extends ComplaintTask {

	private final Complaints complaints;

	private final CompleteComplaint completion;

	private final ComplaintProgress progress;

	CheckCompletionTask(ComplaintTerms terms, MatterOwner owner, Complaints complaints, CompleteComplaint completion,
			ComplaintProgress progress) {
		super("userTask_checkCompletion", terms, owner);
		this.complaints = complaints;
		this.completion = completion;
		this.progress = progress;
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		CureRequest last = last(scope.caseNumber());
		return Map.of("askedFor", last.missing(), "completion", (last.completion() == null) ? "" : last.completion());
	}

	private CureRequest last(CaseNumber number) {
		return this.complaints.cures(number).stream().reduce((first, last) -> last).orElseThrow();
	}

	@Override
	public void complete(CompletedTask task) {
		CaseNumber number = task.caseNumber();
		Fields fields = new Fields();
		Answer answer = fields.oneOf("completionResult", "si está completa", task.text("completionResult"),
				Answer.class, null);
		String given = task.text("completion");
		String note = task.text("completionNote");
		String missing = task.text("missing");
		fields.done();
		boolean open = last(number).isOpen();
		if (answer == Answer.NOT_COMPLETED) {
			requireMissing(open);
			this.progress.notCompleted(number, task.userId(), note);
		}
		else {
			if (open) {
				this.completion.received(number, task.userId(), given);
			}
			this.completion.goesOn(number);
			if (answer == Answer.MORE) {
				this.completion.ask(number, task.userId(), "missing", missing);
			}
			else {
				this.progress.accepted(number);
			}
		}
		task.setFact(ComplaintProcess.GOES_ON, answer != Answer.NOT_COMPLETED);
		task.answer((answer == Answer.MORE) ? "incomplete" : "read");
	}

	private static void requireMissing(boolean open) {
		if (!open) {
			throw new InvalidInputException("completionResult",
					"El cliente envió algo: diga si está completa, o pida lo que aún falta.");
		}
	}

	private enum Answer {

		COMPLETE, MORE, NOT_COMPLETED

	}

}
