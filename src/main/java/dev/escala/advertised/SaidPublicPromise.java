package dev.escala.advertised;

import dev.escala.measure.SaidGauge;

/**
 * A public promise as somebody typed it.
 *
 * @param text what is promised
 * @param place where it is published
 * @param since since when, {@code dd/mm/aaaa}
 * @param owner user id of who answers for it; blank for whoever writes it down
 * @param gauge the figure that proves it
 * @param threshold the value that is promised
 */
public record SaidPublicPromise(String text, String place, String since, String owner, SaidGauge gauge,
		String threshold) {
}
