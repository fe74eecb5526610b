package dev.escala.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.escala.model.Geometry.Box;
import dev.escala.model.Geometry.Point;
import dev.escala.model.Geometry.Segment;
import org.w3c.dom.Element;

/**
 * One .bpmn file as the rules see it: the process with its nodes and flows, and where the
 * diagram draws them. Each plane is a sheet of its own, named by the process or the
 * collapsed sub-process that it shows.
 */
record BpmnFile(String path, String content, Element process, List<Node> nodes, List<Flow> flows, List<String> sheets,
		Map<String, Shape> shapes, Map<String, Edge> edges) {

	private static final Set<String> EVENTS = Set.of("startEvent", "endEvent", "intermediateCatchEvent",
			"intermediateThrowEvent", "boundaryEvent");

	private static final Set<String> OTHER_NODES = Set.of("task", "userTask", "serviceTask", "businessRuleTask",
			"sendTask", "receiveTask", "scriptTask", "manualTask", "callActivity", "subProcess", "exclusiveGateway",
			"parallelGateway", "inclusiveGateway", "eventBasedGateway", "complexGateway");

	/** Something that a token visits. */
	record Node(String id, String type, String name, String parent, Element xml) {

		boolean event() {
			return EVENTS.contains(this.type);
		}

		boolean gateway() {
			return this.type.endsWith("Gateway");
		}

		/** A task that this process does itself, not a call to another process. */
		boolean task() {
			return this.type.endsWith("ask");
		}

		boolean container() {
			return this.type.equals("subProcess");
		}

		boolean eventSubProcess() {
			return this.xml.getAttribute("triggeredByEvent").equals("true");
		}

		String host() {
			return this.xml.getAttribute("attachedToRef");
		}

		String documentation() {
			return Xml.text(this.xml, "documentation");
		}

	}

	record Flow(String id, String name, String source, String target, Element xml) {

		String condition() {
			return Xml.text(this.xml, "conditionExpression");
		}

	}

	record Shape(String id, String element, String sheet, boolean expanded, Box box, Optional<Box> label) {
	}

	record Edge(String id, String element, String sheet, List<Point> points, Optional<Box> label) {

		List<Segment> segments() {
			List<Segment> segments = new ArrayList<>();
			for (int i = 1; i < this.points.size(); i++) {
				segments.add(new Segment(this.points.get(i - 1), this.points.get(i)));
			}
			return segments;
		}

	}

	static BpmnFile parse(String path, String content) {
		Element root = Xml.parse(content).getDocumentElement();
		Element process = Xml.child(root, "process").orElseThrow();
		List<Node> nodes = new ArrayList<>();
		List<Flow> flows = new ArrayList<>();
		collect(process, nodes, flows);
		List<String> sheets = new ArrayList<>();
		Map<String, Shape> shapes = new LinkedHashMap<>();
		Map<String, Edge> edges = new LinkedHashMap<>();
		for (Element plane : Xml.descendants(root, "BPMNPlane")) {
			String sheet = plane.getAttribute("bpmnElement");
			sheets.add(sheet);
			Xml.children(plane, "BPMNShape").stream().map((drawn) -> shape(drawn, sheet)).forEach((shape) -> {
				shapes.put(shape.element(), shape);
			});
			Xml.children(plane, "BPMNEdge").stream().map((drawn) -> edge(drawn, sheet)).forEach((edge) -> {
				edges.put(edge.element(), edge);
			});
		}
		return new BpmnFile(path, content, process, List.copyOf(nodes), List.copyOf(flows), List.copyOf(sheets), shapes,
				edges);
	}

	String processId() {
		return this.process.getAttribute("id");
	}

	/** Where a finding is, for people. */
	String at(String id) {
		return this.path + ": " + id;
	}

	Node node(String id) {
		return this.nodes.stream().filter((node) -> node.id().equals(id)).findFirst().orElseThrow();
	}

	List<Flow> incoming(Node node) {
		return this.flows.stream().filter((flow) -> flow.target().equals(node.id())).toList();
	}

	List<Flow> outgoing(Node node) {
		return this.flows.stream().filter((flow) -> flow.source().equals(node.id())).toList();
	}

	/** The nodes of some types. */
	List<Node> nodes(String... types) {
		return this.nodes.stream().filter((node) -> Set.of(types).contains(node.type())).toList();
	}

	/** The containers around a node, from the inside out. */
	Set<String> ancestors(Node node) {
		return containers(node.parent());
	}

	private Set<String> containers(String id) {
		Set<String> found = this.nodes.stream()
			.filter((node) -> node.id().equals(id))
			.flatMap((node) -> containers(node.parent()).stream())
			.collect(Collectors.toSet());
		found.add(id);
		return found;
	}

	/** The shapes of the nodes that are drawn. */
	List<Shape> nodeShapes() {
		return this.nodes.stream().map((node) -> this.shapes.get(node.id())).filter(Objects::nonNull).toList();
	}

	private static void collect(Element parent, List<Node> nodes, List<Flow> flows) {
		for (Element element : Xml.children(parent)) {
			String type = element.getLocalName();
			if (type.equals("sequenceFlow")) {
				flows.add(new Flow(element.getAttribute("id"), element.getAttribute("name"),
						element.getAttribute("sourceRef"), element.getAttribute("targetRef"), element));
			}
			else if (EVENTS.contains(type) || OTHER_NODES.contains(type)) {
				nodes.add(new Node(element.getAttribute("id"), type, element.getAttribute("name"),
						parent.getAttribute("id"), element));
				collect(element, nodes, flows);
			}
		}
	}

	private static Shape shape(Element drawn, String sheet) {
		return new Shape(drawn.getAttribute("id"), drawn.getAttribute("bpmnElement"), sheet,
				drawn.getAttribute("isExpanded").equals("true"), box(drawn).orElseThrow(), label(drawn));
	}

	private static Edge edge(Element drawn, String sheet) {
		List<Point> points = Xml.children(drawn, "waypoint")
			.stream()
			.map((point) -> new Point(number(point, "x"), number(point, "y")))
			.toList();
		return new Edge(drawn.getAttribute("id"), drawn.getAttribute("bpmnElement"), sheet, points, label(drawn));
	}

	private static Optional<Box> label(Element drawn) {
		return Xml.child(drawn, "BPMNLabel").flatMap(BpmnFile::box);
	}

	private static Optional<Box> box(Element drawn) {
		return Xml.child(drawn, "Bounds")
			.map((bounds) -> new Box(number(bounds, "x"), number(bounds, "y"), number(bounds, "width"),
					number(bounds, "height")));
	}

	private static double number(Element element, String attribute) {
		return Double.parseDouble(element.getAttribute(attribute));
	}

}
