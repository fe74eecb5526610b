package dev.escala.secondmatter;

import dev.escala.clock.ServiceClock;
import dev.escala.clock.task.TaskClocks;
import dev.escala.engine.CompletedTask;
import dev.escala.letter.CustomerLetters;
import dev.escala.letter.LetterIntent;
import dev.escala.letter.LetterText;
import dev.escala.matter.ClosingConditions;
import dev.escala.owner.MatterOwner;
import dev.escala.owner.task.OwnersTask;
import dev.escala.reference.CaseNumber;
import dev.escala.secondmatter.Breakdown.Phase;

/** The breakdown is repaired, and the customer is written to. */
class RepairTask extends OwnersTask {

	static final String KEY = "userTask_repair";

	private final BreakdownRepository repository;

	private final ClosingConditions conditions;

	private final CustomerLetters letters;

	RepairTask(TaskClocks clocks, MatterOwner owner, BreakdownRepository repository, ClosingConditions conditions,
			CustomerLetters letters) {
		super(KEY, ServiceClock.RESOLUTION, clocks, owner);
		this.repository = repository;
		this.conditions = conditions;
		this.letters = letters;
	}

	@Override
	public void complete(CompletedTask task) {
		CaseNumber number = task.caseNumber();
		this.conditions.require(number);
		long letter = this.letters.write(number, LetterIntent.UPDATE, task.userId(),
				new LetterText("repairMessage", task.text("repairMessage"), null, false, task.flag("remedyMatter")));
		task.setFact("letterId", letter);
		this.repository.set(number, "phase", Phase.REPAIRED);
	}

}
