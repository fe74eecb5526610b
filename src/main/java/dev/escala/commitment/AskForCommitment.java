package dev.escala.commitment;

import dev.escala.commitment.persistence.CommitmentRepository;
import dev.escala.internalrequest.AskInternally;
import dev.escala.internalrequest.Question;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks for the decision that a commitment lacks, with what is known of it already. */
@Service
@Transactional
public class AskForCommitment {

	private final Commitments commitments;

	private final CommitmentRepository repository;

	private final AskInternally asking;

	AskForCommitment(Commitments commitments, CommitmentRepository repository, AskInternally asking) {
		this.commitments = commitments;
		this.repository = repository;
		this.asking = asking;
	}

	/**
	 * Asks.
	 * @throws dev.escala.validation.InvalidInputException naming what is missing
	 */
	public void ask(CaseNumber number, UserId user, String situation, String assessment, String neededBy,
			String customerDate) {
		Commitment commitment = this.commitments.lock(number);
		commitment.requirePrepared();
		CaseNumber request = this.asking
			.ask(new Question.Input("DECISION", commitment.situations().stream().map(Enum::name).toList(), null,
					commitment.party().code(), null, null, null, situation, commitment.content(), assessment, neededBy,
					customerDate, null, null, null), user)
			.number();
		this.repository.authorise(number, request);
	}

}
