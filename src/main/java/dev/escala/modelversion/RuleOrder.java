package dev.escala.modelversion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.modelversion.ModelFacts.Part;

/**
 * Rules that have changed places where the first one that matches counts, or all count in
 * turn. Each is told by the rules that it has passed, so that a rule that was added or
 * taken away moves nobody.
 */
final class RuleOrder {

	private RuleOrder() {
	}

	/**
	 * Which others a rule comes before now and came after. Of two that have changed
	 * places, the one that went forward tells it.
	 * @param before the parts of the older file
	 * @param after the parts of the newer file, the rule among them
	 */
	static Optional<ModelChange> moved(String rule, Map<String, Part> before, Map<String, Part> after) {
		Part part = after.get(rule);
		if (part.order() == null) {
			return Optional.empty();
		}
		List<String> was = both(part.order(), before, after, before);
		List<String> is = both(part.order(), before, after, after);
		int placeBefore = was.indexOf(rule);
		List<String> passed = is.subList(is.indexOf(rule) + 1, is.size())
			.stream()
			.filter((other) -> was.indexOf(other) < placeBefore)
			.map((other) -> said(after.get(other)))
			.toList();
		return passed.isEmpty() ? Optional.empty() : Optional.of(new ModelChange(rule, part.label(), "Orden",
				"Se miraba después de " + String.join(", ", passed), "Se mira antes que " + String.join(", ", passed)));
	}

	/** The rules of a decision that both have, in the order of one of them. */
	private static List<String> both(String decision, Map<String, Part> before, Map<String, Part> after,
			Map<String, Part> order) {
		List<String> rules = new ArrayList<>(order.keySet());
		rules.removeIf(
				(id) -> !before.containsKey(id) || !after.containsKey(id) || !decision.equals(after.get(id).order()));
		return rules;
	}

	private static String said(Part rule) {
		String why = rule.facts().getOrDefault("Motivo", "");
		return "la " + rule.label().replace("Regla", "regla") + (why.isBlank() ? "" : " («" + why + "»)");
	}

}
