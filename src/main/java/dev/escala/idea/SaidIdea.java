package dev.escala.idea;

import dev.escala.measure.SaidGauge;

/**
 * An idea as somebody typed it.
 *
 * @param what what is tried
 * @param hypothesis what we believe will come of it
 * @param gauge by what it is measured
 * @param owner user id of who answers for it; blank for whoever writes it down
 * @param beganOn from when it is tried, {@code dd/mm/aaaa}; blank for today
 * @param decideOn when it is decided, {@code dd/mm/aaaa}
 * @param monthsBefore how many whole months before are compared; blank for three
 */
public record SaidIdea(String what, String hypothesis, SaidGauge gauge, String owner, String beganOn, String decideOn,
		String monthsBefore) {
}
