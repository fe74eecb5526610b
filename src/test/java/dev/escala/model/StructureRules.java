package dev.escala.model;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.escala.engine.schema.BpmnSchema;
import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.BpmnFile.Flow;
import dev.escala.modelgate.file.BpmnFile.Node;
import dev.escala.modelgate.file.Xml;
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
				report.expect(BpmnSchema.problem(models.contents().get(file.path()).getBytes(StandardCharsets.UTF_8))
					.isEmpty(), file.path(), "is not valid BPMN 2.0");
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

}
