package dev.escala.modelgate.flow;

import java.util.List;

import dev.escala.modelgate.Findings;
import dev.escala.modelgate.ProcessRule;
import dev.escala.modelgate.Vocabulary;
import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.BpmnFile.Flow;
import dev.escala.modelgate.file.BpmnFile.Node;

/**
 * A gateway that asks has an answer for everything: one way is taken when no other is.
 */
public final class GatewayRule implements ProcessRule {

	private final Vocabulary vocabulary;

	/** Knows which processes are Escala's. */
	public GatewayRule(Vocabulary vocabulary) {
		this.vocabulary = vocabulary;
	}

	@Override
	public void check(BpmnFile file, Findings findings) {
		boolean own = file.processes()
			.stream()
			.anyMatch((process) -> this.vocabulary.processes().containsKey(process.getAttribute("id")));
		for (Node node : file.nodes("exclusiveGateway", "inclusiveGateway")) {
			List<Flow> ways = file.outgoing(node);
			String fallback = node.xml().getAttribute("default");
			if (ways.size() < 2) {
				continue;
			}
			if (ways.stream().noneMatch((way) -> way.id().equals(fallback))) {
				String what = "Ninguno de sus caminos se toma cuando no se cumple ninguna condición: el caso se pararía.";
				String how = "Marque uno de los caminos como «Default flow».";
				if (own) {
					findings.refuse(file.path(), node.xml(), what, how);
				}
				else {
					findings.warn(file.path(), node.xml(), what, how);
				}
			}
			for (Flow way : ways) {
				if (node.type().equals("exclusiveGateway") && !way.id().equals(fallback) && way.condition().isBlank()) {
					findings.refuse(file.path(), way.xml(), "No tiene condición y no es el camino por defecto.",
							"Escriba su condición, como ${variable}.");
				}
			}
		}
	}

}
