package dev.escala.modelgate.replay;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.reference.CaseNumber;
import dev.escala.routing.FiledDecision;

/**
 * Knows what other decisions would have meant for one case. Whoever knows cases brings
 * the bean.
 */
public interface CaseConsequences {

	/**
	 * Refuses a case that the current user may not see, like one that does not exist.
	 */
	void requireSeen(CaseNumber number);

	/**
	 * What would have followed.
	 * @param changed the decisions that would be others, in order
	 * @param tables what the edited tables answer
	 * @return Spanish sentences about the case, for a decision that is not told here
	 * nothing
	 */
	List<String> of(CaseNumber number, List<Changed> changed, Tables tables);

	/**
	 * The keys of the decisions that it tells of; the others are told by their columns.
	 */
	boolean tells(String decision);

	/**
	 * A decision that would be another one.
	 *
	 * @param filed what was decided
	 * @param after what the edited table answers, at least one
	 */
	record Changed(FiledDecision filed, List<Map<String, Object>> after) {
	}

	/** What the edited tables answer. */
	interface Tables {

		/**
		 * The only answer of an edited table.
		 * @return empty where the table is not among the edited ones, or does not answer
		 */
		Optional<Map<String, Object>> answer(String decision, Map<String, Object> inputs);

	}

}
