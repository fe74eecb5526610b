package dev.escala.modelgate;

import java.util.List;

/**
 * The files that are to be deployed together.
 *
 * @param files in the order in which they were sent
 */
public record Submission(List<ModelFile> files) {

	/** The files of that kind, for example {@code .bpmn}. */
	public List<ModelFile> ending(String suffix) {
		return this.files.stream().filter((file) -> file.name().endsWith(suffix)).toList();
	}

}
