package dev.escala.card;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A task as a list shows it.
 *
 * @param id of the task
 * @param name what it is called
 * @param work what it belongs to
 * @param takeable whether whoever asks has it or may take it
 * @param returned why it has come back, or {@code null} where it has not
 */
public record TaskLine(String id, String name, @JsonUnwrapped CardLine work, boolean takeable, ReturnedWork returned) {
}
