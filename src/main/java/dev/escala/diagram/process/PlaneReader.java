package dev.escala.diagram.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.escala.diagram.Plane;
import dev.escala.diagram.Plane.Box;
import dev.escala.diagram.Plane.Flow;
import dev.escala.diagram.Plane.Look;
import dev.escala.diagram.Plane.Point;
import dev.escala.diagram.Plane.Shape;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnDiagram;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.DiagramElement;

/** Reads the sheets of a model as Modeler stores them. */
public final class PlaneReader {

	/** What contains others is wider than anything in it. */
	private static final Comparator<Shape> CONTAINERS_FIRST = Comparator
		.comparing((Shape shape) -> shape.look() != Look.OPEN_SUBPROCESS)
		.thenComparing((shape) -> -shape.box().width());

	private PlaneReader() {
	}

	/** The sheets in the model's order, the process itself first. */
	public static List<Plane> read(BpmnModelInstance model) {
		return model.getModelElementsByType(BpmnDiagram.class).stream().map(PlaneReader::plane).toList();
	}

	private static Plane plane(BpmnDiagram diagram) {
		List<Shape> shapes = new ArrayList<>();
		List<Flow> flows = new ArrayList<>();
		for (DiagramElement element : diagram.getBpmnPlane().getDiagramElements()) {
			if (element instanceof BpmnShape shape && shape.getBpmnElement() != null) {
				shapes.add(shape(shape));
			}
			else if (element instanceof BpmnEdge edge && edge.getBpmnElement() != null) {
				flows.add(flow(edge));
			}
		}
		shapes.sort(CONTAINERS_FIRST);
		BaseElement about = diagram.getBpmnPlane().getBpmnElement();
		return new Plane(about.getId(), name(about), shapes, flows);
	}

	private static Shape shape(BpmnShape shape) {
		BaseElement element = shape.getBpmnElement();
		return new Shape(element.getId(), name(element), look(element, shape.isExpanded()), box(shape.getBounds()),
				label(shape.getBpmnLabel()));
	}

	private static Flow flow(BpmnEdge edge) {
		return new Flow(edge.getBpmnElement().getId(), name(edge.getBpmnElement()),
				edge.getWaypoints().stream().map((point) -> new Point(point.getX(), point.getY())).toList(),
				label(edge.getBpmnLabel()));
	}

	private static Box label(BpmnLabel label) {
		return (label == null || label.getBounds() == null) ? null : box(label.getBounds());
	}

	private static Box box(Bounds bounds) {
		return new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
	}

	private static String name(BaseElement element) {
		String name = (element instanceof FlowElement flow) ? flow.getName()
				: (element instanceof Process process) ? process.getName()
						: (element instanceof TextAnnotation note && note.getText() != null)
								? note.getText().getTextContent() : null;
		return (name == null) ? "" : name;
	}

	private static Look look(BaseElement element, boolean expanded) {
		if (element instanceof SubProcess inner) {
			return expanded ? Look.OPEN_SUBPROCESS : inner.triggeredByEvent() ? Look.EVENT_SUBPROCESS : Look.SUBPROCESS;
		}
		if (element instanceof Event) {
			return (element instanceof StartEvent) ? Look.START : (element instanceof EndEvent) ? Look.END : Look.CATCH;
		}
		if (element instanceof Gateway) {
			return (element instanceof ParallelGateway) ? Look.PARALLEL : Look.EXCLUSIVE;
		}
		return (element instanceof UserTask) ? Look.USER_TASK
				: (element instanceof CallActivity) ? Look.CALL : (element instanceof BusinessRuleTask) ? Look.RULE_TASK
						: (element instanceof TextAnnotation) ? Look.NOTE : Look.SERVICE_TASK;
	}

}
