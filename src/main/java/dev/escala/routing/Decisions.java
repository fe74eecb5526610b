package dev.escala.routing;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Service;

/**
 * Evaluates decision tables and keeps, for each case, which rule of which version
 * answered what to which inputs, so that every assignment and deadline can say why.
 */
@Service
public class Decisions {

	/**
	 * Evaluates the latest version of a decision and records it for the case.
	 * @param caseNumber the case, or {@code null} to evaluate without a record
	 * @param decision the decision's key, for example {@code escalationSeverity}
	 * @param inputs the inputs by name; missing ones are {@code null}
	 * @return the answer; never empty: no matching rule is an error
	 */
	public Decision decide(String caseNumber, String decision, Map<String, Object> inputs) {
		throw new UnsupportedOperationException();
	}

	/** Every decision recorded for the case, oldest first. */
	public List<RecordedDecision> of(String caseNumber) {
		throw new UnsupportedOperationException();
	}

}
