package dev.escala.pursuit.stage;

import java.util.List;
import java.util.Optional;

/**
 * The stages that a process can reach.
 *
 * @param stages in the order of the model
 * @param initial the code of the first one
 */
public record StagePlan(List<Stage> stages, String initial) {

	public StagePlan {
		stages = List.copyOf(stages);
	}

	/** The stage of that code, if the process can reach one. */
	public Optional<Stage> find(String code) {
		return this.stages.stream().filter((stage) -> stage.code().equals(code)).findFirst();
	}

	/** The stage in which everything begins. */
	public Stage first() {
		return find(this.initial)
			.orElseThrow(() -> new IllegalStateException("No stage is reached by default: " + this.stages));
	}

}
