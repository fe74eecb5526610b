package dev.escala.modelgate.flow;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.escala.modelgate.Findings;
import dev.escala.modelgate.ProcessRule;
import dev.escala.modelgate.Vocabulary;
import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.BpmnFile.Node;
import dev.escala.modelgate.file.Xml;
import org.w3c.dom.Element;

/**
 * Every element can be reached from a start, and an end from every element. What watches
 * beside the work of a scope may go round until that scope is terminated. In processes
 * that are not Escala's, going round is fine where a person or an event is waited for,
 * and whoever ends without an end event is told.
 */
public final class ReachRule implements ProcessRule {

	private static final Set<String> WAITS = Set.of("userTask", "receiveTask", "intermediateCatchEvent",
			"eventBasedGateway", "callActivity");

	private final Vocabulary vocabulary;

	/** Knows which processes are Escala's. */
	public ReachRule(Vocabulary vocabulary) {
		this.vocabulary = vocabulary;
	}

	@Override
	public void check(BpmnFile file, Findings findings) {
		for (Element process : file.processes()) {
			boolean own = this.vocabulary.processes().containsKey(process.getAttribute("id"));
			List<Node> nodes = file.nodesOf(process);
			if (nodes.stream().noneMatch((node) -> node.type().equals("startEvent"))) {
				findings.refuse(file.path(), process, "El proceso no tiene ningún inicio.",
						"Dibuje un evento de inicio.");
				continue;
			}
			Set<String> reached = walk(nodes.stream().filter((node) -> begins(node)).toList(),
					(node) -> next(file, node));
			Set<String> ending = walk(nodes.stream().filter((node) -> ends(file, node, own)).toList(),
					(node) -> previous(file, node));
			for (Node node : nodes) {
				if (!reached.contains(node.id())) {
					findings.refuse(file.path(), node.xml(),
							"Nunca se llega aquí: ningún camino desde el inicio pasa por él.",
							"Únalo con una flecha, o bórrelo.");
				}
				else if (!beside(node) && !ending.contains(node.id())
						&& (own && isImplicitEnd(file, node) || !isTerminated(file, node))) {
					findings.refuse(file.path(), node.xml(), "Desde aquí no se llega a ningún final.",
							"Únalo con una flecha a lo que sigue o a un evento de fin.");
				}
				else if (!own && isImplicitEnd(file, node)) {
					findings.warn(file.path(), node.xml(), "Aquí acaba un camino sin un evento de fin.",
							"Dibuje el evento de fin, para que se vea que acaba.");
				}
			}
		}
	}

	/** What begins without a flow. */
	private static boolean begins(Node node) {
		return node.type().equals("startEvent") || beside(node) || isLink(node) && node.type().contains("Catch");
	}

	/** What stands beside the flow: it is begun by an event or to undo something. */
	private static boolean beside(Node node) {
		return node.eventSubProcess() || node.xml().getAttribute("isForCompensation").equals("true")
				|| node.type().equals("boundaryEvent") && node.definition("compensate").isPresent()
				|| node.xml().getParentNode() instanceof Element around
						&& around.getLocalName().equals("adHocSubProcess");
	}

	private static boolean ends(BpmnFile file, Node node, boolean own) {
		return node.type().equals("endEvent") || isLink(node)
				|| !own && (isImplicitEnd(file, node) || WAITS.contains(node.type()) && isOnCircle(file, node));
	}

	private static boolean isImplicitEnd(BpmnFile file, Node node) {
		return !node.type().equals("endEvent") && !beside(node) && !isLink(node) && file.outgoing(node).isEmpty();
	}

	private static boolean isLink(Node node) {
		return node.definition("link").isPresent();
	}

	private static boolean isOnCircle(BpmnFile file, Node node) {
		return walk(next(file, node), (one) -> next(file, one)).contains(node.id());
	}

	private static boolean isTerminated(BpmnFile file, Node node) {
		List<Node> around = file.ancestors(node).stream().flatMap((id) -> file.find(id).stream()).toList();
		return Stream.concat(around.stream(), Stream.of(node)).anyMatch(Node::eventSubProcess) && around.stream()
			.filter((scope) -> !scope.eventSubProcess())
			.anyMatch((scope) -> file.nodes("endEvent")
				.stream()
				.anyMatch((end) -> end.parent().equals(scope.id()) && end.definition("terminate").isPresent()));
	}

	private static List<Node> next(BpmnFile file, Node node) {
		return Stream
			.concat(file.outgoing(node).stream().flatMap((flow) -> file.find(flow.target()).stream()),
					file.nodes("boundaryEvent").stream().filter((event) -> event.host().equals(node.id())))
			.toList();
	}

	private static List<Node> previous(BpmnFile file, Node node) {
		return file.incoming(node).stream().flatMap((flow) -> file.find(flow.source()).stream()).toList();
	}

	private static Set<String> walk(Collection<Node> from, Function<Node, List<Node>> step) {
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
