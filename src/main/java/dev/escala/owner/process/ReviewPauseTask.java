package dev.escala.owner.process;

import java.util.Map;

import dev.escala.clock.PauseMatter;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.task.TaskClocks;
import dev.escala.engine.CompletedTask;
import dev.escala.owner.MatterOwner;
import dev.escala.owner.task.OwnersTask;
import dev.escala.validation.Fields;

import org.springframework.stereotype.Component;

/** The owner says whether a case that waits for somebody else still has to. */
@Component
class ReviewPauseTask extends OwnersTask {

	private static final Map<String, Answer> ANSWERS = Map.of("wait", Answer.WAIT, "resume", Answer.RESUME);

	private final PauseMatter pauses;

	ReviewPauseTask(TaskClocks clocks, MatterOwner owner, PauseMatter pauses) {
		super("userTask_reviewPause", ServiceClock.PAUSE_REVIEW, clocks, owner);
		this.pauses = pauses;
	}

	@Override
	public void complete(CompletedTask task) {
		Fields fields = new Fields();
		Answer answer = ANSWERS.get(String.valueOf(task.text("pauseOutcome")));
		if (answer == null) {
			fields.refuse("pauseOutcome", "Indique si el caso sigue esperando o continúa.");
		}
		String note = fields.optional("pauseNote", "el motivo", task.text("pauseNote"), 1000);
		fields.done();
		this.pauses.review(task.caseNumber(), task.userId(), answer == Answer.RESUME, note);
		task.answer((answer == Answer.RESUME) ? "resume" : "wait");
	}

	private enum Answer {

		WAIT, RESUME

	}

}
