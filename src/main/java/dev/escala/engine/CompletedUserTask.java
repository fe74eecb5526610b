package dev.escala.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.escala.validation.InvalidInputException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.spin.json.SpinJsonNode;

/**
 * A form as the engine holds it. Numbers, choices and empty fields come in several types,
 * depending on the browser and the form's history, so every reading method takes them
 * all.
 */
class CompletedUserTask implements CompletedTask {

	private final DelegateTask task;

	private final String userId;

	private final Set<String> read = new LinkedHashSet<>();

	private final Map<String, Object> facts = new HashMap<>();

	CompletedUserTask(DelegateTask task, String userId) {
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
	public String text(String field) {
		Object value = value(field);
		return (value == null || value.toString().isBlank()) ? null : value.toString().strip();
	}

	@Override
	public Integer number(String field) {
		String text = text(field);
		if (text == null) {
			return null;
		}
		try {
			return new java.math.BigDecimal(text).intValueExact();
		}
		catch (ArithmeticException | NumberFormatException ex) {
			throw new InvalidInputException(field, "Hace falta un número entero, y se recibió «" + text + "».");
		}
	}

	@Override
	public boolean flag(String field) {
		return "true".equalsIgnoreCase(String.valueOf(value(field)));
	}

	@Override
	public List<String> lines(String field) {
		String text = text(field);
		return (text == null) ? List.of() : text.lines().map(String::strip).filter((line) -> !line.isEmpty()).toList();
	}

	@Override
	public List<String> choices(String field) {
		Object value = value(field);
		List<String> chosen = new ArrayList<>();
		if (value instanceof SpinJsonNode json && json.isArray()) {
			json.elements().forEach((element) -> chosen.add(String.valueOf(element.value())));
		}
		else if (value instanceof Iterable<?> elements) {
			elements.forEach((element) -> chosen.add(String.valueOf(element)));
		}
		return chosen;
	}

	@Override
	public void setFact(String name, Object value) {
		this.facts.put(name, value);
	}

	/** What was typed belongs to our own tables, not to the engine's variables. */
	void forgetForm() {
		this.read.forEach(this.task::removeVariable);
		this.facts.forEach(this.task.getExecution()::setVariable);
	}

	private Object value(String field) {
		this.read.add(field);
		return this.task.getVariable(field);
	}

}
