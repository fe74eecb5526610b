package dev.escala.modelgate.flow;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.escala.modelgate.Findings;
import dev.escala.modelgate.ModelRule;
import dev.escala.modelgate.Problem;
import dev.escala.modelgate.Submission;
import dev.escala.modelgate.Vocabulary;
import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.BpmnFile.Flow;
import dev.escala.modelgate.file.BpmnFile.Node;

/**
 * Stages of prospects and opportunities: each step with the property
 * {@code pipelineStage} has a code of its own to which an arrow leads, means one of the
 * things that Escala knows, and, where people work in it, is one of Escala's tasks.
 */
public final class StageRule implements ModelRule {

	/** The property that makes a step a stage: its code. */
	public static final String CODE = "pipelineStage";

	private static final String KIND = "stageKind";

	private static final List<String> KINDS = List.of("ACTIVE", "WAITING", "CONVERTED", "WON", "LOST", "SPAM");

	private final Vocabulary vocabulary;

	/** Knows the tasks that owners draw several times. */
	public StageRule(Vocabulary vocabulary) {
		this.vocabulary = vocabulary;
	}

	@Override
	public List<Problem> check(Submission submission) {
		Findings findings = new Findings();
		for (BpmnFile file : submission.processes()) {
			Set<String> codes = new HashSet<>();
			for (Node node : file.nodes()) {
				node.property(CODE).ifPresent((code) -> check(file, node, code, codes, findings));
			}
		}
		return findings.list();
	}

	private void check(BpmnFile file, Node node, String code, Set<String> codes, Findings findings) {
		if (!codes.add(code)) {
			findings.refuse(file.path(), node.xml(), "Dos pasos son la etapa «" + code + "».",
					"Dé a uno de los dos otro código en la propiedad pipelineStage.");
		}
		if (file.incoming(node).stream().noneMatch((way) -> leadsTo(file, way, code))) {
			findings.refuse(file.path(), node.xml(), "Ninguna flecha lleva a la etapa «" + code + "».",
					"Escriba en la flecha que llega a ella: ${nextStage == '" + code + "'}.");
		}
		String kind = node.property(KIND).orElse("");
		if (!KINDS.contains(kind)) {
			findings.refuse(file.path(), node.xml(), "La clase de etapa «" + kind + "» no existe.",
					"Escriba en la propiedad stageKind una de: " + String.join(", ", KINDS) + ".");
		}
		boolean several = this.vocabulary.task(node.id()).filter(Vocabulary.Task::several).isPresent();
		if (node.type().equals("userTask") && !several) {
			findings.refuse(file.path(), node.xml(), "Es una etapa, y Escala no sabe qué hace su tarea.",
					"Dele un identificador que empiece como los de las otras etapas: userTask_workProspect o "
							+ "userTask_workOpportunity, y después un nombre con mayúscula.");
		}
	}

	private static boolean leadsTo(BpmnFile file, Flow way, String code) {
		boolean fallback = file.find(way.source())
			.filter((from) -> from.xml().getAttribute("default").equals(way.id()))
			.isPresent();
		return fallback || way.condition().contains("'" + code + "'");
	}

}
