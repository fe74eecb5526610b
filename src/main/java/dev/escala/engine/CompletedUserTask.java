package dev.escala.engine;

import java.util.HashMap;
import java.util.Map;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.Variables;

/** The form of a user task, and the facts that its completion leaves behind. */
class CompletedUserTask extends FormFields implements CompletedTask {

	private static final String ANSWER = "answer";

	private final DelegateTask task;

	private final UserId userId;

	private final Map<String, Object> facts = new HashMap<>();

	private String answer;

	CompletedUserTask(DelegateTask task, UserId userId) {
		super(task.getExecution(), task);
		this.task = task;
		this.userId = userId;
	}

	@Override
	public CaseNumber caseNumber() {
		return CaseNumber.nullable(this.task.getExecution().getProcessBusinessKey());
	}

	@Override
	public TaskScope scope() {
		return TaskScope.of(this.task.getExecution());
	}

	@Override
	public boolean modelHas(String elementId) {
		return this.task.getBpmnModelInstance().getModelElementById(elementId) != null;
	}

	@Override
	public UserId userId() {
		return this.userId;
	}

	@Override
	public void answer(String value) {
		this.answer = value;
	}

	@Override
	public void setFact(String name, Object value) {
		this.facts.put(name, value);
	}

	@Override
	public void forget() {
		super.forget();
		DelegateExecution execution = this.task.getExecution();
		this.facts.forEach(execution::setVariable);
		if (this.answer != null) {
			// A variable of this name that somebody sent along with a form is there to
			// stay and must be overwritten: beside it no transient one can be set.
			execution.setVariable(ANSWER, Variables.stringValue(this.answer, !execution.hasVariable(ANSWER)));
		}
		else {
			execution.removeVariable(ANSWER);
		}
	}

}
