package dev.escala.escalation.process.task;

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
		return this.drafts.draft(scope.caseNumber(), LetterIntent.PLAN).formData(PlanLetter.MESSAGE);
	}

	@Override
	public void complete(CompletedTask task) {
		this.file.plan(task.caseNumber(), task.userId(), CaseFile.NewPlan.first(task.lines("planSteps"),
				task.number("planDays"), task.text(PlanLetter.MESSAGE)));
		LetterText written = this.planLetter.read(task);
		this.handover.hand(task, "callActivity_sharePlan", LetterVariables.PLAN_LETTER_ID,
				this.letters.write(task.caseNumber(), LetterIntent.PLAN, task.userId(), written));
	}

}
