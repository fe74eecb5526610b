package dev.escala.modelgate;

import java.util.List;

import dev.escala.modelgate.RefusedKinds.Kind;

/** Kinds of processes that stop, hurry or go round. */
final class FlowKinds {

	private static final String FILE = "small-case.bpmn";

	private static final String TIMER = "<bpmn:boundaryEvent id=\"event_late\" name=\"Tarde\" cancelActivity=\"false\" attachedToRef=\"userTask_greet\">"
			+ "<bpmn:outgoing>flow_late_silent</bpmn:outgoing><bpmn:timerEventDefinition id=\"timer_late\">%s</bpmn:timerEventDefinition></bpmn:boundaryEvent>"
			+ "<bpmn:sequenceFlow id=\"flow_late_silent\" sourceRef=\"event_late\" targetRef=\"event_silent\" />";

	private static final String RETRIES = "      <bpmn:extensionElements><camunda:failedJobRetryTimeCycle>%s</camunda:failedJobRetryTimeCycle></bpmn:extensionElements>\n"
			+ "      <bpmn:incoming>flow_answered_yes</bpmn:incoming>";

	private static final String BEFORE_WORK = "      <bpmn:incoming>flow_answered_yes</bpmn:incoming>";

	private static final String MORE = "<!-- more -->";

	private FlowKinds() {
	}

	private static Kind process(String name, String from, String to, String message) {
		return new Kind(name, FILE, from, to, message);
	}

	/** The work is another process, by an attribute and with an input of its own. */
	private static Kind call(String name, String attribute, String input, String message) {
		return process(name,
				"<bpmn:serviceTask id=\"serviceTask_tell\" name=\"Avisar del aviso\" camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${warnOfDeadline}\">\n"
						+ BEFORE_WORK
						+ "\n      <bpmn:outgoing>flow_tell_told</bpmn:outgoing>\n    </bpmn:serviceTask>",
				"<bpmn:callActivity id=\"serviceTask_tell\" name=\"Analizar\" calledElement=\"rootCauseAnalysis\""
						+ attribute + ">\n      <bpmn:extensionElements>" + input + "</bpmn:extensionElements>\n"
						+ BEFORE_WORK
						+ "\n      <bpmn:outgoing>flow_tell_told</bpmn:outgoing>\n    </bpmn:callActivity>",
				message);
	}

	private static Kind timer(String name, String when, String message) {
		return process(name, MORE, TIMER.formatted(when), "«Tarde» (event_late): " + message);
	}

	private static Kind retries(String name, String cycle, String message) {
		return process(name, BEFORE_WORK, RETRIES.formatted(cycle), message);
	}

