package dev.escala.modelgate.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.escala.engine.expression.Expression;
import dev.escala.engine.expression.UnreadableExpressionException;
import dev.escala.modelgate.Vocabulary;
import dev.escala.modelgate.file.BpmnFile.Flow;
import dev.escala.modelgate.file.Xml;
import dev.escala.modelgate.variable.Possible;
import dev.escala.modelgate.variable.Read;
import dev.escala.modelgate.variable.Values;

/**
 * The ways out of a gateway and the values of what their conditions read. The engine's
 * own expressions say which way is open with which value; what cannot be said is left
 * open.
 */
final class Ways {

	/** More than this nobody draws, and nobody waits for. */
	private static final int MOST_EXAMPLES = 4096;

	private final List<Flow> ways;

	private final String fallback;

	private final Map<String, Expression> plain = new LinkedHashMap<>();

	private final List<Map<String, Object>> examples = new ArrayList<>();

	Ways(List<Flow> ways, String fallback, Values values, Vocabulary vocabulary) {
		this.ways = ways;
		this.fallback = fallback;
		Map<String, List<Object>> known = new LinkedHashMap<>();
		for (Flow way : ways) {
			if (way.id().equals(fallback) || way.condition().isBlank()) {
				continue;
			}
			Set<String> names = new TreeSet<>(Read.names(way.condition(), vocabulary));
			names.forEach((name) -> {
				Possible possible = values.of(name, way.xml());
				if (!possible.isAnything()) {
					known.put(name, new ArrayList<>(possible.values()));
				}
			});
			parse(way).filter((one) -> one.isPlain() && known.keySet().containsAll(names))
				.ifPresent((one) -> this.plain.put(way.id(), one));
		}
		long all = known.values().stream().mapToLong(List::size).reduce(1, Ways::times);
		if (all <= MOST_EXAMPLES) {
			this.examples.add(Map.of());
			known.forEach(this::cross);
		}
	}

	private static long times(long one, long other) {
		return Math.min(one * other, MOST_EXAMPLES + 1L);
	}

	private void cross(String name, List<Object> values) {
		List<Map<String, Object>> more = new ArrayList<>();
		for (Map<String, Object> example : this.examples) {
			for (Object value : values) {
				Map<String, Object> one = new LinkedHashMap<>(example);
				one.put(name, value);
				more.add(one);
			}
		}
		this.examples.clear();
		this.examples.addAll(more);
	}

	private static Optional<Expression> parse(Flow way) {
		try {
			// What another language says, nobody here can.
			boolean script = Xml.child(way.xml(), "conditionExpression")
				.filter((one) -> !one.getAttribute("language").isEmpty() || !Xml.camunda(one, "resource").isEmpty())
				.isPresent();
			return script ? Optional.empty() : Optional.of(Expression.parse(way.condition()));
		}
		catch (UnreadableExpressionException ex) {
			return Optional.empty();
		}
	}

	/** Values with which no way is taken, in words; empty where there are none. */
	Optional<String> hole() {
		return this.examples.stream()
			.filter((example) -> this.ways.stream()
				.allMatch((way) -> this.plain.containsKey(way.id()) && isClosed(way, example)))
			.map(Ways::told)
			.findFirst();
	}

	/** Whether it is certain that each value finds a way. */
	boolean isCovered() {
		return !this.examples.isEmpty() && this.examples.stream()
			.allMatch((example) -> this.ways.stream().anyMatch((way) -> isOpen(way, example)));
	}

	/** Values with which a condition says neither yes nor no, in words. */
	Optional<String> notTrueNorFalse(Flow way) {
		Expression condition = this.plain.get(way.id());
		return (condition == null) ? Optional.empty()
				: this.examples.stream()
					.filter((example) -> !(condition.with(example).orElse(null) instanceof Boolean))
					.map(Ways::told)
					.findFirst();
	}

	/** Whether no value ever takes it, the ways before it being asked first. */
	boolean isNeverTaken(Flow way) {
		boolean asked = !way.id().equals(this.fallback);
		List<Flow> before = this.ways.stream()
			.filter((other) -> !other.id().equals(this.fallback) && !other.id().equals(way.id()))
			.toList();
		if (asked) {
			before = before.subList(0,
					(int) this.ways.subList(0, this.ways.indexOf(way))
						.stream()
						.filter((other) -> !other.id().equals(this.fallback))
						.count());
		}
		List<Flow> first = before;
		return !this.examples.isEmpty() && this.examples.stream()
			.allMatch((example) -> asked && isClosed(way, example)
					|| first.stream().anyMatch((other) -> isOpen(other, example)));
	}

	private boolean isOpen(Flow way, Map<String, Object> example) {
		return says(way, example, true);
	}

	private boolean isClosed(Flow way, Map<String, Object> example) {
		return says(way, example, false);
	}

	private boolean says(Flow way, Map<String, Object> example, boolean answer) {
		Expression condition = this.plain.get(way.id());
		return condition != null && condition.with(example).equals(Optional.of(answer));
	}

	private static String told(Map<String, Object> example) {
		List<String> parts = example.entrySet()
			.stream()
			.map((one) -> one.getKey() + ((one.getValue() == null) ? " vacía"
					: (one.getValue() instanceof String text) ? " = '" + text + "'" : " = " + one.getValue()))
			.toList();
		return parts.isEmpty() ? "Con cualquier valor" : "Con " + String.join(" y ", parts);
	}

}
