package dev.escala.complaint;

/**
 * What a customer says of the answer to a complaint (004-54).
 *
 * @param heard whether they felt heard
 * @param solved whether it is solved
 * @param text what else they say, or {@code null}; what is still wrong where it is not
 * solved
 */
public record Judgement(boolean heard, boolean solved, String text) {

}
