package dev.escala.modelgate.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * All values of an input, cut at the constants that its cells name: within a piece every
 * simple cell answers alike, so that one example of each says all.
 *
 * @param regions an example of each piece
 * @param complete whether the examples stand for every value; not where the cells compare
 * with what cannot be put in order
 */
record Axis(List<Region> regions, boolean complete) {

	/**
	 * A piece of an axis.
	 *
	 * @param example a value within, as the engine would be given it
	 * @param text the same as FEEL writes it
	 */
	record Region(Object example, String text) {
	}

	/** Of an input of which nothing is asked. */
	static Axis untouched() {
		return new Axis(List.of(new Region(null, "cualquier valor")), true);
	}

	/** Of a truth value. */
	static Axis flags() {
		return new Axis(List.of(new Region(true, "true"), new Region(false, "false")), true);
	}

	/** Of a text of which all values are known. */
	static Axis texts(Collection<String> allowed) {
		return new Axis(allowed.stream().map((text) -> new Region(text, quoted(text))).toList(), true);
	}

	/** Of a text that may be any. */
	static Axis anyText(Collection<String> named) {
		List<Region> regions = new ArrayList<>(texts(named).regions());
		String other = "OTRO";
		while (named.contains(other)) {
			other += "_";
		}
		regions.add(new Region(other, quoted(other) + " (o cualquier otro texto)"));
		return new Axis(regions, true);
	}

	/**
	 * Of what has an order.
	 * @param scale how values become numbers and back
	 * @param constants where it is cut, none of them unknown to the scale
	 * @param allowed which values may come
	 */
	static Axis ordered(Scale scale, Collection<Object> constants, Predicate<Object> allowed) {
		Set<Region> regions = new LinkedHashSet<>();
		for (BigDecimal point : scale.examples(constants)) {
			Object example = scale.value(point);
			if (allowed.test(example)) {
				regions.add(new Region(example, scale.text(point)));
			}
		}
		return new Axis(List.copyOf(regions), true);
	}

	static String quoted(String text) {
		return "\"" + text + "\"";
	}

}
