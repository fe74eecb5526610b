package dev.escala.escalation.process.task;

import java.util.List;
import java.util.Map;

import dev.escala.clock.ServiceClock;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.course.CaseFile;
import dev.escala.letter.CustomerLetters;
import dev.escala.letter.LetterIntent;
import dev.escala.letter.LetterText;
import dev.escala.letter.task.LetterHandover;
import dev.escala.letter.task.LetterVariables;
import dev.escala.owner.task.OwnersTask;

import org.springframework.stereotype.Component;

/**
 * The owner adjusts the plan and says why (001-22); the customer is told before it
 * counts, as the first plan promised them.
 */
@Component
class AdjustPlanTask extends OwnersTask {

	private static final String MESSAGE = "customerMessage";

	private final CaseFile file;

	private final Escalations escalations;

	private final CustomerLetters letters;

	private final LetterHandover handover;

	private final PlanLetter planLetter;

	AdjustPlanTask(TaskFacts facts, CaseFile file, Escalations escalations, CustomerLetters letters,
			LetterHandover handover, PlanLetter planLetter) {
		super("userTask_adjustPlan", ServiceClock.RESOLUTION, facts.clocks(), facts.owner());
		this.file = file;
		this.escalations = escalations;
		this.letters = letters;
		this.handover = handover;
		this.planLetter = planLetter;
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		return this.escalations.latestPlan(scope.caseNumber())
			.<Map<String, Object>>map((plan) -> Map.of("planSteps", String.join("\n", plan.steps())))
			.orElse(Map.of());
	}

	@Override
	public void complete(CompletedTask task) {
		List<String> steps = task.lines("planSteps");
		this.file.plan(task.caseNumber(), task.userId(),
				CaseFile.NewPlan.changed(steps, task.number("planDays"), task.text("planReason")));
		LetterText written = new LetterText(MESSAGE, task.text(MESSAGE), task.text("overrideReason"),
				task.flag("legalMatter"), task.flag("remedyMatter"));
		this.handover.hand(task, "callActivity_sharePlanChange", LetterVariables.PLAN_LETTER_ID,
				this.letters.write(task.caseNumber(), LetterIntent.PLAN_CHANGE, task.userId(),
						this.planLetter.withSteps(task.caseNumber(), written, steps)));
	}

}
