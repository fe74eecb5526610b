package dev.escala.modelgate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Kinds of models that do not come in: three small files that pass, and one edit to one
 * of them. What an edit would run, if it ran, is a visible marker and nothing else.
 */
public final class RefusedKinds {

	private static final String PROCESS = "small-case.bpmn";

	private static final String FORM = "greet.form";

	private static final String TABLE = "small-table.dmn";

	private static final String DELEGATE = "camunda:delegateExpression=\"${warnOfDeadline}\"";

	private static final String CONDITION = "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${greeted}<";

	private static final String PROPERTIES = "        <camunda:properties>";

	private static final String FIELD = "\"type\": \"checkbox\"";

	private RefusedKinds() {
	}

	/**
	 * One kind.
	 *
	 * @param name what is wrong, for whoever reads the test
	 * @param file which of the files is edited
	 * @param message part of the line in which its author reads it
	 */
	public record Kind(String name, String file, String from, String to, String message) {

		@Override
		public String toString() {
			return this.name;
		}

		/** The files with the edit. */
		public List<ModelFile> files() {
			List<ModelFile> files = new ArrayList<>();
			for (ModelFile sound : sound()) {
				String text = new String(sound.content(), StandardCharsets.UTF_8);
				if (sound.name().equals(this.file)) {
					if (!text.contains(this.from)) {
						throw new IllegalArgumentException(this.file + " has no " + this.from);
					}
					text = text.replace(this.from, this.to);
				}
				files.add(new ModelFile(sound.name(), text.getBytes(StandardCharsets.UTF_8)));
			}
			return files;
		}

	}

	/** The files without an edit, which pass. */
	public static List<ModelFile> sound() {
		return List.of(file(PROCESS), file(FORM), file(TABLE));
	}

