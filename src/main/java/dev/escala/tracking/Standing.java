package dev.escala.tracking;

import java.util.List;

/**
 * How a matter stands, as its customer reads it.
 *
 * @param steps what its phases are called, in order
 * @param step the phase in which it is, counted from 1
 * @param sentence what that means, or how it ended
 * @param over whether nothing more happens
 * @param asksHow whether it is time to ask how it went
 */
public record Standing(List<String> steps, int step, String sentence, boolean over, boolean asksHow) {

	public Standing {
		steps = List.copyOf(steps);
	}

}
