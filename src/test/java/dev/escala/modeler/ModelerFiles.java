package dev.escala.modeler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.modelgate.Vocabulary;
import dev.escala.modelgate.Vocabulary.Kind;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/**
 * Makes the files of {@code .camunda} that say what models may call: the linter's plugin
 * of its rules and the list of the gate, and a template for each bean in the words of our
 * own models.
 */
final class ModelerFiles {

	static final Path PLUGIN = Path.of(".camunda", "modeler-plugin", "escala");

	/** How each rule counts, in the order of their names. */
	private static final Map<String, String> WEIGHTS = new TreeMap<>(
			Map.of("begins-anew", "error", "complete-user-task", "error", "date-from-table", "warn", "default-flow",
					"error", "known-bean", "error", "known-process", "warn", "no-code", "error", "process-settings",
					"error", "question", "warn", "something-done", "error"));

	private static final ObjectMapper JSON = new ObjectMapper();

	private final Vocabulary known = Vocabulary.read();

	/** The plugin in one file, as Modeler loads it. */
	String client() {
		StringBuilder client = new StringBuilder("""
				// Made from rules/ and what Escala lets models call, by ModelerFilesTests: do not edit.
				(() => {
				  const rules = {};
				""");
		WEIGHTS.keySet()
			.forEach((rule) -> client.append("  rules['%s'] = ((module) => {\n".formatted(rule))
				.append(indented(read(PLUGIN.resolve("rules/" + rule + ".js"))))
				.append("    return module.exports;\n  })({});\n"));
		Map<String, Object> configured = new LinkedHashMap<>();
		WEIGHTS.forEach((rule, weight) -> configured.put("escala/" + rule, List.of(weight, known(rule))));
		return client.append("  const config = { rules: ").append(json(configured)).append(" };\n").append("""
				  const resolver = {
				    resolveRule(pkg, name) {
				      if (pkg !== 'bpmnlint-plugin-escala' || !rules[name]) {
				        throw new Error(`unknown rule <${pkg}/${name}>`);
				      }
				      return rules[name];
				    },
				    resolveConfig(pkg, name) {
				      throw new Error(`unknown config <${pkg}/${name}>`);
				    }
				  };
				  window.plugins = window.plugins || [];
				  window.plugins.push({ plugin: { config, resolver }, type: 'lintRules.bpmn' });
				})();
				""").toString();
	}

	/** What a rule has to know. */
	private Map<String, Object> known(String rule) {
		return switch (rule) {
			case "known-bean" -> ordered("delegates", this.known.beans(Kind.DELEGATE), "listeners",
					this.known.beans(Kind.EXECUTION_LISTENER));
			case "begins-anew" -> Map.of("writing",
					this.known.beans(Kind.DELEGATE)
						.stream()
						.filter((bean) -> this.known.beans().get(bean).writesOutside())
						.toList());
			case "known-process" -> Map.of("processes", this.known.processes().keySet());
			default -> Map.of();
		};
	}

	/** A template for each bean that does the work of a task, and for tasks of people. */
	String templates() {
		List<Object> templates = new ArrayList<>();
		templates.add(stage());
		tasks().forEach((bean, task) -> templates.add(template(bean, task)));
		return json(templates) + "\n";
	}

	/** The first task of our models for each bean, by the bean. */
	Map<String, Task> tasks() {
		Map<String, Task> tasks = new TreeMap<>();
		try (Stream<Path> files = Files.walk(Path.of("bpmn"))) {
			files.filter((file) -> file.toString().endsWith(".bpmn"))
				.sorted()
				.map((file) -> Bpmn.readModelFromFile(file.toFile()))
				.forEach((model) -> Stream
					.concat(model.getModelElementsByType(ServiceTask.class).stream(),
							model.getModelElementsByType(BusinessRuleTask.class).stream())
					.forEach((task) -> tasks.putIfAbsent(bean(task), task)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return tasks;
	}

	private Map<String, Object> template(String bean, Task task) {
		List<Object> properties = new ArrayList<>();
		properties.add(property("${" + bean + "}", "property", "camunda:delegateExpression"));
		if (task.isCamundaAsyncBefore()) {
			properties.add(property(true, "property", "camunda:asyncBefore"));
		}
		task.getModelInstance()
			.getModelElementsByType(CamundaProperty.class)
			.stream()
			.filter((property) -> property.getParentElement().getParentElement().getParentElement().equals(task))
			.forEach((property) -> properties
				.add(property(property.getCamundaValue(), "camunda:property", property.getCamundaName())));
		Map<String, Object> template = new LinkedHashMap<>();
		template.put("name", "Escala: " + task.getName());
		template.put("id", "dev.escala." + bean);
		template.put("description",
				task.getDocumentations().stream().findFirst().map((one) -> one.getTextContent().strip()).orElse(""));
		template.put("appliesTo",
				List.of((task instanceof BusinessRuleTask) ? "bpmn:BusinessRuleTask" : "bpmn:ServiceTask"));
		template.put("properties", properties);
		return template;
	}

	/**
	 * A step that an owner adds: who gets it is chosen, the rest is as the gate wants it.
	 */
	private Map<String, Object> stage() {
		Map<String, Object> group = new LinkedHashMap<>();
		group.put("label", "Quién lo recibe");
		group.put("type", "Dropdown");
		group.put("choices",
				this.known.groups().stream().sorted().map((one) -> ordered("name", one, "value", one)).toList());
		group.put("binding", ordered("type", "property", "name", "camunda:candidateGroups"));
		Map<String, Object> form = new LinkedHashMap<>();
		form.put("label", "Formulario");
		form.put("description", "El id del formulario, que se despliega con el modelo.");
		form.put("type", "String");
		form.put("binding", ordered("type", "property", "name", "camunda:formRef"));
		form.put("constraints", Map.of("notEmpty", true));
		Map<String, Object> template = new LinkedHashMap<>();
		template.put("name", "Escala: paso de una persona");
		template.put("id", "dev.escala.stage");
		template.put("description",
				"Un paso que no necesita programación. Qué hay que hacer se escribe en la documentación; para cuándo lo dice la tabla «Plazo de las tareas sin reloj».");
		template.put("appliesTo", List.of("bpmn:UserTask"));
		template.put("properties",
				List.of(group, form, property("${assignment.dueDate(execution)}", "property", "camunda:dueDate"),
						property("latest", "property", "camunda:formRefBinding"),
						property("true", "camunda:property", "stage")));
		return template;
	}

	private static Map<String, Object> property(Object value, String binding, String name) {
		Map<String, Object> property = new LinkedHashMap<>();
		property.put("type", "Hidden");
		property.put("value", value);
		property.put("binding", ordered("type", binding, "name", name));
		return property;
	}

	private static String bean(Task task) {
		String expression = (task instanceof ServiceTask service) ? service.getCamundaDelegateExpression()
				: ((BusinessRuleTask) task).getCamundaDelegateExpression();
		return expression.substring(2, expression.length() - 1);
	}

	private static Map<String, Object> ordered(String first, Object one, String second, Object other) {
		Map<String, Object> ordered = new LinkedHashMap<>();
		ordered.put(first, one);
		ordered.put(second, other);
		return ordered;
	}

	private static String indented(String source) {
		return source.lines()
			.map((line) -> line.isBlank() ? "" : "    " + line)
			.reduce("", (text, line) -> text + line + "\n");
	}

	private static String json(Object value) {
		try {
			return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
