package dev.escala.modelgate.replay;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.routing.FiledDecision;

/**
 * Knows what another answer of a decision would have led to. A module that acts on a
 * decision brings a bean of this type.
 */
public interface ReplayConsequence {

	/** The key of the decision. */
	String decision();

	/**
	 * What would have followed.
	 * @param filed what was decided
	 * @param answers what the edited table answers, at least one
	 * @return the end of a Spanish sentence about several cases that begins with
	 * {@code habrían} or {@code no habrían}, or empty where nothing more is known
	 */
	Optional<String> of(FiledDecision filed, List<Map<String, Object>> answers);

}
