package dev.escala.model;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.Xml;
import dev.escala.modelgate.file.BpmnFile.Flow;
import dev.escala.modelgate.file.BpmnFile.Node;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.xml.ModelException;
import org.w3c.dom.Element;

/** What makes a model a sound process that Modeler and the engine both understand. */
final class StructureRules {

	private StructureRules() {
	}

	/** The file is valid BPMN 2.0 by its schema. */
	static final class Schema implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			for (BpmnFile file : models.processes()) {
				report.expect(valid(models.contents().get(file.path())), file.path(), "is not valid BPMN 2.0");
			}
		}

		private boolean valid(String content) {
			try {
				Bpmn.validateModel(
						Bpmn.readModelFromStream(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8))));
				return true;
			}
			catch (ModelException ex) {
				return false;
			}
		}

	}

	/** How long history is kept, which release it is, for which engine, and why. */
	static final class ProcessAttributes implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			for (BpmnFile file : models.processes()) {
				Element process = file.process();
				String where = file.at(file.processId());
				Element root = (Element) process.getParentNode();
				String modeler = "http://camunda.org/schema/modeler/1.0";
				report.expect(Xml.camunda(process, "historyTimeToLive").matches("P\\d+D"), where,
						"should say how many days its history is kept, like P365D");
				report.expect(Xml.camunda(process, "versionTag").matches("\\d+\\.\\d+\\.\\d+"), where,
						"should have a version tag like 1.0.0");
				report.expect(process.getAttribute("isExecutable").equals("true"), where, "should be executable");
				report.expect(!Xml.text(process, "documentation").isBlank(), where, "should say what it is for");
				report.expect(root.getAttributeNS(modeler, "executionPlatform").equals("Camunda Platform"), where,
						"should be made for Camunda Platform");
			}
		}

	}

	/** Who does what is decided by tables and beans, not by lanes. */
	static final class NoLanes implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			for (BpmnFile file : models.processes()) {
				Element root = (Element) file.process().getParentNode();
				for (String type : List.of("laneSet", "lane", "participant")) {
					report.expect(Xml.descendants(root, type).isEmpty(), file.path(), "should have no %s", type);
				}
			}
		}

	}

	/** Nodes and flows name each other; Modeler's linter reads the nodes' side. */
	static final class Connections implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			for (BpmnFile file : models.processes()) {
				for (Node node : file.nodes()) {
					report.expect(written(node, "incoming").equals(ids(file.incoming(node))), file.at(node.id()),
							"should list as incoming exactly the flows that lead to it");
					report.expect(written(node, "outgoing").equals(ids(file.outgoing(node))), file.at(node.id()),
							"should list as outgoing exactly the flows that leave it");
				}
			}
		}

		private Set<String> written(Node node, String direction) {
			return Xml.children(node.xml(), direction)
				.stream()
				.map((element) -> element.getTextContent().strip())
				.collect(Collectors.toSet());
		}

		private Set<String> ids(List<Flow> flows) {
			return flows.stream().map(Flow::id).collect(Collectors.toSet());
		}

	}

	/** Every split has one way without a condition, and conditions on all the others. */
	static final class Conditions implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			for (BpmnFile file : models.processes()) {
				for (Node node : file.nodes("exclusiveGateway")) {
					if (file.outgoing(node).size() > 1) {
						String fallback = node.xml().getAttribute("default");
						report.expect(!fallback.isBlank(), file.at(node.id()), "should have a default flow");
						for (Flow flow : file.outgoing(node)) {
							report.expect(flow.id().equals(fallback) == flow.condition().isBlank(), file.at(flow.id()),
									"should have a condition, or be the default");
						}
					}
				}
			}
		}

	}

	/**
	 * From every start each node can be reached, and from each node an end. What watches
	 * beside the work of a scope may go round until that scope is terminated.
	 */
	static final class Reachability implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			for (BpmnFile file : models.processes()) {
				Set<String> reached = walk(file, starts(file), (node) -> next(file, node));
				Set<String> ending = walk(file, file.nodes("endEvent"), (node) -> previous(file, node));
				for (Node node : file.nodes()) {
					report.expect(reached.contains(node.id()), file.at(node.id()), "can never be reached");
					report.expect(node.eventSubProcess() || ending.contains(node.id()) || isTerminated(file, node),
							file.at(node.id()), "leads to no end");
				}
			}
		}

		private boolean isTerminated(BpmnFile file, Node node) {
			List<Node> around = file.nodes()
				.stream()
				.filter((scope) -> file.ancestors(node).contains(scope.id()))
				.toList();
			return around.stream().anyMatch(Node::eventSubProcess) && around.stream()
				.filter((scope) -> !scope.eventSubProcess())
				.anyMatch((scope) -> file.nodes("endEvent")
					.stream()
					.anyMatch((end) -> end.parent().equals(scope.id())
							&& Xml.child(end.xml(), "terminateEventDefinition").isPresent()));
		}

		private List<Node> starts(BpmnFile file) {
			return file.nodes()
				.stream()
				.filter((node) -> node.eventSubProcess() || node.type().equals("startEvent"))
				.toList();
		}

		private List<Node> next(BpmnFile file, Node node) {
			return file.nodes()
				.stream()
				.filter((other) -> other.host().equals(node.id())
						|| file.outgoing(node).stream().anyMatch((flow) -> flow.target().equals(other.id())))
				.toList();
		}

		private List<Node> previous(BpmnFile file, Node node) {
			return file.incoming(node).stream().map((flow) -> file.node(flow.source())).toList();
		}

		private Set<String> walk(BpmnFile file, List<Node> from, Function<Node, List<Node>> step) {
			Set<String> seen = new HashSet<>();
			Deque<Node> open = new ArrayDeque<>(from);
			while (!open.isEmpty()) {
				Node node = open.pop();
				if (seen.add(node.id())) {
					open.addAll(step.apply(node));
				}
			}
			return seen;
		}

	}

}
