package dev.escala.modelgate.table;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;

/**
 * A table made by chance. It begins as a complete one without overlaps; then a rule may
 * be lost and another may be widened.
 */
final class GeneratedTable {

	private static final List<String> TEXTS = List.of("\"A\"", "\"B\"", "\"C\"", "\"D\"");

	private final Random random;

	private final String policy;

	private final List<List<String>> axes = new ArrayList<>();

	private final List<String> types = new ArrayList<>();

	/** A value of each piece of each axis. */
	private final List<List<Object>> values = new ArrayList<>();

	private final List<List<BitSet>> boxes = new ArrayList<>();

	GeneratedTable(long seed) {
		this.random = new Random(seed);
		this.policy = List.of("UNIQUE", "UNIQUE", "ANY", "FIRST").get(this.random.nextInt(4));
		int inputs = 1 + this.random.nextInt(3);
		List<BitSet> whole = new ArrayList<>();
		for (int i = 0; i < inputs; i++) {
			axis();
			BitSet all = new BitSet();
			all.set(0, this.axes.get(i).size());
			whole.add(all);
		}
		split(whole, 3);
		if (this.random.nextInt(2) == 0 && this.boxes.size() > 1) {
			this.boxes.remove(this.random.nextInt(this.boxes.size()));
		}
		if (this.random.nextInt(2) == 0) {
			int axis = this.random.nextInt(inputs);
			BitSet side = this.boxes.get(this.random.nextInt(this.boxes.size())).get(axis);
			side.set(this.random.nextInt(this.axes.get(axis).size()));
		}
	}

	private void axis() {
		switch (this.random.nextInt(3)) {
			case 0 -> {
				this.types.add("string");
				this.axes.add(TEXTS.subList(0, 2 + this.random.nextInt(3)));
				this.values.add(List.of("A", "B", "C", "D"));
			}
			case 1 -> {
				this.types.add("boolean");
				this.axes.add(List.of("true", "false"));
				this.values.add(List.of(true, false));
			}
			default -> {
				int first = this.random.nextInt(9) - 3;
				int second = first + 1 + this.random.nextInt(5);
				this.types.add("integer");
				this.axes.add(List.of("< " + first, "[" + first + ".." + second + ")", ">= " + second));
				this.values.add(List.of(first - 1, first, second));
			}
		}
	}

	private void split(List<BitSet> box, int depth) {
		int axis = this.random.nextInt(box.size());
		if (depth == 0 || box.get(axis).cardinality() < 2 || this.random.nextInt(5) == 0) {
			this.boxes.add(new ArrayList<>(box.stream().map((side) -> (BitSet) side.clone()).toList()));
			return;
		}
		int at = box.get(axis).nextSetBit(box.get(axis).nextSetBit(0) + 1);
		List<BitSet> low = new ArrayList<>(box);
		low.set(axis, box.get(axis).get(0, at));
		List<BitSet> high = new ArrayList<>(box);
		BitSet rest = (BitSet) box.get(axis).clone();
		rest.clear(0, at);
		high.set(axis, rest);
		split(low, depth - 1);
		split(high, depth - 1);
	}

	/** For each piece of the space how many rules the engine itself finds there. */
	List<Integer> hits(DmnEngine engine) {
		DmnDecision decision = engine.parseDecision("generada",
				new ByteArrayInputStream(DmnText.collecting(text()).getBytes(StandardCharsets.UTF_8)));
		List<Map<String, Object>> points = new ArrayList<>();
		points.add(Map.of());
		for (int axis = 0; axis < this.axes.size(); axis++) {
			List<Map<String, Object>> longer = new ArrayList<>();
			for (Map<String, Object> point : points) {
				for (int i = 0; i < this.axes.get(axis).size(); i++) {
					Map<String, Object> more = new HashMap<>(point);
					more.put("dato" + axis, this.values.get(axis).get(i));
					longer.add(more);
				}
			}
			points = longer;
		}
		return points.stream().map((point) -> engine.evaluateDecisionTable(decision, point).size()).toList();
	}

	String policy() {
		return this.policy;
	}

	DmnText text() {
		DmnText text = DmnText.table("generada").policy(this.policy);
		for (int i = 0; i < this.axes.size(); i++) {
			text.input("dato" + i, this.types.get(i),
					this.types.get(i).equals("string") ? String.join(",", this.axes.get(i)) : null);
		}
		text.output("respuesta", "string");
		for (List<BitSet> box : this.boxes) {
			List<String> cells = new ArrayList<>();
			for (int i = 0; i < box.size(); i++) {
				List<String> axis = this.axes.get(i);
				BitSet side = box.get(i);
				cells.add((side.cardinality() == axis.size()) ? ""
						: side.stream().mapToObj(axis::get).collect(Collectors.joining(", ")));
			}
			cells.add(this.policy.equals("ANY") ? "\"igual\"" : "\"" + this.boxes.indexOf(box) + "\"");
			text.rule(cells.toArray(String[]::new));
		}
		return text;
	}

}
