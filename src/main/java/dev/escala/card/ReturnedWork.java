package dev.escala.card;

/**
 * Why a task has come back.
 *
 * @param from who sent it back, by name
 * @param reason what has to change, in that person's words
 */
public record ReturnedWork(String from, String reason) {
}
