package dev.escala.commitment.process;

import java.util.Set;

import dev.escala.commitment.Commitments;
import dev.escala.engine.CompletedTask;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/** Behind the gate: commits, asks again, or gives up. */
@Component
class CommitTask extends CommitmentTask {

	private final Commitments commitments;

	CommitTask(Commitments commitments) {
		super(CommitmentProcess.COMMIT, commitments);
		this.commitments = commitments;
	}

	@Override
	public void complete(CompletedTask task) {
		String answer = task.text("commitAnswer");
		String told = task.text("toldText");
		String reason = task.text("abandonReason");
		if (!Set.of("commit", "askAgain", "abandon").contains(String.valueOf(answer))) {
			throw new InvalidInputException("commitAnswer",
					"Indique si se compromete, si hace falta otra decisión, o si no se compromete.");
		}
		switch (answer) {
			case "commit" -> this.commitments.commit(task.caseNumber(), task.userId(), told);
			case "abandon" -> this.commitments.abandon(task.caseNumber(), task.userId(), reason);
			default -> {
				// Back to the gate, which looks again.
			}
		}
		task.answer(answer);
	}

}