	private static ModelFile file(String name) {
		try (InputStream content = RefusedKinds.class.getResourceAsStream("/modelgate/" + name)) {
			return new ModelFile(name, content.readAllBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** All kinds. */
	public static List<Kind> all() {
		List<Kind> kinds = new ArrayList<>();
		kinds.addAll(code());
		kinds.addAll(expressions());
		kinds.addAll(references());
		kinds.addAll(forms());
		kinds.addAll(FlowKinds.all());
		return kinds;
	}

	private static Kind process(String name, String from, String to, String message) {
		return new Kind(name, PROCESS, from, to, message);
	}

	private static Kind delegate(String name, String to, String message) {
		return process(name, DELEGATE, to, message);
	}

	private static Kind condition(String name, String expression, String message) {
		return process(name, "${greeted}", expression, message);
	}

	/** Something more inside of the user task. */
	private static Kind extension(String name, String xml, String message) {
		return process(name, PROPERTIES, xml + "\n" + PROPERTIES, message);
	}

	private static Kind form(String name, String from, String to, String message) {
		return new Kind(name, FORM, from, to, message);
	}

	private static List<Kind> code() {
		return List.of(process("a script task",
				"<bpmn:serviceTask id=\"serviceTask_tell\" name=\"Avisar del aviso\" camunda:asyncBefore=\"true\" "
						+ DELEGATE
						+ ">\n      <bpmn:incoming>flow_answered_yes</bpmn:incoming>\n      <bpmn:outgoing>flow_tell_told</bpmn:outgoing>\n    </bpmn:serviceTask>",
				"<bpmn:scriptTask id=\"serviceTask_tell\" name=\"Avisar del aviso\" scriptFormat=\"javascript\">\n      <bpmn:incoming>flow_answered_yes</bpmn:incoming>\n      <bpmn:outgoing>flow_tell_told</bpmn:outgoing>\n      <bpmn:script>'marker'</bpmn:script>\n    </bpmn:scriptTask>",
				"(serviceTask_tell): Es una tarea de script, y los scripts no se permiten."),
				extension("a script in a listener",
						"<camunda:executionListener event=\"start\"><camunda:script scriptFormat=\"javascript\">'marker'</camunda:script></camunda:executionListener>",
						"«Saludar al cliente» (userTask_greet): Contiene un script"),
				extension("a script of a file in a listener",
						"<camunda:executionListener event=\"end\"><camunda:script scriptFormat=\"javascript\" resource=\"marker.js\" /></camunda:executionListener>",
						"Contiene un script"),
				extension("a script in a listener of a task",
						"<camunda:taskListener event=\"create\"><camunda:script scriptFormat=\"javascript\">'marker'</camunda:script></camunda:taskListener>",
						"Contiene un script"),
				extension("a script in a parameter",
						"<camunda:inputOutput><camunda:inputParameter name=\"marker\"><camunda:script scriptFormat=\"javascript\">'marker'</camunda:script></camunda:inputParameter></camunda:inputOutput>",
						"Contiene un script"),
				process("a condition that is a script", CONDITION,
						"<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\" language=\"javascript\">greeted<",
						"«Sí» (flow_answered_yes): Su condición es un script"),
				process("a condition in a file", CONDITION,
						"<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\" camunda:resource=\"marker.js\"><",
						"Su condición es un script"),
				delegate("a class", "camunda:class=\"org.example.Marker\"",
						"Nombra la clase de Java «org.example.Marker», y las clases no se permiten."),
				extension("a class that listens",
						"<camunda:executionListener class=\"org.example.Marker\" event=\"start\" />",
						"Nombra la clase de Java «org.example.Marker»"),
				extension("a class that listens to the task",
						"<camunda:taskListener class=\"org.example.Marker\" event=\"complete\" />",
						"Nombra la clase de Java «org.example.Marker»"),
				extension("a class that checks a field",
						"<camunda:formData><camunda:formField id=\"marker\" type=\"string\"><camunda:validation><camunda:constraint name=\"validator\" config=\"org.example.Marker\" /></camunda:validation></camunda:formField></camunda:formData>",
						"Un campo se valida con «org.example.Marker»"),
				process("a class that handles the form", "camunda:formRefBinding=\"latest\"",
						"camunda:formRefBinding=\"latest\" camunda:formHandlerClass=\"org.example.Marker\"",
						"Nombra la clase de Java"),
				process("a field put into a bean", "      <bpmn:incoming>flow_answered_yes</bpmn:incoming>",
						"      <bpmn:extensionElements><camunda:field name=\"marker\" stringValue=\"marker\" /></bpmn:extensionElements>\n      <bpmn:incoming>flow_answered_yes</bpmn:incoming>",
						"Inyecta el campo «marker» en un bean"),
				process("a connector", "      <bpmn:incoming>flow_answered_yes</bpmn:incoming>",
						"      <bpmn:extensionElements><camunda:connector><camunda:connectorId>marker</camunda:connectorId></camunda:connector></bpmn:extensionElements>\n      <bpmn:incoming>flow_answered_yes</bpmn:incoming>",
						"Usa un conector, y los conectores no se permiten."),
				delegate("a task for a worker outside", "camunda:type=\"external\" camunda:topic=\"marker\"",
						"Espera a un programa externo con el tema «marker», y nadie atiende ese tema."),
				delegate("a task of a type of old", "camunda:type=\"mail\"", "Es una tarea de tipo «mail»"),
				delegate("a class under the older name of the engine",
						"xmlns:activiti=\"http://activiti.org/bpmn\" activiti:class=\"org.example.Marker\"",
						"Nombra la clase de Java"),
				process("a page instead of a form", "camunda:formRef=\"greet\" camunda:formRefBinding=\"latest\"",
						"camunda:formKey=\"embedded:deployment:marker.html\"",
						"Muestra la página «embedded:deployment:marker.html»"),
				process("a document type", "<bpmn:definitions ",
						"<!DOCTYPE definitions [<!ENTITY marker \"marker\">]>\n<bpmn:definitions ",
						"small-case.bpmn: El archivo no se puede leer: empieza con una declaración DOCTYPE"),
				process("no XML", "</bpmn:definitions>", "</bpmn:definition>",
						"El archivo no se puede leer: no es XML válido: línea"),
				process("no BPMN", "<!-- more -->", "<bpmn:marker id=\"marker\" />", "El archivo no es BPMN 2.0"),
				new Kind("a table in another language", TABLE, "<inputEntry id=\"inputEntry_yes\">",
						"<inputEntry id=\"inputEntry_yes\" expressionLanguage=\"javascript\">",
						"Está escrito en «javascript», y solo se permite FEEL."),
				new Kind("a table in the language of processes", TABLE,
						"<inputExpression id=\"inputExpression_greeted\" ",
						"<inputExpression id=\"inputExpression_greeted\" expressionLanguage=\"juel\" ",
						"Está escrito en «juel», y solo se permite FEEL."),
				new Kind("a table whose file is in another language", TABLE, "id=\"definitions_smallTable\"",
						"id=\"definitions_smallTable\" expressionLanguage=\"groovy\"", "Está escrito en «groovy»"));
	}

	private static List<Kind> expressions() {
		return List.of(
				delegate("a bean that is not on the list", "camunda:delegateExpression=\"${marker}\"",
						"El bean «marker» no se permite aquí."),
				delegate("a bean with a letter too many", "camunda:delegateExpression=\"${warnOfDeadlines}\"",
						"El bean «warnOfDeadlines» no se permite aquí. ¿Quería decir «warnOfDeadline»?"),
				delegate("a bean that was made for something else", "camunda:delegateExpression=\"${reportListener}\"",
						"El bean «reportListener» no se permite aquí."),
				delegate("a bean that is computed",
						"camunda:delegateExpression=\"${greeted ? warnOfDeadline : raiseLevel}\"",
						"tiene que nombrar un solo bean"),
				extension("a listener that is not on the list",
						"<camunda:executionListener delegateExpression=\"${marker}\" event=\"start\" />",
						"El bean «marker» no se permite en un oyente."),
				extension("a listener of a task",
						"<camunda:taskListener delegateExpression=\"${reportListener}\" event=\"create\" />",
						"El bean «reportListener» no se permite en un oyente. Quite el oyente."),
				delegate("a method of a bean that is not on the list", "camunda:expression=\"${marker.show()}\"",
						"el bean «marker» no se permite."),
				delegate("a method that is not on the list", "camunda:expression=\"${assignment.marker(execution)}\"",
						"el método «marker» de «assignment» no se permite. Se permiten: dueDate, followUpDate, groups, owner."),
				delegate("a method with too many values",
						"camunda:expression=\"${assignment.groups(execution, greeted)}\"",
						"«assignment.groups» lleva 1 valor entre paréntesis, y hay 2."),
				delegate("a method without the execution", "camunda:expression=\"${assignment.groups(greeted)}\"",
						"lo primero entre paréntesis tiene que ser «execution»."),
				condition("a method of what the engine offers", "${execution.setVariable('marker', 'marker')}",
						"el método «setVariable» de «execution» no se permite."),
				condition("a method of a variable", "${greeted.toString()}", "el bean «greeted» no se permite."),
				condition("a property of an object", "${greeted.class}", "lee «class» de un objeto."),
				condition("a part of an object", "${greeted['marker']}", "busca con corchetes dentro de un valor."),
				condition("a method of a literal", "${''.concat('marker')}", "llama a un método de algo calculado."),
				condition("a method of a result", "${assignment.groups(execution).isEmpty()}",
						"llama a un método de algo calculado."),
				condition("a function", "${now()}", "usa la función now()."),
				condition("the execution itself", "${execution}", "«execution» solo se entrega a un método."),
				condition("a bean as a value", "${assignment}",
						"nombra el bean «assignment» sin llamar a ningún método."),
				condition("an expression that cannot be read", "${greeted ==}", "no se puede leer: en el carácter"),
				condition("an expression inside of another", "${assignment.dueDate(execution, now())}",
						"lleva 1 valor"),
				process("an expression in a name", "name=\"Saludar al cliente\"", "name=\"Saludar ${marker.show()}\"",
						"el bean «marker» no se permite."),
				process("an expression in what people read", "Después se avisa.", "#{marker.show()}",
						"el bean «marker» no se permite."),
				process("an expression in a date", "${assignment.dueDate(execution)}", "${marker.show()}",
						"el bean «marker» no se permite."),
				process("an expression in a group", "camunda:candidateGroups=\"agents\"",
						"camunda:candidateGroups=\"${marker.show()}\"", "el bean «marker» no se permite."),
				extension("an expression in a listener",
						"<camunda:executionListener expression=\"${marker.show()}\" event=\"end\" />",
						"el bean «marker» no se permite."),
				extension("an expression in a parameter",
						"<camunda:inputOutput><camunda:inputParameter name=\"marker\">${marker.show()}</camunda:inputParameter></camunda:inputOutput>",
						"el bean «marker» no se permite."),
				extension("an expression in a list",
						"<camunda:inputOutput><camunda:inputParameter name=\"marker\"><camunda:list><camunda:value>${marker.show()}</camunda:value></camunda:list></camunda:inputParameter></camunda:inputOutput>",
						"el bean «marker» no se permite."),
				process("an expression in a message", "<!-- beside -->",
						"<bpmn:message id=\"message_marker\" name=\"${marker.show()}\" />",
						"el bean «marker» no se permite."));
	}

	private static List<Kind> references() {
		String call = "    <bpmn:callActivity id=\"serviceTask_tell\" name=\"Llamar\" calledElement=\"%s\">\n      <bpmn:incoming>flow_answered_yes</bpmn:incoming>\n      <bpmn:outgoing>flow_tell_told</bpmn:outgoing>\n    </bpmn:callActivity>";
		String tell = "    <bpmn:serviceTask id=\"serviceTask_tell\" name=\"Avisar del aviso\" camunda:asyncBefore=\"true\" "
				+ DELEGATE
				+ ">\n      <bpmn:incoming>flow_answered_yes</bpmn:incoming>\n      <bpmn:outgoing>flow_tell_told</bpmn:outgoing>\n    </bpmn:serviceTask>";
		return List.of(process("a process that is not there", tell, call.formatted("customerMesage"),
				"Llama al proceso «customerMesage», que no viene en este despliegue ni está desplegado. ¿Quería decir «customerMessage»?"),
				process("no process", tell, call.formatted(""), "No dice a qué proceso llama."),
				process("a decision that is not there", tell,
						tell.replace("serviceTask id", "businessRuleTask id")
							.replace("/bpmn:serviceTask", "/bpmn:businessRuleTask")
							.replace(DELEGATE, "camunda:decisionRef=\"smallTabel\" camunda:resultVariable=\"words\""),
						"Toma la decisión «smallTabel», que no viene en este despliegue"),
				process("a decision that is not there, by the property",
						"<camunda:property name=\"stage\" value=\"yes\" />",
						"<camunda:property name=\"stage\" value=\"yes\" />\n          <camunda:property name=\"decision\" value=\"smallTabel\" />",
						"Toma la decisión «smallTabel», que no viene en este despliegue ni está desplegado. ¿Quería decir «smallTable»?"),
				process("a form that is not there", "camunda:formRef=\"greet\"", "camunda:formRef=\"greett\"",
						"Muestra el formulario «greett», que no viene en este despliegue ni está desplegado. ¿Quería decir «greet»?"),
				process("a group that is not there", "camunda:candidateGroups=\"agents\"",
						"camunda:candidateGroups=\"agents,legall\"",
						"La ofrece al grupo «legall», y no hay ningún grupo con ese identificador. ¿Quería decir «legal»?"),
				process("a template that is not there, of a step", "name=\"stage\" value=\"yes\" />",
						"name=\"stage\" value=\"yes\" /><camunda:property name=\"template\" value=\"marker.html\" />",
						"«Saludar al cliente» (userTask_greet): Nombra la plantilla de correo «marker.html», que no existe."),
				process("a template with a letter too many, in an expression", "${greeted}",
						"${greeted == 'customer-promises'}",
						"Nombra la plantilla de correo «customer-promises», que no existe. ¿Quería decir «customer-promise»?"),
				new Kind("a template with a letter too many, in a table", "small-table.dmn", "Gracias",
						"customer-plans",
						"Nombra la plantilla de correo «customer-plans», que no existe. ¿Quería decir «customer-plan»?"),
				process("an event without its message", "<!-- more -->",
						"<bpmn:boundaryEvent id=\"event_left\" name=\"Se fue\" attachedToRef=\"userTask_greet\"><bpmn:outgoing>flow_left_silent</bpmn:outgoing><bpmn:messageEventDefinition id=\"messageEvent_left\" messageRef=\"message_marker\" /></bpmn:boundaryEvent><bpmn:sequenceFlow id=\"flow_left_silent\" sourceRef=\"event_left\" targetRef=\"event_silent\" />",
						"«Se fue» (event_left): Nombra «message_marker», que este archivo no define."),
				process("a key of Escala with another contract", "smallCase", "rootCauseAnalysis",
						"Es un proceso de Escala y no deja la variable «rcaDone», con lo que otros cuentan."),
				process("a key of Escala without its messages", "smallCase", "promise",
						"Es un proceso de Escala y no escucha el mensaje «promise.answered»"),
				process("a key of Escala without its start", "smallCase", "customerEscalation",
						"no empieza con el formulario «start-escalation»"),
				process("a key of Escala that no longer calls", "smallCase", "commitment",
						"no llama al proceso «commitmentGate»"),
				new Kind("a table of Escala without a column", TABLE, "smallTable", "transferLimit",
						"Le falta la columna de salida «transfers», que Escala lee."),
				new Kind("a table of Escala that reads what it is not given", TABLE, "id=\"smallTable\"",
						"id=\"transferLimit\"",
						"Lee «greeted», y Escala no se lo da a esta tabla. Puede leer: severity."),
				form("a form of Escala without a field", "\"id\": \"greet\"", "\"id\": \"take-over-transfer\"",
						"le falta el campo con la clave «takeOverNote», que Escala lee."));
	}

	private static List<Kind> forms() {
		List<Kind> kinds = new ArrayList<>();
		for (String type : List.of("dynamiclist", "datetime", "iframe", "filepicker", "button", "expression",
				"marker")) {
			kinds.add(form("a component " + type, FIELD, "\"type\": \"" + type + "\"",
					"«¿Contestó?» (greeted): El componente «" + type + "» no se permite:"));
		}
		kinds.add(form("a read-only field", FIELD, FIELD + ", \"readonly\": true", "Un campo de solo lectura"));
		kinds.add(form("a choice without choices", FIELD, "\"type\": \"select\"", "No ofrece nada que elegir."));
		kinds.add(form("choices that nobody gives", FIELD, "\"type\": \"select\", \"valuesKey\": \"marker\"",
				"Sus opciones vendrían de «marker»"));
		kinds.add(form("a required field that may be hidden", FIELD,
				FIELD + ", \"conditional\": { \"hide\": \"=true\" }, \"validate\": { \"required\": true }",
				"Es obligatorio y puede estar oculto"));
		kinds.add(form("a key twice", "\"key\": \"greetedWords\"", "\"key\": \"greeted\"",
				"Dos campos tienen la clave «greeted»"));
		kinds.add(form("no JSON", "\"type\": \"default\",", "\"type\": \"default\"",
				"El archivo no se puede leer: no es JSON válido: línea"));
		kinds.add(form("no form", "\"components\"", "\"marker\"", "No es un formulario de Camunda"));
		return kinds;
	}

}
