package dev.escala.modelversion;

import java.util.List;

import dev.escala.modelversion.ModelFacts.Part;

/**
 * A decision table as text.
 *
 * @param columns inputs, outputs and the reason, as people call them
 * @param rows the cells of each rule, in table order
 */
public record ModelTable(List<String> columns, List<List<String>> rows) {

	/**
	 * Reads the first table of a file.
	 * @throws dev.escala.modelgate.file.UnreadableModelException where it cannot be read
	 */
	public static ModelTable of(byte[] content) {
		List<Part> rules = ModelFacts.of(ModelKind.TABLE, content).values().stream().filter(Part::isRule).toList();
		return new ModelTable(rules.isEmpty() ? List.of() : List.copyOf(rules.get(0).facts().keySet()),
				rules.stream().map((rule) -> List.copyOf(rule.facts().values())).toList());
	}

}
