package dev.escala.escalation.process.task;

import java.util.List;
import java.util.Map;

import dev.escala.clock.ServiceClock;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.escalation.course.CaseFile;
import dev.escala.letter.CustomerLetters;
import dev.escala.letter.LetterDrafts;
import dev.escala.letter.LetterIntent;
import dev.escala.letter.LetterText;
import dev.escala.letter.task.LetterHandover;
import dev.escala.letter.task.LetterVariables;
import dev.escala.owner.task.OwnersTask;

import org.springframework.stereotype.Component;

/** The owner prepares the action plan and what the customer is told of it (001-21). */
@Component
class PreparePlanTask extends OwnersTask {

	private static final String MESSAGE = "customerMessage";

	private final CaseFile file;

	private final CustomerLetters letters;

	private final LetterDrafts drafts;

	private final LetterHandover handover;

	private final PlanLetter planLetter;

	PreparePlanTask(TaskFacts facts, CaseFile file, CustomerLetters letters, LetterDrafts drafts,
			LetterHandover handover, PlanLetter planLetter) {
		super("userTask_preparePlan", ServiceClock.ANSWER, facts.clocks(), facts.owner());
		this.file = file;
		this.letters = letters;
		this.drafts = drafts;
		this.handover = handover;
		this.planLetter = planLetter;
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		return this.drafts.draft(scope.caseNumber(), LetterIntent.PLAN).formData(MESSAGE);
	}

	@Override
	public void complete(CompletedTask task) {
		List<String> steps = task.lines("planSteps");
		this.file.plan(task.caseNumber(), task.userId(),
				CaseFile.NewPlan.first(steps, task.number("planDays"), task.text(MESSAGE)));
		LetterText written = new LetterText(MESSAGE, task.text(MESSAGE), task.text("overrideReason"),
				task.flag("legalMatter"), task.flag("remedyMatter"));
		this.handover.hand(task, "callActivity_sharePlan", LetterVariables.PLAN_LETTER_ID,
				this.letters.write(task.caseNumber(), LetterIntent.PLAN, task.userId(),
						this.planLetter.withSteps(task.caseNumber(), written, steps)));
	}

}
