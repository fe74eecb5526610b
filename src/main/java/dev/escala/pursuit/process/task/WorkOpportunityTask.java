package dev.escala.pursuit.process.task;

import java.util.Map;

import dev.escala.access.Staff;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.owner.MatterOwner;
import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.Pursuits;
import dev.escala.pursuit.loss.LossReasons;
import dev.escala.pursuit.loss.SaidLoss;
import dev.escala.pursuit.process.StageVariables;
import dev.escala.pursuit.stage.StageGuide;
import dev.escala.pursuit.stage.StageMove;
import dev.escala.pursuit.stage.StageMoves;

import org.springframework.stereotype.Component;

/** Somebody works an opportunity in one of its stages and says which follows. */
@Component
class WorkOpportunityTask extends PursuitTask {

	private final Pursuits pursuits;

	private final StageMoves moves;

	private final StageGuide guide;

	private final LossReasons reasons;

	private final Staff staff;

	WorkOpportunityTask(Pursuits pursuits, MatterOwner owner, StageMoves moves, StageGuide guide, LossReasons reasons,
			Staff staff) {
		super("userTask_workOpportunity", pursuits, owner);
		this.pursuits = pursuits;
		this.moves = moves;
		this.guide = guide;
		this.reasons = reasons;
		this.staff = staff;
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		Pursuit pursuit = this.pursuits.get(scope.caseNumber());
		return Map.of("stageGuide", this.guide.text(pursuit), "nextStages", this.guide.choices(pursuit), "lossReasons",
				this.reasons.all().stream().map((one) -> Map.of("label", one.label(), "value", one.code())).toList(),
				"analysts",
				this.staff.everybody()
					.stream()
					.map((person) -> Map.of("label", person.name(), "value", person.id().value()))
					.toList());
	}

	@Override
	public void complete(CompletedTask task) {
		StageMove said = new StageMove(task.text("nextStage"), StageMove.Call.NONE, null, StageMove.Fit.NONE, null,
				new StageMove.Offer(task.text("quoteReference"), task.text("amount"), task.text("currency")),
				new SaidLoss.Input(task.text("lossReason"), task.text("lossNote"), task.text("lesson"),
						task.text("competitor"), task.text("weakPoints"), task.text("analyst")),
				task.text("progressNote"), false);
		task.setFact(StageVariables.NEXT_STAGE, this.moves.move(task.caseNumber(), task.userId(), said));
	}

}
