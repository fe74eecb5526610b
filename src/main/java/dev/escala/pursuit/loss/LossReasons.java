package dev.escala.pursuit.loss;

import java.util.List;
import java.util.Map;

import dev.escala.routing.Decisions;

import org.springframework.stereotype.Component;

/** The table {@code lossReasons}: owners add reasons. */
@Component
public class LossReasons {

	private final Decisions decisions;

	LossReasons(Decisions decisions) {
		this.decisions = decisions;
	}

	/** All that the table has, in its order. */
	public List<Reason> all() {
		return this.decisions.allowed("lossReasons", "lossReason")
			.stream()
			.map((code) -> new Reason(code, label(code)))
			.toList();
	}

	/** What people call it; a code that the table does not know any more stays one. */
	public String label(String code) {
		return this.decisions.decideIfAny(null, "lossReasons", Map.of("lossReason", code))
			.matches()
			.stream()
			.map((match) -> (String) match.outputs().get("label"))
			.findFirst()
			.orElse(code);
	}

	/**
	 * A reason.
	 *
	 * @param code as it is kept
	 * @param label what people call it
	 */
	public record Reason(String code, String label) {
	}

}
