package dev.escala.retention.loss;

import java.util.List;
import java.util.Map;

import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;
import dev.escala.validation.Fields;

import org.springframework.stereotype.Component;

/** The table {@code lossCause} (004-32): owners add causes. */
@Component
public class LossCauses {

	private final Decisions decisions;

	LossCauses(Decisions decisions) {
		this.decisions = decisions;
	}

	/** All that the table has, in its order. */
	public List<Cause> all() {
		return this.decisions.allowed("lossCause", "leavingCause").stream().map(this::cause).toList();
	}

	/** What a code means; one that the table does not know any more stays a code. */
	public Cause cause(String code) {
		Decision answer = this.decisions.decideIfAny(null, "lossCause", Map.of("leavingCause", code));
		return answer.matches().isEmpty() ? new Cause(code, code, true)
				: new Cause(code, answer.text("label"), answer.flag("worrying"));
	}

	/**
	 * Reads what somebody chose.
	 * @return the cause, or {@code null} where it was refused
	 */
	public Cause read(Fields fields, String field, String code) {
		String chosen = fields.required(field, "la causa", code, 60);
		if (chosen.isEmpty()) {
			return null;
		}
		return all().stream().filter((one) -> one.code().equals(chosen)).findFirst().orElseGet(() -> {
			fields.refuse(field, "No se conoce la causa «" + chosen + "». Elija una de la lista.");
			return null;
		});
	}

	/**
	 * A cause.
	 *
	 * @param code as it is kept
	 * @param label what people call it
	 * @param worrying whether we could have done something
	 */
	public record Cause(String code, String label, boolean worrying) {
	}

}
