package dev.escala.modelgate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.engine.UserTasks;

/**
 * What models may call and name: the list that somebody has reviewed, in
 * {@code modelgate/vocabulary.json}. What is not in it is not allowed, whether it exists
 * or not. A test compares it with the running application.
 *
 * @param beans by their name in expressions
 * @param tasks user tasks with a class of their own, by their id in the models
 * @param processes those that belong to Escala, by key
 * @param decisions those that Escala takes, by key
 * @param forms those that Escala reads, by id
 * @param errors codes that end a process early, thrown by beans
 * @param groups ids of the groups that Escala knows by name
 * @param templates names of the mail templates, without language and ending
 * @param contracts what stands behind the names
 */
public record Vocabulary(Map<String, Bean> beans, Map<String, Task> tasks, Map<String, Process> processes,
		Map<String, Decision> decisions, Map<String, Form> forms, Set<String> errors, Set<String> groups,
		Set<String> templates, @JsonIgnore Contracts contracts) {

	/** A list without contracts knows no values. */
	public Vocabulary {
		contracts = (contracts == null) ? Contracts.NONE : contracts;
	}

	/** What a bean may be used for. */
	public enum Kind {

		/** The work of a task. */
		DELEGATE,

		/** Listens to the start or the end of something. */
		EXECUTION_LISTENER,

		/** Asked at user tasks: who and by when. */
		TASK,

		/** Asked in other expressions: when a timer is due. */
		EXPRESSION,

		/** What the engine itself offers, such as {@code execution}. */
		ENGINE

	}

	/**
	 * Something that an expression may name.
	 *
	 * @param methods how many arguments each method takes that may be called
	 * @param properties what may be read
	 * @param writesOutside whether it queues messages or leaves other traces: then it
	 * begins in a transaction of its own
	 * @param sets variables that it leaves behind
	 */
	public record Bean(Kind kind, Map<String, Integer> methods, Set<String> properties, boolean writesOutside,
			Set<String> sets) {
	}

	/**
	 * A user task.
	 *
	 * @param form the id of its form
	 * @param answers whether it answers the gateway behind it
	 * @param sets variables that it leaves behind
	 * @param several whether it is drawn several times: then its name is how their ids
	 * begin
	 */
	public record Task(String form, boolean answers, Set<String> sets,
			@JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean several) {
	}

	/**
	 * What everybody relies on in a process, whoever draws it.
	 *
	 * @param startForm the form that people fill in to start it, or {@code null}
	 * @param startListeners beans that listen to its start
	 * @param variables what code sets in it from outside, at the start or later
	 * @param messages what code sends to it
	 * @param calls processes that it calls
	 * @param outputs variables that its callers take out of it
	 */
	public record Process(String startForm, Set<String> startListeners, Set<String> variables, Set<String> messages,
			Set<String> calls, Set<String> outputs) {
	}

	/**
	 * What everybody relies on in a decision.
	 *
	 * @param inputs the type of each, by name
	 * @param outputs the type of each, by name
	 */
	public record Decision(Map<String, String> inputs, Map<String, String> outputs, String hitPolicy) {
	}

	/**
	 * What everybody relies on in a form.
	 *
	 * @param fields the keys that code reads
	 * @param offers the lists and texts that code gives it
	 */
	public record Form(Set<String> fields, Set<String> offers) {
	}

	/** The list of this release. */
	public static Vocabulary read() {
		try (InputStream list = Vocabulary.class.getResourceAsStream("/modelgate/vocabulary.json")) {
			return new ObjectMapper().readValue(list, Vocabulary.class).with(Contracts.read());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The same list with other contracts. */
	public Vocabulary with(Contracts other) {
		return new Vocabulary(this.beans, this.tasks, this.processes, this.decisions, this.forms, this.errors,
				this.groups, this.templates, other);
	}

	/** The user task that has that id in a model, or empty for one that nobody knows. */
	public Optional<Task> task(String id) {
		return Optional.ofNullable(this.tasks.get(id))
			.or(() -> this.tasks.entrySet()
				.stream()
				.filter((task) -> task.getValue().several() && UserTasks.isOneOf(id, task.getKey()))
				.map(Map.Entry::getValue)
				.findFirst());
	}

	/** The names of all messages that code sends. */
	public Set<String> messages() {
		Set<String> messages = new TreeSet<>();
		this.processes.values().forEach((process) -> messages.addAll(process.messages()));
		return messages;
	}

	/** The names of all variables that code and beans write, in whichever process. */
	public Set<String> variables() {
		Set<String> variables = new TreeSet<>();
		this.beans.values().forEach((bean) -> variables.addAll(bean.sets()));
		this.tasks.values().forEach((task) -> variables.addAll(task.sets()));
		this.processes.values().forEach((process) -> variables.addAll(process.variables()));
		return variables;
	}

	/** The names of the beans of a kind. */
	public Set<String> beans(Kind kind) {
		Set<String> names = new TreeSet<>();
		this.beans.forEach((name, bean) -> {
			if (bean.kind() == kind) {
				names.add(name);
			}
		});
		return names;
	}

}
