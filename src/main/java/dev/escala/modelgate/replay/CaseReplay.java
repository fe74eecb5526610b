package dev.escala.modelgate.replay;

import java.util.List;

import dev.escala.reference.CaseNumber;
import dev.escala.text.Sentences;

/**
 * A case as edited tables would have decided it. Nothing of it is kept.
 *
 * @param number the case
 * @param files the names of the edited files
 * @param steps every decision of the case, the oldest first
 * @param follows what would have followed for it, Spanish sentences
 */
public record CaseReplay(CaseNumber number, List<String> files, List<CaseStep> steps, List<String> follows) {

	/** How many decisions edited tables took again. */
	public long again() {
		return this.steps.stream().filter(CaseStep::again).count();
	}

	/** How many of them would be others. */
	public long differing() {
		return this.steps.stream().filter(CaseStep::differs).count();
	}

	/** In Spanish, for example {@code Cambian 2 de 12 decisiones}. */
	public String summary() {
		return ((differing() == 1) ? "Cambia 1 de " : "Cambian " + differing() + " de ")
				+ Sentences.counted(again(), "decisión", "decisiones");
	}

}
