package dev.escala.modelversion;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.escala.modelversion.ModelFacts.Part;

/** In what two versions of a model differ, element by element and rule by rule. */
public final class ModelDifference {

	private ModelDifference() {
	}

	/**
	 * Compares two files of a kind, in the order of the newer one; what is missing there
	 * comes last.
	 * @throws dev.escala.modelgate.file.UnreadableModelException where one cannot be read
	 */
	public static List<ModelChange> between(ModelKind kind, byte[] older, byte[] newer) {
		Map<String, Part> before = ModelFacts.of(kind, older);
		Map<String, Part> after = ModelFacts.of(kind, newer);
		List<ModelChange> changes = new ArrayList<>();
		after.forEach((id, part) -> {
			if (before.containsKey(id)) {
				changed(id, before.get(id), part, changes);
				RuleOrder.moved(id, before, after).ifPresent(changes::add);
			}
			else {
				changes.add(new ModelChange(id, part.label(), "Añadido", null, said(part)));
			}
		});
		before.forEach((id, part) -> {
			if (!after.containsKey(id)) {
				changes.add(new ModelChange(id, part.label(), "Quitado", said(part), null));
			}
		});
		return changes;
	}

	private static void changed(String id, Part before, Part after, List<ModelChange> changes) {
		Set<String> facts = new LinkedHashSet<>(after.facts().keySet());
		facts.addAll(before.facts().keySet());
		for (String fact : facts) {
			String one = before.facts().get(fact);
			String other = after.facts().get(fact);
			if (!Objects.equals(one, other)) {
				changes.add(new ModelChange(id, after.label(), fact, one, other));
			}
		}
	}

	private static String said(Part part) {
		return String.join("; ",
				part.facts().entrySet().stream().map((fact) -> fact.getKey() + ": " + fact.getValue()).toList());
	}

}
