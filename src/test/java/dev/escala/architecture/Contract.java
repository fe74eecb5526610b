package dev.escala.architecture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what models and code say to each other, both ways. */
final class Contract {

	private final List<String> differences = new ArrayList<>();

	private final ModelSide models;

	private final CodeSide code;

	private Contract(ModelSide models, CodeSide code) {
		this.models = models;
		this.code = code;
	}

	/** One sentence for each thing that only one side knows. */
	static List<String> differences(ModelSide models, CodeSide code) {
		Contract contract = new Contract(models, code);
		contract.names();
		contract.userTasks();
		contract.answers();
		contract.decisions();
		models.starts().forEach((bean, form) -> contract.form(form, code.listeners().get(bean)));
		return contract.differences;
	}

	private void names() {
		same("process", this.models.processes(), this.code.processes());
		same("delegate", this.models.delegates(), this.code.delegates());
		same("listener", this.models.listeners(), this.code.listeners().keySet());
		only("variable", this.models.variables(), this.code.variables(), "the code");
		only("variable", this.code.variables(),
				Stream.of(this.models.variables(), this.code.ownVariables()).flatMap(Set::stream).toList(),
				"the models");
		only("element", this.code.elements(), this.models.elements(), "the models");
		same("message", this.models.messages(), this.code.messages());
		same("error", this.models.errors(), this.code.errors());
		same("timer", pairs(this.models.timers()), pairs(this.code.timers()));
		only("expression", this.models.calls(), this.code.methods(), "the code");
	}

	private void userTasks() {
		List<String> keys = this.code.userTasks().stream().map(CodeSide.Reader::key).toList();
		Set<String> seen = new HashSet<>();
		keys.stream()
			.filter((key) -> !seen.add(key))
			.forEach((key) -> this.differences.add("user task " + key + " has two beans"));
		only("user task", this.models.userTasks().keySet().stream().map(this::key).toList(), keys, "the code");
		only("user task", keys, this.models.userTasks().keySet().stream().map(this::key).toList(), "the models");
		this.models.userTasks()
			.forEach((id, form) -> this.code.userTasks()
				.stream()
				.filter((task) -> task.serves(id))
				.forEach((task) -> form(form, task)));
	}

	/** The key of what does a task of a model; its id where nobody does it. */
	private String key(String id) {
		return this.code.userTasks()
			.stream()
			.filter((task) -> task.serves(id))
			.map(CodeSide.Reader::key)
			.findFirst()
			.orElse(id);
	}

	/** The form and its reader know the same fields, offers and answers. */
	private void form(String id, CodeSide.Reader reader) {
		ModelSide.Form form = this.models.forms().get(id);
		if (form == null || reader == null) {
			this.differences.add("form " + id + " is missing, or nobody reads it");
			return;
		}
		same("field of " + id, form.fields(), reader.fields());
		only("offer of " + id, form.offers(), reader.texts(), "the code");
	}

	/** Whoever answers is asked, and can say whatever the gateway compares. */
	private void answers() {
		same("answer of", this.models.answers().keySet(),
				this.code.userTasks().stream().filter(CodeSide.Reader::answers).map(CodeSide.Reader::key).toList());
		for (CodeSide.Reader task : this.code.userTasks()) {
			ModelSide.Form form = this.models.forms().get(this.models.userTasks().getOrDefault(task.key(), ""));
			for (String answer : this.models.answers().getOrDefault(task.key(), Set.of())) {
				if (!task.texts().contains(answer) && (form == null || !form.choices().contains(answer))) {
					this.differences.add("answer " + answer + " of " + task.key() + " is not possible");
				}
			}
		}
	}

	private void decisions() {
		same("decision", this.models.tables(), this.code.decisions());
		only("decision", this.models.decisions(), this.models.tables(), "dmn/");
	}

	private void same(String what, Collection<String> models, Collection<String> code) {
		only(what, models, code, "the code");
		only(what, code, models, "the models");
	}

	private void only(String what, Collection<String> known, Collection<String> other, String place) {
		known.stream()
			.filter((name) -> !other.contains(name))
			.forEach((name) -> this.differences.add(what + " " + name + " is missing in " + place));
	}

	private static Set<String> pairs(Map<String, String> map) {
		return map.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + " of " + entry.getValue())
			.collect(Collectors.toSet());
	}

}
