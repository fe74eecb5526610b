package dev.escala.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.BpmnFile.Node;
import dev.escala.modelgate.file.FormFile;
import dev.escala.modelgate.file.Xml;

/** What people and beans do in a process. */
final class TaskRules {

	private static final String BEAN = "\\$\\{[a-z][A-Za-z0-9]*\\}";

	private TaskRules() {
	}

	/** The person who has a task reads what to do and what happens then. */
	static final class UserTaskDocumentation implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			for (BpmnFile file : models.processes()) {
				for (Node node : file.nodes("userTask")) {
					report.expect(node.documentation().length() >= 40, file.at(node.id()),
							"should tell the person what to do and what happens then");
				}
			}
		}

	}

	/** The next reader of the model learns why a step is there. */
	static final class ServiceTaskDocumentation implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			for (BpmnFile file : models.processes()) {
				for (Node node : file.nodes("serviceTask", "businessRuleTask", "callActivity")) {
					report.expect(!node.documentation().isBlank(), file.at(node.id()), "should say why it is there");
				}
			}
		}

	}

	/** Who gets a task and by when comes from the bean {@code assignment}. */
	static final class Assignment implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			for (BpmnFile file : models.processes()) {
				for (Node node : file.nodes("userTask")) {
					String groups = Xml.camunda(node.xml(), "candidateGroups");
					String assignee = Xml.camunda(node.xml(), "assignee");
					report.expect(!groups.isEmpty() || !assignee.isEmpty(), file.at(node.id()), "is for nobody");
					report.expect(groups.isEmpty() || groups.equals("${assignment.groups(execution)}"),
							file.at(node.id()), "should get its groups from the bean assignment");
					report.expect(assignee.isEmpty() || assignee.equals("${assignment.owner(execution)}"),
							file.at(node.id()), "should get its owner from the bean assignment");
					report.expect(Xml.camunda(node.xml(), "dueDate").equals("${assignment.dueDate(execution)}"),
							file.at(node.id()), "should get its due date from the bean assignment");
				}
			}
		}

	}

	/**
	 * Every user task has a form, beside the model or beside another one that has the
	 * same task, and always the latest.
	 */
	static final class FormReferences implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			Set<String> forms = models.forms().stream().map(FormFile::path).collect(Collectors.toSet());
			for (BpmnFile file : models.processes()) {
				String folder = file.path().substring(0, file.path().lastIndexOf('/') + 1);
				for (Node node : file.nodes("userTask", "startEvent")) {
					String form = Xml.camunda(node.xml(), "formRef");
					if (node.type().equals("userTask") || !form.isEmpty()) {
						report.expect(forms.contains(folder + form + ".form") || isShared(models, forms, node, form),
								file.at(node.id()), "should have its form in %s%s.form", folder, form);
						report.expect(Xml.camunda(node.xml(), "formRefBinding").equals("latest"), file.at(node.id()),
								"should bind its form by latest");
					}
				}
			}
		}

		private static boolean isShared(ModelSet models, Set<String> forms, Node node, String form) {
			return models.processes()
				.stream()
				.filter((other) -> other.nodes("userTask").stream().anyMatch((same) -> same.id().equals(node.id())))
				.map((other) -> other.path().substring(0, other.path().lastIndexOf('/') + 1))
				.anyMatch((folder) -> forms.contains(folder + form + ".form"));
		}

	}

	/** Work is done by beans: no scripts, no classes, no expressions with logic. */
	static final class Delegates implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			for (BpmnFile file : models.processes()) {
				for (Node node : file.nodes("serviceTask", "businessRuleTask", "sendTask")) {
					report.expect(Xml.camunda(node.xml(), "delegateExpression").matches(BEAN), file.at(node.id()),
							"should name a bean as its delegate");
				}
				report.expect(file.nodes("scriptTask").isEmpty(), file.path(), "should have no script");
			}
		}

	}

	/**
	 * A side effect begins in a transaction of its own, and is tried again over an hour
	 * before a person is asked.
	 */
	static final class Retries implements ModelRule {

		/** Writes to our own tables only, in the transaction of the task before it. */
		private static final Set<String> WITHOUT_SIDE_EFFECT = Set.of("serviceTask_recordRecovery",
				"serviceTask_checkNotices", "serviceTask_answerByStanding", "serviceTask_checkFollowUp");

		@Override
		public void check(ModelSet models, Report report) {
			for (BpmnFile file : models.processes()) {
				for (Node node : file.nodes()) {
					boolean async = Xml.camunda(node.xml(), "asyncBefore").equals("true");
					if (node.type().equals("serviceTask") && !WITHOUT_SIDE_EFFECT.contains(node.id())
							&& !followsTimer(file, node)) {
						report.expect(async, file.at(node.id()), "should begin asynchronously");
					}
					List<String> cycles = Xml.extensions(node.xml(), "failedJobRetryTimeCycle")
						.stream()
						.map((cycle) -> cycle.getTextContent().strip())
						.toList();
					if (async) {
						report.expect(cycles.equals(List.of("PT10S,PT1M,PT5M,PT15M,PT1H")), file.at(node.id()),
								"should be retried after PT10S,PT1M,PT5M,PT15M,PT1H");
					}
				}
			}
		}

		/** What a timer leads to runs in the timer's own job. */
		private static boolean followsTimer(BpmnFile file, Node node) {
			return !file.incoming(node).isEmpty() && file.incoming(node)
				.stream()
				.allMatch((flow) -> file.node(flow.source()).type().equals("intermediateCatchEvent"));
		}

	}

	/**
	 * A called process runs in its latest version and keeps the case's number. The latest
	 * version is the default, which Modeler does not write down.
	 */
	static final class CalledProcesses implements ModelRule {

		/** Its own, or that of the commitment which belongs to it. */
		private static final Set<String> KEYS = Set.of("#{execution.processBusinessKey}", "#{commitmentNumber}");

		@Override
		public void check(ModelSet models, Report report) {
			for (BpmnFile file : models.processes()) {
				for (Node node : file.nodes("callActivity")) {
					report.expect(Set.of("", "latest").contains(Xml.camunda(node.xml(), "calledElementBinding")),
							file.at(node.id()), "should call the latest version");
					report.expect(
							Xml.extensions(node.xml(), "in")
								.stream()
								.anyMatch((in) -> KEYS.contains(in.getAttribute("businessKey"))),
							file.at(node.id()), "should pass the business key on");
				}
			}
		}

	}

	/** A business rule task names the decision that it takes. */
	static final class DecisionReferences implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			for (BpmnFile file : models.processes()) {
				for (Node node : file.nodes("businessRuleTask")) {
					report.expect(node.property("decision").isPresent(), file.at(node.id()),
							"should name its decision");
				}
			}
		}

	}

}
