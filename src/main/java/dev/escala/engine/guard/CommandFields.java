package dev.escala.engine.guard;

import java.util.Map;

import org.camunda.bpm.engine.impl.interceptor.Command;

import org.springframework.beans.DirectFieldAccessor;

/**
 * What a command carries. The engine's commands keep it to themselves; a field that a
 * newer engine names otherwise fails, and the command with it.
 */
final class CommandFields {

	private final DirectFieldAccessor fields;

	private CommandFields(Command<?> command) {
		this.fields = new DirectFieldAccessor(command);
	}

	static CommandFields of(Command<?> command) {
		return new CommandFields(command);
	}

	String text(String field) {
		return (String) this.fields.getPropertyValue(field);
	}

	/** The variables by name; empty where none were sent. */
	@SuppressWarnings("unchecked")
	Map<String, Object> variables(String field) {
		Object value = this.fields.getPropertyValue(field);
		return (value == null) ? Map.of() : (Map<String, Object>) value;
	}

	Object value(String field) {
		return this.fields.getPropertyValue(field);
	}

}
