package dev.escala.engine.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import dev.escala.engine.TaskScope;
import dev.escala.engine.expression.Expression;
import dev.escala.engine.expression.Term;
import dev.escala.engine.expression.UnreadableExpressionException;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Why somebody got a step that stands in a model and nowhere else, and by when. */
final class StageReason {

	private final UserTask task;

	private final UnaryOperator<String> groupName;

	/**
	 * Creates a reason.
	 * @param groupName what people call a group, by its id
	 */
	StageReason(UserTask task, UnaryOperator<String> groupName) {
		this.task = task;
		this.groupName = groupName;
	}

	/**
	 * Two Spanish sentences: for whom the model says it is, and where its date is from.
	 */
	String say(TaskScope scope) {
		List<String> whom = new ArrayList<>();
		add(whom, this.task.getCamundaAssignee(), "Assignee", UnaryOperator.identity(), scope);
		add(whom, this.task.getCamundaCandidateGroups(), "Candidate groups", this.groupName, scope);
		add(whom, this.task.getCamundaCandidateUsers(), "Candidate users", UnaryOperator.identity(), scope);
		return whom.isEmpty() ? due()
				: "El modelo del proceso da este paso a " + String.join(" y a ", whom) + ". " + due();
	}

	private String due() {
		String date = this.task.getCamundaDueDate();
		return (date != null && date.contains("assignment.dueDate"))
				? "Para cuándo es lo dice la tabla «Plazo de las tareas sin reloj» (task-deadline.dmn)."
				: "Para cuándo es lo dice también el modelo (propiedad «Due date»).";
	}

	private static void add(List<String> whom, String written, String property, UnaryOperator<String> name,
			TaskScope scope) {
		if (written == null || written.isBlank()) {
			return;
		}
		String who = Arrays.stream(value(written, scope).split(","))
			.map(String::strip)
			.map((one) -> "«" + name.apply(one) + "»")
			.collect(Collectors.joining(", "));
		whom.add(who + " (propiedad «" + property + "»" + (written.contains("{") ? ", que dice " + written : "") + ")");
	}

	/** What a name between braces stands for now; what is computed stays as written. */
	private static String value(String written, TaskScope scope) {
		try {
			return (Expression.parse(written).root() instanceof Term.Name name
					&& scope.facts().apply(name.name()) instanceof String text) ? text : written;
		}
		catch (UnreadableExpressionException ex) {
			return written;
		}
	}

}
