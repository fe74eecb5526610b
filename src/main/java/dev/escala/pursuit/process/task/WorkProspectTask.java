package dev.escala.pursuit.process.task;

import java.util.Map;

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

/** Somebody works a prospect in one of its stages and says which follows. */
@Component
class WorkProspectTask extends PursuitTask {

	private final Pursuits pursuits;

	private final StageMoves moves;

	private final StageGuide guide;

	private final LossReasons reasons;

	WorkProspectTask(Pursuits pursuits, MatterOwner owner, StageMoves moves, StageGuide guide, LossReasons reasons) {
		super("userTask_workProspect", pursuits, owner);
		this.pursuits = pursuits;
		this.moves = moves;
		this.guide = guide;
		this.reasons = reasons;
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		Pursuit pursuit = this.pursuits.get(scope.caseNumber());
		return Map.of("stageGuide", this.guide.text(pursuit), "callScript", this.guide.script(pursuit), "nextStages",
				this.guide.choices(pursuit), "lossReasons",
				this.reasons.all().stream().map((one) -> Map.of("label", one.label(), "value", one.code())).toList());
	}

	@Override
	public void complete(CompletedTask task) {
		StageMove said = new StageMove(task.text("nextStage"),
				new StageMove.Call(task.text("callResult"), task.text("callChannel"), task.number("callMinutes"),
						task.text("callNote")),
				task.text("contactOn"),
				new StageMove.Fit(task.text("need"), task.text("budget"), task.text("feasibility")),
				task.text("request"), StageMove.Offer.NONE, new SaidLoss.Input(task.text("lossReason"),
						task.text("lossNote"), task.text("lesson"), null, null, null),
				null, task.flag("leaveAlone"));
		task.setFact(StageVariables.NEXT_STAGE, this.moves.move(task.caseNumber(), task.userId(), said));
	}

}
