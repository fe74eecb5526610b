package dev.escala.escalation.process.task;

import java.util.Map;

import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.escalation.CaseFile;
import dev.escala.escalation.CaseLetters;
import dev.escala.escalation.LetterDrafts;
import dev.escala.escalation.LetterText;
import dev.escala.escalation.process.EscalationProcess;
import dev.escala.letter.LetterIntent;
import dev.escala.servicelevel.ServiceClock;

import org.springframework.stereotype.Component;

/** The owner prepares the action plan and what the customer is told of it (001-21). */
@Component
class PreparePlanTask extends OwnersTask {

	private static final String MESSAGE = "customerMessage";

	private final CaseFile file;

	private final CaseLetters letters;

	private final LetterDrafts drafts;

	private final LetterHandover handover;

	PreparePlanTask(TaskFacts facts, CaseFile file, CaseLetters letters, LetterDrafts drafts, LetterHandover handover) {
		super("userTask_preparePlan", ServiceClock.ANSWER, facts);
		this.file = file;
		this.letters = letters;
		this.drafts = drafts;
		this.handover = handover;
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		return Map.of(MESSAGE, this.drafts.draft(scope.caseNumber(), LetterIntent.PLAN));
	}

	@Override
	public void complete(CompletedTask task) {
		this.file.plan(task.caseNumber(), task.userId(),
				CaseFile.NewPlan.first(task.lines("planSteps"), task.number("planDays"), task.text(MESSAGE)));
		LetterText written = new LetterText(MESSAGE, task.text(MESSAGE), task.text("overrideReason"),
				task.flag("legalMatter"), task.flag("remedyMatter"));
		this.handover.hand(task, "callActivity_sharePlan", EscalationProcess.PLAN_LETTER_ID,
				this.letters.write(task.caseNumber(), LetterIntent.PLAN, task.userId(), written));
	}

}
