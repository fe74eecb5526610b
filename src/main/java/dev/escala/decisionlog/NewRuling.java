package dev.escala.decisionlog;

import java.text.Normalizer;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

import dev.escala.policy.Situation;
import dev.escala.policy.Topic;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.RulingNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.Fields;

/**
 * A decision to be recorded (000-32): without what was decided and why it is refused,
 * with each field that is missing or wrong.
 *
 * @param requestNumber the request that it answers, for example {@code SOL-2026-000001},
 * or {@code null}
 * @param party the customer or prospect that it was about, by name, or {@code null}
 * @param topic what it is about
 * @param situations what of the policy it is about; may be empty unless it is standing
 * @param subject one line, at most 200 characters
 * @param question what was asked, at most 20,000 characters, or {@code null}
 * @param outcome what was decided
 * @param decision the decision in words, at most 4000 characters
 * @param conditions under which conditions, at most 4000 characters; needed where the
 * outcome is conditional, otherwise {@code null}
 * @param reasoning why, at most 8000 characters
 * @param validUntil the last moment at which it holds, or {@code null} for no end
 * @param standing whether it holds for every such question from now on
 * @param supersedes number of the decision that it takes the place of, or {@code null}
 * @param decidedBy user id
 * @param groupId the group that decided, or {@code null}
 */
public record NewRuling(CaseNumber requestNumber, String party, Topic topic, Set<Situation> situations, String subject,
		String question, RulingOutcome outcome, String decision, String conditions, String reasoning,
		Instant validUntil, boolean standing, RulingNumber supersedes, UserId decidedBy, String groupId) {

	private static final int LINE = 200;

	private static final int TEXT = 4000;

	/**
	 * Reads what was sent.
	 * @throws dev.escala.validation.InvalidInputException naming every field that is
	 * missing or wrong
	 */
	public NewRuling {
		Objects.requireNonNull(decidedBy, "decidedBy");
		Fields fields = new Fields();
		party = fields.optionalLine("party", "el cliente o prospecto", composed(party), LINE);
		if (topic == null) {
			fields.refuse("topic", "Falta el tema: elija de qué trata la decisión.");
		}
		situations = (situations == null || situations.isEmpty()) ? Set.of() : Set.copyOf(EnumSet.copyOf(situations));
		if (standing && situations.isEmpty()) {
			fields.refuse("situations",
					"Falta la situación: una decisión permanente dice para qué situaciones vale. Elija al menos una.");
		}
		subject = fields.requiredLine("subject", "el asunto", composed(subject), LINE);
		question = fields.optional("question", "la pregunta", composed(question), 20_000);
		if (outcome == null) {
			fields.refuse("outcome", "Falta el resultado: elija qué se decidió.");
		}
		decision = fields.required("decision", "la decisión (qué se decidió)", composed(decision), TEXT);
		conditions = fields.optional("conditions", "las condiciones", composed(conditions), TEXT);
		if (conditions == null && outcome == RulingOutcome.CONDITIONAL) {
			fields.refuse("conditions", "Faltan las condiciones: escríbalas, o elija «" + RulingOutcome.GRANTED.label()
					+ "» si no las hay.");
		}
		reasoning = fields.required("reasoning", "el razonamiento (por qué, para quien pregunte algo parecido)",
				composed(reasoning), 2 * TEXT);
		supersedes = RulingNumber.nullable(fields.optionalLine("supersedes", "la decisión a la que sustituye",
				(supersedes == null) ? null : supersedes.value(), 40));
		fields.done();
	}

	/** An accent that was typed as a sign of its own is the letter's for the search. */
	private static String composed(String text) {
		return (text == null) ? null : Normalizer.normalize(text, Normalizer.Form.NFC);
	}

}
