package dev.escala.model;

import java.util.regex.Pattern;

import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.BpmnFile.Flow;
import dev.escala.modelgate.file.BpmnFile.Node;
import dev.escala.modelgate.file.Xml;

/** Labels are for people: what is done, what is asked, what has happened. */
final class NamingRules {

	private NamingRules() {
	}

	/** Tasks say verb and object: "Preparar el plan de acción". */
	static final class TaskNames implements ModelRule {

		private static final Pattern VERB_FIRST = Pattern.compile("\\p{Lu}\\p{Ll}*[aeií]r(se)? .+");

		@Override
		public void check(ModelSet models, Report report) {
			for (BpmnFile file : models.processes()) {
				for (Node node : file.nodes()) {
					if (node.task()) {
						report.expect(VERB_FIRST.matcher(node.name()).matches(), file.at(node.id()),
								"should be named by an infinitive and an object, not \"%s\"", node.name());
					}
				}
			}
		}

	}

	/** Subprocesses and calls have a name. */
	static final class ContainerNames implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			for (BpmnFile file : models.processes()) {
				report.expect(!file.process().getAttribute("name").isBlank(), file.at(file.processId()),
						"should have a name");
				for (Node node : file.nodes("subProcess", "callActivity")) {
					report.expect(!node.name().isBlank(), file.at(node.id()), "should have a name");
				}
			}
		}

	}

	/** Events have a name, and a timer is named by what it means, not by how long. */
	static final class EventNames implements ModelRule {

		private static final Pattern DURATION = Pattern
			.compile("(?iu).*(\\d|\\b(media|una|dos|tres|cuatro|cinco|seis|ocho|diez|doce) "
					+ "(minuto|hora|día|semana|mes|año)).*");

		@Override
		public void check(ModelSet models, Report report) {
			for (BpmnFile file : models.processes()) {
				for (Node node : file.nodes()) {
					if (node.event()) {
						boolean timer = Xml.child(node.xml(), "timerEventDefinition").isPresent();
						report.expect(!node.name().isBlank(), file.at(node.id()), "should have a name");
						report.expect(!timer || !DURATION.matcher(node.name()).matches(), file.at(node.id()),
								"should be named by what it means, not \"%s\"", node.name());
					}
				}
			}
		}

	}

	/** A gateway that splits asks a question. */
	static final class SplitNames implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			for (BpmnFile file : models.processes()) {
				for (Node node : file.nodes("exclusiveGateway", "inclusiveGateway")) {
					if (file.outgoing(node).size() > 1) {
						report.expect(node.name().startsWith("¿") && node.name().endsWith("?"), file.at(node.id()),
								"should ask a question, not \"%s\"", node.name());
					}
				}
			}
		}

	}

	/** Each way out of a question is an answer. */
	static final class AnswerNames implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			for (BpmnFile file : models.processes()) {
				for (Node node : file.nodes("exclusiveGateway", "inclusiveGateway")) {
					if (file.outgoing(node).size() > 1) {
						for (Flow flow : file.outgoing(node)) {
							report.expect(!flow.name().isBlank(), file.at(flow.id()), "should be named by the answer");
						}
					}
				}
			}
		}

	}

	/** A gateway that only joins says nothing, and no gateway both joins and splits. */
	static final class JoinNames implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			for (BpmnFile file : models.processes()) {
				for (Node node : file.nodes()) {
					if (node.gateway() && file.incoming(node).size() > 1) {
						report.expect(file.outgoing(node).size() == 1, file.at(node.id()), "joins and splits at once");
						report.expect(node.name().isBlank(), file.at(node.id()), "only joins and needs no name");
					}
				}
			}
		}

	}

}
