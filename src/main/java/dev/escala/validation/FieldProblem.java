package dev.escala.validation;

/**
 * What is wrong with one field of a request.
 *
 * @param field the field's key as the client sent it, for example {@code customer}
 * @param message what is wrong and what to do, in Spanish, for people
 */
public record FieldProblem(String field, String message) {
}
