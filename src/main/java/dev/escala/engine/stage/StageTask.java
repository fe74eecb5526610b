package dev.escala.engine.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.escala.engine.CompletedTask;
import dev.escala.engine.FormFields;
import dev.escala.engine.TaskScope;
import dev.escala.engine.UserTask;

import org.springframework.beans.factory.ObjectProvider;

/**
 * A step that an owner added: its group stands in the model, its date comes from the
 * table of tasks without a clock. What people write in it is kept with the case; what
 * they choose stays in the process, where the gateway behind it reads it.
 */
class StageTask implements UserTask {

	private final String key;

	private final String name;

	private final Set<String> groups;

	private final Function<TaskScope, String> why;

	private final List<StageForm.Field> fields;

	private final ObjectProvider<StageRecord> records;

	StageTask(String key, String name, Set<String> groups, Function<TaskScope, String> why,
			List<StageForm.Field> fields, ObjectProvider<StageRecord> records) {
		this.why = why;
		this.key = key;
		this.name = name;
		this.groups = groups;
		this.fields = fields;
		this.records = records;
	}

	@Override
	public String key() {
		return this.key;
	}

	@Override
	public Set<String> candidateGroups(TaskScope scope) {
		return this.groups;
	}

	@Override
	public String why(TaskScope scope) {
		return this.why.apply(scope);
	}

	@Override
	public void complete(CompletedTask task) {
		List<String> answers = new ArrayList<>();
		for (StageForm.Field field : this.fields) {
			String said = said(task.scope(), field);
			if (said != null) {
				answers.add(field.label() + ": " + said);
			}
		}
		StageRecord record = this.records.getIfAvailable();
		boolean kept = record != null && record.record(task.caseNumber(), task.userId(), this.name, answers);
		if (kept) {
			// What is read is taken out of the process.
			this.fields.stream().filter(StageForm.Field::text).forEach((field) -> task.text(field.key()));
		}
	}

	/** As people read it, or {@code null}: nothing was said. */
	private static String said(TaskScope scope, StageForm.Field field) {
		Object value = scope.facts().apply(field.key());
		if (value == null || value.toString().isBlank()) {
			return null;
		}
		if (value instanceof Boolean ticked) {
			return ticked ? "sí" : "no";
		}
		if (field.several()) {
			String chosen = FormFields.choices(value)
				.stream()
				.map((one) -> field.choices().getOrDefault(one, one))
				.collect(Collectors.joining(", "));
			return chosen.isEmpty() ? null : chosen;
		}
		String text = Objects.toString(value).strip();
		return field.choices().getOrDefault(text, text);
	}

}
