package dev.escala.letter;

/**
 * An answer that came along with a completed task, as programs send it.
 *
 * @param point id of the point
 * @param answer what the customer will read, or {@code null}
 * @param noAnswerReason why it needs none, or {@code null}
 */
public record PointAnswer(long point, String answer, String noAnswerReason) {

}
