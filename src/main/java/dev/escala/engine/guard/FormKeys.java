package dev.escala.engine.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.form.FormData;
import org.camunda.bpm.engine.form.FormField;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractGetDeployedFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeployedStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/** The variables that a form sets, whether it is a file or stands in the model. */
final class FormKeys {

	private static final ObjectMapper JSON = new ObjectMapper();

	private FormKeys() {
	}

	/** Of the form that the task shows; empty where it has none. */
	static Set<String> ofTask(String taskId, CommandContext context) {
		return of(context.runWithoutAuthorization(new GetTaskFormCmd(taskId)), new GetDeployedTaskFormCmd(taskId),
				context);
	}

	/** Of the form that starts the process; empty where it has none. */
	static Set<String> ofStart(ProcessDefinitionEntity definition, CommandContext context) {
		if (definition.getStartFormHandler() == null) {
			return Set.of();
		}
		return of(context.runWithoutAuthorization(new GetStartFormCmd(definition.getId())),
				new GetDeployedStartFormCmd(definition.getId()), context);
	}

	private static Set<String> of(FormData form, AbstractGetDeployedFormCmd file, CommandContext context) {
		Set<String> keys = new TreeSet<>();
		form.getFormFields().stream().map(FormField::getId).forEach(keys::add);
		if (form.getCamundaFormRef() != null || form.getFormKey() != null) {
			try (InputStream content = context.runWithoutAuthorization(file)) {
				collect(JSON.readTree(content), keys);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return keys;
	}

	/** A field may stand in a group, and a key may be a path into one variable. */
	private static void collect(JsonNode component, Set<String> keys) {
		if (component.hasNonNull("key")) {
			keys.add(component.get("key").asText().split("\\.", 2)[0]);
		}
		component.path("components").forEach((child) -> collect(child, keys));
	}

}
