package dev.escala.engine;

import java.util.HashMap;
import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.Variables;

/** The form of a user task, and the facts that its completion leaves behind. */
class CompletedUserTask extends FormFields implements CompletedTask {

	private static final String ANSWER = "answer";

	private final DelegateTask task;

	private final String userId;

	private final Map<String, Object> facts = new HashMap<>();

	CompletedUserTask(DelegateTask task, String userId) {
		super(task.getExecution(), task);
		this.task = task;
		this.userId = userId;
	}

	@Override
	public String caseNumber() {
		return this.task.getExecution().getProcessBusinessKey();
	}

	@Override
	public String userId() {
		return this.userId;
	}

	@Override
	public void answer(String value) {
		this.facts.put(ANSWER, Variables.stringValue(value, true));
	}

	@Override
	public void setFact(String name, Object value) {
		this.facts.put(name, value);
	}

	@Override
	public void forget() {
		super.forget();
		this.facts.forEach(this.task.getExecution()::setVariable);
	}

}