	static List<Kind> all() {
		return List.of(process("an element that is never reached", MORE,
				"<bpmn:userTask id=\"userTask_lost\" name=\"Perderse aquí\" camunda:candidateGroups=\"agents\" camunda:dueDate=\"${greeted}\"><bpmn:outgoing>flow_lost_told</bpmn:outgoing></bpmn:userTask><bpmn:sequenceFlow id=\"flow_lost_told\" sourceRef=\"userTask_lost\" targetRef=\"event_told\" />",
				"«Perderse aquí» (userTask_lost): Nunca se llega aquí"),
				process("a circle that nothing leaves and nobody stops", MORE,
						"<bpmn:boundaryEvent id=\"event_late\" name=\"Tarde\" attachedToRef=\"userTask_greet\"><bpmn:outgoing>flow_one</bpmn:outgoing><bpmn:conditionalEventDefinition id=\"conditional_late\"><bpmn:condition xsi:type=\"bpmn:tFormalExpression\">${greeted}</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:boundaryEvent><bpmn:sequenceFlow id=\"flow_one\" sourceRef=\"event_late\" targetRef=\"serviceTask_round\" /><bpmn:serviceTask id=\"serviceTask_round\" name=\"Dar vueltas\" camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${warnOfDeadline}\"><bpmn:incoming>flow_one</bpmn:incoming><bpmn:incoming>flow_round</bpmn:incoming><bpmn:outgoing>flow_round</bpmn:outgoing></bpmn:serviceTask><bpmn:sequenceFlow id=\"flow_round\" sourceRef=\"serviceTask_round\" targetRef=\"serviceTask_round\" />",
						"«Dar vueltas» (serviceTask_round): Desde aquí no se llega a ningún final."),
				process("no start",
						"<bpmn:startEvent id=\"event_begun\" name=\"Empezado\">\n      <bpmn:outgoing>flow_begun_greet</bpmn:outgoing>\n    </bpmn:startEvent>\n    <bpmn:sequenceFlow id=\"flow_begun_greet\" sourceRef=\"event_begun\" targetRef=\"userTask_greet\" />",
						"", "El proceso no tiene ningún inicio."),
				process("a way without a condition",
						"<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${greeted}</bpmn:conditionExpression>",
						"", "«Sí» (flow_answered_yes): No tiene condición y no es el camino por defecto."),
				process("a task for nobody", "camunda:candidateGroups=\"agents\"", "", "Nadie recibe esta tarea."),
				process("a task for a blank person", "camunda:candidateGroups=\"agents\"", "camunda:assignee=\"\"",
						"Nadie recibe esta tarea."),
				process("a task without a date", "camunda:dueDate=\"${assignment.dueDate(execution)}\"", "",
						"La tarea no tiene vencimiento."),
				process("a task that nobody knows", "<camunda:property name=\"stage\" value=\"yes\" />", "",
						"Escala no conoce esta tarea"),
				process("a stage that asks whose it is", "camunda:candidateGroups=\"agents\"",
						"camunda:candidateGroups=\"${assignment.groups(execution)}\"",
						"Una etapa dice ella misma de qué grupo es."),
				process("a parameter that hides a field", "        <camunda:properties>",
						"        <camunda:inputOutput><camunda:inputParameter name=\"greeted\">false</camunda:inputParameter></camunda:inputOutput>\n        <camunda:properties>",
						"Su parámetro de entrada «greeted» se llama como un campo del formulario"),
				process("work outside in the transaction of a person", "camunda:asyncBefore=\"true\" ", "",
						"«warnOfDeadline» escribe a otros, y si fallara desharía lo que acaba de hacer una persona."),
				retries("retries that never wait", "PT10S;PT1M", "no esperan: las esperas se separan con comas."),
				retries("retries for ever", "R/PT1M", "Sus reintentos «R/PT1M» no acaban nunca."),
				retries("retries that are none", "1 hora", "Sus reintentos «1 hora» no son esperas."),
				timer("a timer with a written duration",
						"<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">PT1H</bpmn:timeDuration>",
						"El temporizador lleva escrito «PT1H»"),
				timer("a timer with a written date",
						"<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">2030-01-01T00:00:00Z</bpmn:timeDate>",
						"El temporizador lleva escrito «2030-01-01T00:00:00Z»"),
				timer("a timer without a date", "", "El temporizador no dice cuándo."),
				timer("a repetition that fires once more",
						"<bpmn:timeCycle xsi:type=\"bpmn:tFormalExpression\">R3/2030-01-01T00:00:00Z/PT1H</bpmn:timeCycle>",
						"La repetición «R3/2030-01-01T00:00:00Z/PT1H» tiene un comienzo, y por eso se dispara una vez más"),
				timer("a repetition for ever",
						"<bpmn:timeCycle xsi:type=\"bpmn:tFormalExpression\">R/PT1H</bpmn:timeCycle>",
						"La repetición «R/PT1H» no acaba nunca."),
				process("a result that the called process does not have",
						"<bpmn:serviceTask id=\"serviceTask_tell\" name=\"Avisar del aviso\" camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${warnOfDeadline}\">\n"
								+ BEFORE_WORK
								+ "\n      <bpmn:outgoing>flow_tell_told</bpmn:outgoing>\n    </bpmn:serviceTask>",
						"<bpmn:callActivity id=\"serviceTask_tell\" name=\"Analizar\" calledElement=\"rootCauseAnalysis\">\n      <bpmn:extensionElements><camunda:out source=\"rcaDon\" target=\"greeted\" /></bpmn:extensionElements>\n"
								+ BEFORE_WORK
								+ "\n      <bpmn:outgoing>flow_tell_told</bpmn:outgoing>\n    </bpmn:callActivity>",
						"Recoge la variable «rcaDon», que el proceso llamado no escribe: vaciaría la que hubiera aquí. ¿Quería decir «rcaDone»?"),
				process("to undo what was done several times",
						"<bpmn:outgoing>flow_tell_told</bpmn:outgoing>\n    </bpmn:serviceTask>",
						"<bpmn:outgoing>flow_tell_told</bpmn:outgoing>\n      <bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality xsi:type=\"bpmn:tFormalExpression\">3</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>\n    </bpmn:serviceTask>\n    <bpmn:boundaryEvent id=\"event_undone\" name=\"Deshecho\" attachedToRef=\"serviceTask_tell\"><bpmn:compensateEventDefinition id=\"compensate_undone\" /></bpmn:boundaryEvent>\n    <bpmn:serviceTask id=\"serviceTask_undo\" name=\"Deshacer el aviso\" isForCompensation=\"true\" camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${warnOfDeadline}\" />\n    <bpmn:association id=\"association_undo\" associationDirection=\"One\" sourceRef=\"event_undone\" targetRef=\"serviceTask_undo\" />",
						"«Deshecho» (event_undone): Deshace una actividad que se hace varias veces"),
				process("work of which nobody says what it is", " camunda:delegateExpression=\"${warnOfDeadline}\"", "",
						"«Avisar del aviso» (serviceTask_tell): No dice qué se hace aquí"),
				process("a default flow that is not there", "default=\"flow_answered_no\"",
						"default=\"flow_answered_never\"",
						"Su camino por defecto «flow_answered_never» no sale de aquí."),
				process("a task for an owner whom a case need not have", "camunda:candidateGroups=\"agents\"",
						"camunda:assignee=\"${assignment.owner(execution)}\"", "Es solo del responsable del caso"),
				process("a clock that nobody knows", "${assignment.dueDate(execution)}",
						"${deadlines.due(execution, 'UPDATES')}",
						"«deadlines.due» no conoce «UPDATES». ¿Quería decir «UPDATE»?"),
				process("a form of this deployment that does not come with it",
						"camunda:formRef=\"greet\" camunda:formRefBinding=\"latest\"",
						"camunda:formRef=\"take-over\" camunda:formRefBinding=\"deployment\"",
						"El formulario «take-over» sería el de este mismo despliegue, y no viene en él."),
				call("a process of Escala that is not given what it needs", "", "",
						"No da la variable «severity» al proceso «rootCauseAnalysis», que la necesita."),
				call("a process of Escala that does not learn of which case it is", "", "",
						"No da el número del caso al proceso llamado"),
				call("a process of Escala that is given what it does not know", "",
						"<camunda:in source=\"greeted\" target=\"greetings\" />",
						"Da la variable «greetings» al proceso «rootCauseAnalysis», que no la conoce."),
				call("one number for all cases", "", "<camunda:in businessKey=\"ESC-2026-000001\" />",
						"Da «ESC-2026-000001» como número del caso, siempre el mismo."),
				call("a variable with the values of another", "", "<camunda:in source=\"tier\" target=\"severity\" />",
						"Pone en «severity» lo que hay en «tier»"),
				call("a process of this deployment that does not come with it",
						" camunda:calledElementBinding=\"deployment\"", "",
						"Llama al proceso «rootCauseAnalysis» de este mismo despliegue, y no viene en él."),
				call("a case of another notation", " camunda:caseRef=\"marker\"", "",
						"Llama al caso «marker», y los modelos CMMN no se permiten."),
				process("no time to live", " camunda:historyTimeToLive=\"P365D\"", "",
						"«Caso pequeño» (smallCase): No dice cuántos días se conserva su historia."),
				process("no version", " camunda:versionTag=\"1.0.0\"", "", "No lleva etiqueta de versión."),
				new Kind("a table without a version", "small-table.dmn", " camunda:versionTag=\"1.0.0\"", "",
						"«Tabla pequeña» (smallTable): No lleva etiqueta de versión."),
				new Kind("a table without a time to live", "small-table.dmn", " camunda:historyTimeToLive=\"365\"", "",
						"No dice cuántos días se conserva su historia."));
	}

}
