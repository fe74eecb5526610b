package dev.escala.call;

import java.util.Set;

import dev.escala.validation.Fields;

/**
 * What a customer answered to what a call asks: {@code yes} or {@code no}, or
 * {@code null} where nobody asked or answered.
 *
 * @param stillSolved whether what was observed is still solved
 * @param heard whether they were heard
 * @param solved whether it is solved
 */
public record CallAnswers(String stillSolved, String heard, String solved) {

	private static final Set<String> ANSWERS = Set.of("yes", "no");

	/** Nothing was asked. */
	public static final CallAnswers NONE = new CallAnswers(null, null, null);

	/** Refuses an answered call that leaves a question open which it asks. */
	void check(CustomerCall call, Fields fields) {
		if (call.asksWhetherSolved()) {
			require(fields, "stillSolved", this.stillSolved,
					"Diga si, según el cliente, sigue resuelto o ha vuelto a ocurrir.");
		}
		if (call.asksJudgement()) {
			require(fields, "judgedHeard", this.heard, "Diga si, según el cliente, se le escuchó.");
			require(fields, "judgedSolved", this.solved, "Diga si, según el cliente, se resolvió.");
		}
	}

	private static void require(Fields fields, String field, String answer, String otherwise) {
		if (answer == null || !ANSWERS.contains(answer)) {
			fields.refuse(field, otherwise);
		}
	}

}
