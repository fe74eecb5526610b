package dev.escala.engine;

import java.util.function.Function;

import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * Where a user task stands: its case, and the facts of its process.
 *
 * @param caseNumber the case, for example {@code ESC-2026-000123}
 * @param facts the process variables by name, {@code null} where there is none
 */
public record TaskScope(CaseNumber caseNumber, Function<String, Object> facts) {

	static TaskScope of(DelegateExecution execution) {
		return new TaskScope(CaseNumber.nullable(execution.getProcessBusinessKey()), execution::getVariable);
	}

	/** A text among the facts, or {@code null}. */
	public String text(String name) {
		return (this.facts.apply(name) instanceof String text) ? text : null;
	}

	/** A whole number among the facts, or {@code null}. */
	public Integer number(String name) {
		return (this.facts.apply(name) instanceof Number number) ? number.intValue() : null;
	}

}
