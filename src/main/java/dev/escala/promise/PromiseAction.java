package dev.escala.promise;

import java.util.EnumSet;
import java.util.Set;

import dev.escala.validation.ConflictException;

/** What can be done with a promise: from which status, and to which it leads. */
enum PromiseAction {

	NOTE_EXPECTATION("anotar lo que espera el cliente", PromiseStatus.ESTIMATING, PromiseStatus.ASKING),
	ESTIMATE("estimar la fecha", PromiseStatus.ESTIMATING, PromiseStatus.ESTIMATING),
	PROPOSE("proponer la fecha", PromiseStatus.PROPOSED, PromiseStatus.ESTIMATING),
	AGREE("dar por acordado", PromiseStatus.ACCEPTED, PromiseStatus.PROPOSED, PromiseStatus.ACCEPTED),
	DECLINE("anotar que el cliente no acepta", PromiseStatus.ESTIMATING, PromiseStatus.PROPOSED),
	REVISE("proponer otra fecha", PromiseStatus.ACCEPTED, PromiseStatus.ACCEPTED),
	KEEP("dar por cumplido", PromiseStatus.KEPT, PromiseStatus.ACCEPTED),
	BREAK("dar por incumplido", PromiseStatus.BROKEN, PromiseStatus.ACCEPTED),
	APOLOGISE("pedir disculpas", PromiseStatus.BROKEN, PromiseStatus.BROKEN),
	/** Not once the customer has our word. */
	WITHDRAW("retirar", PromiseStatus.WITHDRAWN, PromiseStatus.ASKING, PromiseStatus.ESTIMATING,
			PromiseStatus.PROPOSED),
	/** The other side does not need any more what it was promised by word. */
	RELEASE("retirar", PromiseStatus.WITHDRAWN, PromiseStatus.ACCEPTED),
	/** The case is over: withdrawn, or a duplicate of another one. */
	END_WITH_CASE("terminar con el caso", PromiseStatus.WITHDRAWN, PromiseStatus.ASKING, PromiseStatus.ESTIMATING,
			PromiseStatus.PROPOSED, PromiseStatus.ACCEPTED);

	private final String label;

	private final PromiseStatus to;

	private final Set<PromiseStatus> from;

	PromiseAction(String label, PromiseStatus to, PromiseStatus first, PromiseStatus... others) {
		this.label = label;
		this.to = to;
		this.from = EnumSet.of(first, others);
	}

	/**
	 * The status to which the action leads.
	 * @throws ConflictException naming the present status and those that would do
	 */
	PromiseStatus from(PromiseStatus now) {
		if (!this.from.contains(now)) {
			String needed = String.join(" o ", this.from.stream().map((one) -> "«" + one.label() + "»").toList());
			String instead = (this == WITHDRAW && now == PromiseStatus.ACCEPTED)
					? " El cliente ya tiene su palabra: cúmplalo, o propóngale otra fecha." : "";
			throw new ConflictException("No se puede " + this.label + ": el compromiso está «" + now.label()
					+ "» y tendría que estar " + needed + "." + instead);
		}
		return this.to;
	}

}
