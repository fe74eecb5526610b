package dev.escala.modelgate.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.escala.modelgate.file.Geometry.Box;
import dev.escala.modelgate.file.Geometry.Point;
import dev.escala.modelgate.file.Geometry.Segment;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * One .bpmn file as the rules see it: its processes with their nodes and flows, and where
 * the diagram draws them. Each plane is a sheet of its own, named by the process or the
 * collapsed sub-process that it shows.
 *
 * @param path the file's name
 * @param root the whole document
 * @param processes in the order of the file; none where only a collaboration is drawn
 * @param sheets what each plane shows
 * @param shapes by the element that is drawn
 * @param edges by the flow that is drawn
 * @param byId the nodes by their id
 */
public record BpmnFile(String path, Element root, List<Element> processes, List<Node> nodes, List<Flow> flows,
		List<String> sheets, Map<String, Shape> shapes, Map<String, Edge> edges, Map<String, Node> byId) {

	private static final Set<String> EVENTS = Set.of("startEvent", "endEvent", "intermediateCatchEvent",
			"intermediateThrowEvent", "boundaryEvent");

	private static final Set<String> CONTAINERS = Set.of("subProcess", "transaction", "adHocSubProcess");

	private static final Set<String> OTHER_NODES = Set.of("task", "userTask", "serviceTask", "businessRuleTask",
			"sendTask", "receiveTask", "scriptTask", "manualTask", "callActivity", "exclusiveGateway",
			"parallelGateway", "inclusiveGateway", "eventBasedGateway", "complexGateway");

	/** Something that a token visits. */
	public record Node(String id, String type, String name, String parent, Element xml) {

		/** Whether it is an event of any kind. */
		public boolean event() {
			return EVENTS.contains(this.type);
		}

		/** Whether it joins or splits. */
		public boolean gateway() {
			return this.type.endsWith("Gateway");
		}

		/** A task that this process does itself, not a call to another process. */
		public boolean task() {
			return this.type.endsWith("ask");
		}

		/** Whether others are in it. */
		public boolean container() {
			return CONTAINERS.contains(this.type);
		}

		/** Whether it begins by an event and not by a flow. */
		public boolean eventSubProcess() {
			return this.xml.getAttribute("triggeredByEvent").equals("true");
		}

		/** What a boundary event sits on, or empty. */
		public String host() {
			return this.xml.getAttribute("attachedToRef");
		}

		/** What people read about it, or empty. */
		public String documentation() {
			return Xml.text(this.xml, "documentation");
		}

		/** Its event definition of a kind, for example {@code timer}. */
		public Optional<Element> definition(String kind) {
			return Xml.child(this.xml, kind + "EventDefinition");
		}

		/** Whether it is done several times. */
		public boolean multiInstance() {
			return Xml.child(this.xml, "multiInstanceLoopCharacteristics").isPresent();
		}

		/** A property that its author gave it, or empty. */
		public Optional<String> property(String name) {
			return Xml.extensions(this.xml, "property")
				.stream()
				.filter((property) -> property.getAttribute("name").equals(name))
				.map((property) -> property.getAttribute("value"))
				.findFirst();
		}

	}

	/** A flow from one node to another. */
	public record Flow(String id, String name, String source, String target, Element xml) {

		/** When it is taken, or empty. */
		public String condition() {
			return Xml.text(this.xml, "conditionExpression");
		}

	}

	/** Where a node is drawn. */
	public record Shape(String id, String element, String sheet, boolean expanded, Box box, Optional<Box> label) {
	}

	/** Where a flow is drawn. */
	public record Edge(String id, String element, String sheet, List<Point> points, Optional<Box> label) {

		/** Its straight pieces. */
		public List<Segment> segments() {
			List<Segment> segments = new ArrayList<>();
			for (int i = 1; i < this.points.size(); i++) {
				segments.add(new Segment(this.points.get(i - 1), this.points.get(i)));
			}
			return segments;
		}

	}

	/**
	 * Reads a file in the encoding that it names.
	 * @throws UnreadableModelException where it is no XML
	 */
	public static BpmnFile parse(String path, byte[] content) {
		return parse(path, Xml.parse(content));
	}

	/**
	 * Reads a text.
	 * @throws UnreadableModelException where it is no XML
	 */
	public static BpmnFile parse(String path, String content) {
		return parse(path, Xml.parse(content));
	}

	private static BpmnFile parse(String path, Document document) {
		Element root = document.getDocumentElement();
		List<Element> processes = Xml.children(root, "process");
		List<Node> nodes = new ArrayList<>();
		List<Flow> flows = new ArrayList<>();
		processes.forEach((process) -> collect(process, nodes, flows));
		List<String> sheets = new ArrayList<>();
		Map<String, Shape> shapes = new LinkedHashMap<>();
		Map<String, Edge> edges = new LinkedHashMap<>();
		for (Element plane : Xml.descendants(root, "BPMNPlane")) {
			String sheet = plane.getAttribute("bpmnElement");
			sheets.add(sheet);
			Xml.children(plane, "BPMNShape")
				.stream()
				.flatMap((drawn) -> shape(drawn, sheet).stream())
				.forEach((shape) -> shapes.put(shape.element(), shape));
			Xml.children(plane, "BPMNEdge")
				.stream()
				.map((drawn) -> edge(drawn, sheet))
				.forEach((edge) -> edges.put(edge.element(), edge));
		}
		Map<String, Node> byId = new HashMap<>();
		nodes.forEach((node) -> byId.putIfAbsent(node.id(), node));
		return new BpmnFile(path, root, processes, List.copyOf(nodes), List.copyOf(flows), List.copyOf(sheets), shapes,
				edges, byId);
	}

	/** The first process, which is the only one in a file of ours. */
	public Element process() {
		return this.processes.get(0);
	}

	/** The id of the first process. */
	public String processId() {
		return process().getAttribute("id");
	}

	/** Where a finding is, for people. */
	public String at(String id) {
		return this.path + ": " + id;
	}

	/** The node with an id; fails where there is none. */
	public Node node(String id) {
		return find(id).orElseThrow();
	}

	/** The node with an id, or empty. */
	public Optional<Node> find(String id) {
		return Optional.ofNullable(this.byId.get(id));
	}

	/** The flows that lead to a node. */
	public List<Flow> incoming(Node node) {
		return this.flows.stream().filter((flow) -> flow.target().equals(node.id())).toList();
	}

	/** The flows that leave a node. */
	public List<Flow> outgoing(Node node) {
		return this.flows.stream().filter((flow) -> flow.source().equals(node.id())).toList();
	}

	/** The nodes of some types. */
	public List<Node> nodes(String... types) {
		return this.nodes.stream().filter((node) -> Set.of(types).contains(node.type())).toList();
	}

	/** The nodes of one process. */
	public List<Node> nodesOf(Element process) {
		return this.nodes.stream().filter((node) -> ancestors(node).contains(process.getAttribute("id"))).toList();
	}

	/** The containers around a node, the process included. */
	public Set<String> ancestors(Node node) {
		Set<String> found = new LinkedHashSet<>();
		String around = node.parent();
		while (found.add(around)) {
			around = find(around).map(Node::parent).orElse(around);
		}
		return found;
	}

	/** The shapes of the nodes that are drawn. */
	public List<Shape> nodeShapes() {
		return this.nodes.stream().map((node) -> this.shapes.get(node.id())).filter(Objects::nonNull).toList();
	}

	private static void collect(Element parent, List<Node> nodes, List<Flow> flows) {
		for (Element element : Xml.children(parent)) {
			String type = element.getLocalName();
			if (type.equals("sequenceFlow")) {
				flows.add(new Flow(element.getAttribute("id"), element.getAttribute("name"),
						element.getAttribute("sourceRef"), element.getAttribute("targetRef"), element));
			}
			else if (EVENTS.contains(type) || CONTAINERS.contains(type) || OTHER_NODES.contains(type)) {
				nodes.add(new Node(element.getAttribute("id"), type, element.getAttribute("name"),
						parent.getAttribute("id"), element));
				collect(element, nodes, flows);
			}
		}
	}

	private static Optional<Shape> shape(Element drawn, String sheet) {
		return box(drawn).map((box) -> new Shape(drawn.getAttribute("id"), drawn.getAttribute("bpmnElement"), sheet,
				drawn.getAttribute("isExpanded").equals("true"), box, label(drawn)));
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
		try {
			return Double.parseDouble(element.getAttribute(attribute));
		}
		catch (NumberFormatException ex) {
			return 0;
		}
	}

}
