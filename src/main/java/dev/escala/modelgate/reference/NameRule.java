package dev.escala.modelgate.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.escala.engine.expression.Expression;
import dev.escala.engine.expression.UnreadableExpressionException;
import dev.escala.modelgate.Deployed;
import dev.escala.modelgate.Findings;
import dev.escala.modelgate.ModelRule;
import dev.escala.modelgate.Problem;
import dev.escala.modelgate.Submission;
import dev.escala.modelgate.Vocabulary;
import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.BpmnFile.Node;
import dev.escala.modelgate.file.Xml;
import dev.escala.reference.UserId;
import dev.escala.text.NearNames;
import org.w3c.dom.Element;

/**
 * Processes, decisions, forms, groups and people that a model names by their keys. What
 * is computed when the process runs cannot be known before.
 */
public final class NameRule implements ModelRule {

	private static final List<String> GROUPS = List.of("candidateGroups", "candidateStarterGroups");

	private static final List<String> PEOPLE = List.of("assignee", "candidateUsers", "candidateStarterUsers");

	private final Vocabulary vocabulary;

	private final Deployed deployed;

	/** Knows what is on the list and what is deployed. */
	public NameRule(Vocabulary vocabulary, Deployed deployed) {
		this.vocabulary = vocabulary;
		this.deployed = deployed;
	}

	@Override
	public List<Problem> check(Submission submission) {
		Findings findings = new Findings();
		Known known = Known.of(submission, this.vocabulary, this.deployed);
		for (BpmnFile file : submission.processes()) {
			for (Node node : file.nodes()) {
				check(file, node, known, findings);
			}
			file.processes().forEach((process) -> people(file, process, known, findings));
		}
		return findings.list();
	}

	private void check(BpmnFile file, Node node, Known known, Findings findings) {
		Element xml = node.xml();
		if (node.type().equals("callActivity")) {
			if (!Xml.camunda(xml, "caseRef").isEmpty()) {
				findings.refuse(file.path(), xml,
						"Llama al caso «" + Xml.camunda(xml, "caseRef") + "», y los modelos CMMN no se permiten.",
						"Llame a un proceso.");
			}
			else if (xml.getAttribute("calledElement").isBlank()) {
				findings.refuse(file.path(), xml, "No dice a qué proceso llama.", "Nombre la clave del proceso.");
			}
			name(file, xml, "Llama al proceso", xml.getAttribute("calledElement"), known.processes(), findings);
		}
		name(file, xml, "Toma la decisión", Xml.camunda(xml, "decisionRef"), known.decisions(), findings);
		node.property("decision")
			.ifPresent((decision) -> name(file, xml, "Toma la decisión", decision, known.decisions(), findings));
		name(file, xml, "Muestra el formulario", Xml.camunda(xml, "formRef"), known.forms(), findings);
		bound(file, xml, "formRef", "El formulario", known.brought(), findings);
		bound(file, xml, "decisionRef", "La decisión", known.brought(), findings);
		people(file, xml, known, findings);
	}

	/** What is bound to this deployment comes with it. */
	private static void bound(BpmnFile file, Element xml, String attribute, String what, Set<String> brought,
			Findings findings) {
		if (Xml.camunda(xml, attribute + "Binding").equals("deployment")) {
			fixed(Xml.camunda(xml, attribute)).filter((name) -> !brought.contains(name))
				.ifPresent((name) -> findings.refuse(file.path(), xml,
						what + " «" + name + "» sería el de este mismo despliegue, y no viene en él.",
						"Elija «latest» en «Binding», o envíe los archivos juntos."));
		}
	}

	private void people(BpmnFile file, Element xml, Known known, Findings findings) {
		for (String attribute : GROUPS) {
			names(Xml.camunda(xml, attribute)).stream()
				.filter((group) -> !known.groups().contains(group))
				.forEach((group) -> findings.refuse(file.path(), xml,
						"La ofrece al grupo «" + group + "», y no hay ningún grupo con ese identificador.",
						NearNames.near(group, known.groups())
							.map((near) -> "¿Quería decir «" + near + "»?")
							.orElse("Use uno de: " + String.join(", ", known.groups()) + ".")));
		}
		for (String attribute : PEOPLE) {
			for (String person : names(Xml.camunda(xml, attribute))) {
				if (!this.deployed.hasPerson(new UserId(person))) {
					findings.refuse(file.path(), xml, "La da a «" + person + "», y nadie tiene ese usuario.",
							"Escriba un usuario que exista o, mejor, un grupo.");
				}
			}
		}
	}

	private static void name(BpmnFile file, Element xml, String what, String text, Set<String> known,
			Findings findings) {
		fixed(text).filter((name) -> !known.contains(name)).ifPresent((name) -> {
			boolean blank = !name.equals(name.strip()) && known.contains(name.strip());
			findings.refuse(file.path(), xml,
					what + " «" + name + "», que no viene en este despliegue ni está desplegado.",
					blank ? "Quite los espacios."
							: NearNames.near(name, known)
								.map((near) -> "¿Quería decir «" + near + "»?")
								.orElse("Corrija el nombre, o envíelo en el mismo despliegue."));
		});
	}

	/** A list that is written out; what is computed has no names yet. */
	private static List<String> names(String text) {
		return fixed(text)
			.map((list) -> Arrays.stream(list.split(",")).map(String::strip).filter((one) -> !one.isEmpty()).toList())
			.orElse(List.of());
	}

	private static Optional<String> fixed(String text) {
		try {
			return Expression.parse(text).fixed().filter((name) -> !name.isEmpty());
		}
		catch (UnreadableExpressionException ex) {
			return Optional.empty();
		}
	}

}
