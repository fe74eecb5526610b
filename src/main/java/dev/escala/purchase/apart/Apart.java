package dev.escala.purchase.apart;

import java.time.LocalDate;

/**
 * Documents that are kept until somebody says whose they are.
 *
 * @param called how the sender calls the customer; empty where it says nothing
 * @param document the only document, where the sender says nothing; or {@code null}
 * @param documents how many
 * @param lines of all of them
 * @param firstOn day of the first
 * @param lastOn day of the last
 */
public record Apart(String called, String document, long documents, long lines, LocalDate firstOn, LocalDate lastOn) {
}
