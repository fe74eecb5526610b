package dev.escala.letter.check;

import java.util.List;

/**
 * The apologies in a text, in its own words.
 *
 * @param admitting where it admits a fault, in the order of the lists
 * @param regretting where it is only sorry for the trouble
 */
public record ApologyWords(List<String> admitting, List<String> regretting) {

	public ApologyWords {
		admitting = List.copyOf(admitting);
		regretting = List.copyOf(regretting);
	}

}
