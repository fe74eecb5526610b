package dev.escala.commitment.process;

import java.util.Set;

import dev.escala.commitment.AskForCommitment;
import dev.escala.commitment.Commitments;
import dev.escala.engine.CompletedTask;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/** At the gate: asks for the decision that is missing, names it, or gives up. */
@Component
class AskDecisionTask extends CommitmentTask {

	private final Commitments commitments;

	private final AskForCommitment asking;

	AskDecisionTask(Commitments commitments, AskForCommitment asking) {
		super(CommitmentGateProcess.ASK_DECISION, commitments);
		this.commitments = commitments;
		this.asking = asking;
	}

	/**
	 * Every field is read, also those that the chosen answer hides: none stays behind.
	 */
	@Override
	public void complete(CompletedTask task) {
		String how = task.text("askHow");
		String request = task.text("coveringRequest");
		String situation = task.text("askSituation");
		String assessment = task.text("askAssessment");
		String neededBy = task.text("askNeededBy");
		String customerDate = task.text("askCustomerDate");
		String reason = task.text("abandonReason");
		if (!Set.of("ask", "existing", "abandon").contains(String.valueOf(how))) {
			throw new InvalidInputException("askHow",
					"Indique qué hace: pedir la decisión, nombrar la solicitud que lo autoriza, o no comprometerse.");
		}
		switch (how) {
			case "existing" -> this.commitments.coverBy(task.caseNumber(), task.userId(), request);
			case "abandon" -> this.commitments.abandon(task.caseNumber(), task.userId(), reason);
			default -> this.asking.ask(task.caseNumber(), task.userId(), situation, assessment, neededBy, customerDate);
		}
		task.answer(how);
	}

}
