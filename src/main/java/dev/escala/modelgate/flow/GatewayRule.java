package dev.escala.modelgate.flow;

import java.util.List;
import java.util.Optional;

import dev.escala.modelgate.Deployed;
import dev.escala.modelgate.Findings;
import dev.escala.modelgate.ModelRule;
import dev.escala.modelgate.Problem;
import dev.escala.modelgate.Submission;
import dev.escala.modelgate.Vocabulary;
import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.BpmnFile.Flow;
import dev.escala.modelgate.file.BpmnFile.Node;
import dev.escala.modelgate.variable.Values;
import org.w3c.dom.Element;

/**
 * A gateway that asks has an answer for everything: one way is taken when no other is.
 * Where it is known what a variable may hold, each way is taken with some value.
 */
public final class GatewayRule implements ModelRule {

	private static final String DEFAULT = "Marque uno de los caminos como «Default flow».";

	private static final String USELESS = "Corrija las condiciones, o quite el camino.";

	private final Vocabulary vocabulary;

	private final Deployed deployed;

	/** Knows which processes are Escala's, and the values of their variables. */
	public GatewayRule(Vocabulary vocabulary, Deployed deployed) {
		this.vocabulary = vocabulary;
		this.deployed = deployed;
	}

	@Override
	public List<Problem> check(Submission submission) {
		Findings findings = new Findings();
		for (BpmnFile file : submission.processes()) {
			for (Element process : file.processes()) {
				Values values = new Values(file, process, submission, this.vocabulary, this.deployed);
				file.nodesOf(process).forEach((node) -> check(file, node, values, findings));
			}
		}
		return findings.list();
	}

	private void check(BpmnFile file, Node node, Values values, Findings findings) {
		List<Flow> ways = file.outgoing(node);
		String fallback = node.xml().getAttribute("default");
		if (!fallback.isEmpty() && ways.stream().noneMatch((way) -> way.id().equals(fallback))) {
			findings.refuse(file.path(), node.xml(), "Su camino por defecto «" + fallback + "» no sale de aquí.",
					DEFAULT);
			return;
		}
		boolean asks = ways.stream().anyMatch((way) -> !way.id().equals(fallback) && !way.condition().isBlank());
		boolean exclusive = node.type().equals("exclusiveGateway");
		if (!exclusive && !node.type().equals("inclusiveGateway") || ways.size() < 2 && !asks) {
			return;
		}
		Ways known = new Ways(ways, fallback, values, this.vocabulary);
		List<Flow> open = ways.stream()
			.filter((way) -> !way.id().equals(fallback) && way.condition().isBlank())
			.toList();
		if (exclusive && fallback.isEmpty() && open.size() == 1 && !values.own()) {
			findings.warn(file.path(), open.get(0).xml(),
					"No tiene condición, y el motor lo toma por el camino por defecto.",
					"Márquelo como «Default flow», para que se vea.");
			return;
		}
		if (fallback.isEmpty() && !known.isCovered()) {
			Optional<String> hole = known.hole();
			say(values.own(), file, node.xml(), hole
				.map((with) -> with + " no se toma ninguno de sus caminos: el caso se pararía.")
				.orElse("Ninguno de sus caminos se toma cuando no se cumple ninguna condición: el caso se pararía."),
					DEFAULT, findings);
		}
		if (exclusive) {
			ways.forEach((way) -> way(file, way, way.id().equals(fallback), known, values.own(), findings));
		}
	}

	private static void way(BpmnFile file, Flow way, boolean fallback, Ways known, boolean own, Findings findings) {
		if (fallback && !way.condition().isBlank()) {
			findings.refuse(file.path(), way.xml(),
					"Es el camino por defecto y tiene una condición: el motor no lo admite.",
					"Quite su condición, o marque otro como «Default flow».");
			return;
		}
		if (!fallback && way.condition().isBlank()) {
			findings.refuse(file.path(), way.xml(), "No tiene condición y no es el camino por defecto.",
					"Escriba su condición, como ${variable}.");
			return;
		}
		Optional<String> neither = fallback ? Optional.empty() : known.notTrueNorFalse(way);
		if (neither.isPresent()) {
			say(own, file, way.xml(),
					"Su condición no dice sí o no. " + neither.get() + ", por ejemplo, no se sabría si se toma.",
					"Compárela con un valor, como ${variable == 'valor'}.", findings);
		}
		else if (known.isNeverTaken(way)) {
			say(own, file, way.xml(), fallback
					? "Este camino por defecto no se toma nunca: con cada valor se toma otro."
					: "Este camino no se toma nunca: con cada valor posible se toma antes otro, o su condición no se cumple.",
					USELESS, findings);
		}
	}

	private static void say(boolean own, BpmnFile file, Element at, String what, String how, Findings findings) {
		if (own) {
			findings.refuse(file.path(), at, what, how);
		}
		else {
			findings.warn(file.path(), at, what, how);
		}
	}

}
