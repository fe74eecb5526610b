package dev.escala.promise.process;

import java.util.Map;
import java.util.Optional;

import dev.escala.promise.Proposal.Answer.Kind;

/** What a customer says to a proposed date, as forms and gateways call it. */
final class CustomerAnswers {

	static final String ACCEPTED = "accepted";

	static final String DECLINED = "declined";

	private static final Map<String, Kind> KINDS = Map.of(ACCEPTED, Kind.ACCEPTED, "alternative", Kind.ALTERNATIVE,
			DECLINED, Kind.DECLINED);

	private CustomerAnswers() {
	}

	/** The answer of a form, if it is one to the proposal. */
	static Optional<Kind> kind(String answer) {
		return Optional.ofNullable(answer).map(KINDS::get);
	}

	/** What the gateway reads: whichever option, the customer agrees. */
	static String fact(Kind kind) {
		return (kind == Kind.DECLINED) ? DECLINED : ACCEPTED;
	}

}
