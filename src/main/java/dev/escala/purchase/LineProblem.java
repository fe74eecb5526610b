package dev.escala.purchase;

/**
 * A line of a file that does not count.
 *
 * @param line number of its first line in the file, from 1
 * @param document its document, or {@code null}
 * @param customer how the file calls the customer, or {@code null}
 * @param apart whether it is kept until somebody says whose it is; otherwise it was
 * refused
 * @param reason why, in Spanish
 */
public record LineProblem(long line, String document, String customer, boolean apart, String reason) {
}
