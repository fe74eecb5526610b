package dev.escala.modelgate.drawing;

import java.util.List;

import dev.escala.modelgate.Findings;
import dev.escala.modelgate.ProcessRule;
import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.BpmnFile.Flow;
import dev.escala.modelgate.file.BpmnFile.Node;
import dev.escala.modelgate.file.BpmnFile.Shape;

/**
 * Everything is drawn, has a name, and covers nothing else. Each plane is a sheet of its
 * own: what lies on different sheets cannot be in each other's way.
 */
public final class DrawnRule implements ProcessRule {

	@Override
	public void check(BpmnFile file, Findings findings) {
		if (file.shapes().isEmpty() && !file.nodes().isEmpty()) {
			findings.warn(file.path(), file.processes().get(0),
					"No está dibujado: nadie lo verá en Cockpit ni en Tasklist.",
					"Ábralo en Modeler, dibújelo y guárdelo.");
			return;
		}
		for (Node node : file.nodes()) {
			if (!file.shapes().containsKey(node.id())) {
				findings.warn(file.path(), node.xml(), "No está dibujado.", "Dibújelo en Modeler.");
			}
			if (node.name().isBlank() && !joins(file, node)) {
				findings.warn(file.path(), node.xml(), "No tiene nombre.", "Dele uno: es lo que lee la gente.");
			}
		}
		for (Flow flow : file.flows()) {
			if (!file.edges().containsKey(flow.id())) {
				findings.warn(file.path(), flow.xml(), "La flecha no está dibujada.", "Dibújela en Modeler.");
			}
		}
		overlaps(file, findings);
	}

	/** What only joins or begins several ways at once says nothing. */
	private static boolean joins(BpmnFile file, Node node) {
		return node.gateway() && (file.outgoing(node).size() < 2
				|| !List.of("exclusiveGateway", "inclusiveGateway").contains(node.type()));
	}

	private static void overlaps(BpmnFile file, Findings findings) {
		List<Shape> shapes = file.nodeShapes();
		for (int i = 0; i < shapes.size(); i++) {
			Shape shape = shapes.get(i);
			Node node = file.node(shape.element());
			for (Shape other : shapes.subList(i + 1, shapes.size())) {
				if (shape.sheet().equals(other.sheet()) && shape.box().overlaps(other.box())
						&& !belong(file, node, file.node(other.element()))) {
					findings.warn(file.path(), node.xml(),
							"Tapa en parte a «" + file.node(other.element()).name() + "» (" + other.element() + ").",
							"Sepárelos.");
				}
			}
		}
	}

	private static boolean belong(BpmnFile file, Node one, Node other) {
		return file.ancestors(one).contains(other.id()) || file.ancestors(other).contains(one.id())
				|| one.host().equals(other.id()) || other.host().equals(one.id());
	}

}
