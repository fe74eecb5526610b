package dev.escala.model;

import java.util.Locale;

import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.BpmnFile.Flow;
import dev.escala.modelgate.file.BpmnFile.Node;
import dev.escala.modelgate.file.Xml;
import org.w3c.dom.Element;

/** Ids are chosen, not generated: code, tests and history refer to them. */
final class IdentifierRules {

	private static final String LOWER_CAMEL = "[a-z][A-Za-z0-9]*";

	private IdentifierRules() {
	}

	static String prefix(Node node) {
		if (node.event()) {
			return "event";
		}
		if (node.gateway()) {
			return "gateway";
		}
		return node.eventSubProcess() ? "eventSubProcess" : node.type();
	}

	/** {@code userTask_takeOver}, {@code gateway_rcaNeeded}, {@code event_caseClosed}. */
	static final class NodeIds implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			for (BpmnFile file : models.processes()) {
				for (Node node : file.nodes()) {
					report.expect(node.id().matches(prefix(node) + "_" + LOWER_CAMEL), file.at(node.id()),
							"should be %s_<lowerCamel>", prefix(node));
				}
			}
		}

	}

	/** {@code flow_rcaNeeded_yes}: from where, then the target or the answer. */
	static final class FlowIds implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			for (BpmnFile file : models.processes()) {
				for (Flow flow : file.flows()) {
					String source = flow.source().substring(flow.source().indexOf('_') + 1);
					report.expect(flow.id().matches("flow_" + source + "_" + LOWER_CAMEL), file.at(flow.id()),
							"should be flow_%s_<target or answer>", source);
				}
			}
		}

	}

	/** A process is a lowerCamel noun; its file and folder say the same in kebab-case. */
	static final class ProcessIds implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			for (BpmnFile file : models.processes()) {
				String id = file.processId();
				String kebab = id.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
				report.expect(id.matches(LOWER_CAMEL), file.at(id), "should be lowerCamel");
				report.expect(file.path().equals(kebab + "/" + kebab + ".bpmn"), file.at(id),
						"should be in %1$s/%1$s.bpmn", kebab);
			}
		}

	}

	/** Messages and errors: {@code message_withdrawn}, named {@code module.pastFact}. */
	static final class MessageAndErrorIds implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			for (BpmnFile file : models.processes()) {
				Element root = (Element) file.process().getParentNode();
				for (Element message : Xml.children(root, "message")) {
					String id = message.getAttribute("id");
					report.expect(id.matches("message_" + LOWER_CAMEL), file.at(id), "should be message_<lowerCamel>");
					report.expect(message.getAttribute("name").matches(LOWER_CAMEL + "\\." + LOWER_CAMEL), file.at(id),
							"should have a name like escalation.withdrawn");
				}
				for (Element error : Xml.children(root, "error")) {
					String id = error.getAttribute("id");
					report.expect(id.equals("error_" + error.getAttribute("errorCode")), file.at(id),
							"should be error_<its code>");
				}
			}
		}

	}

	/** What is drawn is called after what it draws. */
	static final class DiagramIds implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			for (BpmnFile file : models.processes()) {
				file.shapes()
					.values()
					.forEach((shape) -> report.expect(shape.id().equals(shape.element() + "_di"), file.at(shape.id()),
							"should be %s_di", shape.element()));
				file.edges()
					.values()
					.forEach((edge) -> report.expect(edge.id().equals(edge.element() + "_di"), file.at(edge.id()),
							"should be %s_di", edge.element()));
			}
		}

	}

}
