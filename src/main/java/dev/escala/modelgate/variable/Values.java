package dev.escala.modelgate.variable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.escala.modelgate.Deployed;
import dev.escala.modelgate.Submission;
import dev.escala.modelgate.Vocabulary;
import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.BpmnFile.Node;
import dev.escala.modelgate.file.Xml;
import org.w3c.dom.Element;

/**
 * What the conditions of a process may meet. The answer of a task is there for what
 * follows it at once and is not kept, so that only the tasks before count.
 */
public final class Values {

	/** What a token passes without waiting, and so within one transaction. */
	private static final Set<String> PASSED = Set.of("exclusiveGateway", "inclusiveGateway", "parallelGateway",
			"serviceTask", "businessRuleTask", "sendTask", "intermediateThrowEvent");

	private final BpmnFile file;

	private final Vocabulary vocabulary;

	private final Written written;

	private final boolean own;

	/** Of one process of a submission. */
	public Values(BpmnFile file, Element process, Submission submission, Vocabulary vocabulary, Deployed deployed) {
		this.file = file;
		this.vocabulary = vocabulary;
		this.own = vocabulary.processes().containsKey(process.getAttribute("id"));
		this.written = Written.in(file, process, submission, vocabulary, deployed);
	}

	/** Whether the process is Escala's, so that its contract is known. */
	public boolean own() {
		return this.own;
	}

	/**
	 * What a variable may hold where it is read.
	 * @param at what reads it, for example a flow
	 */
	public Possible of(String variable, Element at) {
		if (this.own && this.written.open()) {
			return Possible.ANYTHING;
		}
		if (!variable.equals(Written.ANSWER)) {
			return this.written.possible(variable);
		}
		Possible possible = null;
		for (Node before : before(at)) {
			Vocabulary.Task task = this.vocabulary.task(before.id()).orElse(null);
			if (task == null || !task.answers()) {
				return this.written.possible(variable);
			}
			Possible answer = Possible.of(this.vocabulary.contracts().values(before.id(), variable));
			possible = (possible == null) ? answer : possible.or(answer);
		}
		return (possible == null) ? this.written.possible(variable) : possible;
	}

	/**
	 * The steps from which a token comes without an answer to where one is read; empty
	 * where the answer is no task's.
	 */
	public List<Node> withoutAnswer(Element at) {
		if (!this.own || !this.written.variables().containsKey(Written.ANSWER)) {
			return List.of();
		}
		return before(at).stream().filter((node) -> {
			Vocabulary.Task task = this.vocabulary.task(node.id()).orElse(null);
			return task == null || !task.answers();
		}).toList();
	}

	/** Where a token last waited, or ended what has no answer. */
	private List<Node> before(Element flow) {
		Deque<String> open = new ArrayDeque<>(List.of(flow.getAttribute("sourceRef")));
		Set<String> seen = new HashSet<>();
		List<Node> before = new ArrayList<>();
		while (!open.isEmpty()) {
			Node node = this.file.find(open.pop()).orElse(null);
			if (node == null || !seen.add(node.id())) {
				continue;
			}
			boolean passed = PASSED.contains(node.type()) && !Xml.camunda(node.xml(), "asyncBefore").equals("true")
					&& !Xml.camunda(node.xml(), "asyncAfter").equals("true");
			if (passed) {
				this.file.incoming(node).forEach((incoming) -> open.add(incoming.source()));
			}
			else {
				before.add(node);
			}
		}
		return before;
	}

}
