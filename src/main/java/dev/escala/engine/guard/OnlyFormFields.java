package dev.escala.engine.guard;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.escala.validation.FieldProblem;
import dev.escala.validation.ConflictException;
import dev.escala.validation.InvalidInputException;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeployedProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Who completes a task or starts a process sets the fields of its form and nothing else.
 * The engine takes any variable of any name with a completion, and gateways and
 * conditions read them: one more field could end a branch.
 */
class OnlyFormFields implements CommandGuard {

	/** As Tasklist sends them: texts, numbers, ticks, dates, and lists as JSON. */
	private static final Set<String> TYPES = Set.of("null", "string", "boolean", "short", "integer", "long", "double",
			"date", "json");

	@Override
	public void check(Command<?> command, Sender sender) {
		if (!sender.isPerson()) {
			return;
		}
		CommandContext context = sender.context();
		if (command instanceof CompleteTaskCmd) {
			CommandFields fields = CommandFields.of(command);
			ofTask(fields.text("taskId"), fields.variables("variables"), context);
		}
		else if (command instanceof SubmitTaskFormCmd) {
			CommandFields fields = CommandFields.of(command);
			ofTask(fields.text("taskId"), fields.variables("properties"), context);
		}
		else if (command instanceof StartProcessInstanceCmd) {
			var builder = (ProcessInstantiationBuilderImpl) CommandFields.of(command).value("instantiationBuilder");
			ofStart(new GetDeployedProcessDefinitionCmd(builder, false).execute(context), builder.getBusinessKey(),
					builder.getVariables(), context);
		}
		else if (command instanceof SubmitStartFormCmd) {
			CommandFields fields = CommandFields.of(command);
			ofStart(context.getProcessEngineConfiguration()
				.getDeploymentCache()
				.findDeployedProcessDefinitionById(fields.text("processDefinitionId")), fields.text("businessKey"),
					fields.variables("variables"), context);
		}
	}

	private static void ofTask(String taskId, Map<String, Object> sent, CommandContext context) {
		TaskEntity task = (taskId == null) ? null : context.getTaskManager().findTaskById(taskId);
		if (task == null || sent.isEmpty()) {
			return;
		}
		if (task.getExecutionId() != null && task.getExecution() == null) {
			// Read while its process went on: the engine would not say so, but fail.
			throw new ConflictException("Esta tarea acaba de terminar: alguien la completó o ya no hace falta.");
		}
		// Whoever may not work on the task learns nothing of its form.
		for (CommandChecker checker : context.getProcessEngineConfiguration().getCommandCheckers()) {
			checker.checkTaskWork(task);
		}
		Set<String> keys = (task.getTaskDefinition() == null) ? Set.of() : FormKeys.ofTask(taskId, context);
		refuse(sent, keys, "Esta tarea no tiene el campo «%s»: no se ha completado.");
	}

	private static void ofStart(ProcessDefinitionEntity definition, String businessKey, Map<String, Object> sent,
			CommandContext context) {
		if (definition == null) {
			return;
		}
		for (CommandChecker checker : context.getProcessEngineConfiguration().getCommandCheckers()) {
			checker.checkCreateProcessInstance(definition);
		}
		if (businessKey != null && !businessKey.isBlank()) {
			throw new InvalidInputException("businessKey", "El número lo asigna Escala: deje «businessKey» vacío.");
		}
		if (sent != null && !sent.isEmpty()) {
			refuse(sent, FormKeys.ofStart(definition, context),
					"El formulario de inicio no tiene el campo «%s»: no se ha iniciado nada.");
		}
	}

	private static void refuse(Map<String, Object> sent, Set<String> keys, String unknown) {
		List<FieldProblem> problems = new ArrayList<>();
		for (String field : new TreeSet<>(sent.keySet())) {
			if (!keys.contains(field)) {
				problems.add(new FieldProblem(field, unknown.formatted(field)));
			}
			else if (!isPlain(typed(sent, field))) {
				problems.add(new FieldProblem(field,
						"El campo «" + field + "» no admite ficheros ni objetos: envíe texto, un número, una fecha, "
								+ "verdadero o falso, o una lista en JSON."));
			}
		}
		if (!problems.isEmpty()) {
			throw new InvalidInputException(problems);
		}
	}

	/** As it was sent: to look at an object would be to build it. */
	private static Object typed(Map<String, Object> sent, String field) {
		return (sent instanceof VariableMap variables) ? variables.getValueTyped(field) : sent.get(field);
	}

	private static boolean isPlain(Object value) {
		if (value instanceof TypedValue typed) {
			ValueType type = typed.getType();
			return (type != null) ? TYPES.contains(type.getName()) : isPlain(typed.getValue());
		}
		return value == null || value instanceof String || value instanceof Boolean || value instanceof Number
				|| value instanceof Date;
	}

}
