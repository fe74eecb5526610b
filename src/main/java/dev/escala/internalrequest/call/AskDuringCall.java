package dev.escala.internalrequest.call;

import dev.escala.internalrequest.AskInternally;
import dev.escala.internalrequest.InternalRequest;
import dev.escala.internalrequest.InternalRequests;
import dev.escala.internalrequest.Question;
import dev.escala.internalrequest.RequestKind;
import dev.escala.reference.UserId;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks while the other side has already said yes to a date: request and promise are both
 * there, or neither is (000-18).
 */
@Service
@Transactional
public class AskDuringCall {

	private final AskInternally asking;

	private final HoldingReplies replies;

	private final HoldingPromises promises;

	private final InternalRequests requests;

	AskDuringCall(AskInternally asking, HoldingReplies replies, HoldingPromises promises, InternalRequests requests) {
		this.asking = asking;
		this.replies = replies;
		this.promises = promises;
		this.requests = requests;
	}

	/**
	 * Registers the request, starts its process and writes down the accepted promise.
	 * @param holding what the other side accepted, or {@code null} where nobody was
	 * promised anything
	 * @throws InvalidInputException naming every field of the reply that is wrong, else
	 * every field of the question
	 */
	public InternalRequest ask(Question.Input input, HoldingReply.Input holding, UserId user) {
		if (holding == null) {
			return this.asking.ask(input, user);
		}
		Fields fields = new Fields();
		HoldingReply accepted = this.replies.accepted(fields, holding);
		if (input.party() == null || input.party().isBlank()) {
			fields.refuse("party", "Indique con quién habla: a esa persona se le hizo la promesa.");
		}
		if (RequestKind.VISIBILITY.name().equals(input.kind())) {
			fields.refuse("kind", "Prometió una respuesta: elija «Una decisión», porque lo que solo consta no la da.");
		}
		fields.done();
		InternalRequest request = this.asking.ask(input, user);
		this.promises.accept(request, accepted.sentence(), accepted.promisedAt());
		return this.requests.get(request.number());
	}

}
