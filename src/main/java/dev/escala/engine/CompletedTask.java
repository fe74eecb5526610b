package dev.escala.engine;

import java.util.List;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/**
 * The form of a task that somebody completes. Reading a field takes it out of the
 * process: what should stay as a fact is set again by {@link #setFact}.
 */
public interface CompletedTask {

	/** The case, for example {@code ESC-2026-000123}. */
	CaseNumber caseNumber();

	/** Where the task stands. */
	TaskScope scope();

	/**
	 * Whether the model with which this very process runs has an element. Running
	 * processes keep the model that they began with.
	 */
	boolean modelHas(String elementId);

	/** The person who completes: always the assignee. */
	UserId userId();

	/** The field as text, or {@code null} where it is empty. */
	String text(String field);

	/** The field as a whole number, or {@code null}; refuses anything else. */
	Integer number(String field);

	/** Whether the field is ticked. */
	boolean flag(String field);

	/** The non-blank lines of a text area, without surrounding blanks. */
	List<String> lines(String field);

	/** The ticked values of a checklist. */
	List<String> choices(String field);

	/**
	 * Answers the gateway that follows at once, which reads {@code ${answer}}. The answer
	 * is not kept: it must not come up again when somebody opens the same form later.
	 */
	void answer(String value);

	/** Sets a fact that gateways, timers or decisions of the process read. */
	void setFact(String name, Object value);

}
