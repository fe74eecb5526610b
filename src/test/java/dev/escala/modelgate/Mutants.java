package dev.escala.modelgate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Edits of our models by kind, of each as many as there is time for. */
final class Mutants {

	private final int most;

	private final Map<String, List<Mutant>> byKind = new TreeMap<>();

	Mutants(int most) {
		this.most = most;
	}

	/** Makes one more, if there is time for it. */
	void add(String kind, String where, String file, Supplier<byte[]> content) {
		List<Mutant> made = this.byKind.computeIfAbsent(kind, (one) -> new ArrayList<>());
		if (made.size() < this.most) {
			made.add(new Mutant(kind, kind.startsWith("legal"), where, new ModelFile(file, content.get())));
		}
	}

	Map<String, List<Mutant>> byKind() {
		return this.byKind;
	}

}
