package dev.escala.modelgate.variable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a variable may hold.
 *
 * @param values texts, truth values or {@code null}; empty where it may be anything
 */
public record Possible(Set<Object> values) {

	/** Anything. */
	public static final Possible ANYTHING = new Possible(Set.of());

	/** What a list of texts means, in which truth values are written out. */
	static Possible of(Set<String> written) {
		boolean flags = !written.isEmpty() && Set.of("true", "false").containsAll(written);
		Set<Object> values = new LinkedHashSet<>();
		new TreeSet<>(written).forEach((text) -> values.add(flags ? (Object) Boolean.valueOf(text) : text));
		return new Possible(values);
	}

	/** Whether it may be anything. */
	public boolean isAnything() {
		return this.values.isEmpty();
	}

	/** What one or the other writes. */
	public Possible or(Possible other) {
		if (isAnything() || other.isAnything()) {
			return ANYTHING;
		}
		Set<Object> both = new LinkedHashSet<>(this.values);
		both.addAll(other.values);
		return new Possible(both);
	}

	/** The texts of it. */
	public List<String> texts() {
		List<String> texts = new ArrayList<>();
		this.values.stream().filter((value) -> value != null).map(String::valueOf).sorted().forEach(texts::add);
		return texts;
	}

}
