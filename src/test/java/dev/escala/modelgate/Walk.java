package dev.escala.modelgate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.BpmnFile.Flow;
import dev.escala.modelgate.file.BpmnFile.Node;

/**
 * Tokens sent through a model without one of its flows, until nothing new is reached: the
 * oracle of the mutation, which shares nothing with the gate's own rule.
 */
final class Walk {

	private final BpmnFile model;

	private final List<Flow> flows;

	private final Set<String> reached = new HashSet<>();

	private final Set<String> ending = new HashSet<>();

	Walk(BpmnFile model, String without) {
		this.model = model;
		this.flows = model.flows().stream().filter((flow) -> !flow.id().equals(without)).toList();
	}

	/** Whether something is not reached, or does not end, that did with the flow. */
	boolean breaks() {
		boolean more = true;
		while (more) {
			more = false;
			for (Node node : this.model.nodes()) {
				boolean begins = node.type().equals("startEvent") || node.eventSubProcess()
						|| !node.host().isEmpty() && this.reached.contains(node.host());
				boolean led = this.flows.stream()
					.anyMatch((flow) -> flow.target().equals(node.id()) && this.reached.contains(flow.source()));
				more |= (begins || led) && this.reached.add(node.id());
				boolean ends = node.type().equals("endEvent") || node.eventSubProcess();
				boolean leads = this.flows.stream()
					.anyMatch((flow) -> flow.source().equals(node.id()) && this.ending.contains(flow.target()));
				more |= (ends || leads) && this.ending.add(node.id());
			}
		}
		return this.model.nodes()
			.stream()
			.anyMatch((node) -> !this.reached.contains(node.id())
					|| this.flows.stream().noneMatch((flow) -> flow.source().equals(node.id()))
							&& !this.ending.contains(node.id()));
	}

}
