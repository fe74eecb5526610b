package dev.escala.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.escala.validation.InvalidInputException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.spin.json.SpinJsonNode;

/**
 * The fields of a form as the engine holds them. Numbers, choices and empty fields come
 * in several types, depending on the browser and on who sends them, so every reading
 * method takes them all.
 */
public class FormFields {

	private final List<VariableScope> scopes;

	private final Set<String> read = new LinkedHashSet<>();

	/**
	 * Reads from the first scope that has the field. Of a task, that is the execution:
	 * what the form was offered lies in the task and must not hide what came in another
	 * way.
	 */
	public FormFields(VariableScope... scopes) {
		this.scopes = List.of(scopes);
	}

	/**
	 * The field as text without surrounding blanks, or {@code null} where it is empty.
	 */
	public String text(String field) {
		Object value = value(field);
		return (value == null || value.toString().isBlank()) ? null : value.toString().strip();
	}

	/** The field as a whole number, or {@code null}; refuses anything else. */
	public Integer number(String field) {
		String text = text(field);
		if (text == null) {
			return null;
		}
		try {
			return new BigDecimal(text).intValueExact();
		}
		catch (ArithmeticException | NumberFormatException ex) {
			throw new InvalidInputException(field, "Hace falta un número entero, y se recibió «" + text + "».");
		}
	}

	/** Whether the field is ticked. */
	public boolean flag(String field) {
		return "true".equalsIgnoreCase(String.valueOf(value(field)));
	}

	/** The non-blank lines of a text area, without surrounding blanks. */
	public List<String> lines(String field) {
		String text = text(field);
		return (text == null) ? List.of() : text.lines().map(String::strip).filter((line) -> !line.isEmpty()).toList();
	}

	/** The ticked values of a checklist. */
	public List<String> choices(String field) {
		return choices(value(field));
	}

	/** The ticked values of a checklist, as the engine holds it. */
	public static List<String> choices(Object value) {
		List<String> chosen = new ArrayList<>();
		if (value instanceof SpinJsonNode json && json.isArray()) {
			json.elements().forEach((element) -> chosen.add(String.valueOf(element.value())));
		}
		else if (value instanceof Iterable<?> elements) {
			elements.forEach((element) -> chosen.add(String.valueOf(element)));
		}
		return chosen;
	}

	/**
	 * Takes every field that was read out of the process: what people type belongs to our
	 * own tables, not to the engine's variables.
	 */
	public void forget() {
		this.scopes.forEach((scope) -> this.read.forEach(scope::removeVariable));
	}

	private Object value(String field) {
		this.read.add(field);
		return this.scopes.stream()
			.filter((scope) -> scope.hasVariable(field))
			.findFirst()
			.map((scope) -> scope.getVariable(field))
			.orElse(null);
	}

}
