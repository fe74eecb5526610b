package dev.escala.decisionlog;

import dev.escala.policy.Topic;

/**
 * Which decisions are looked for.
 *
 * @param text words, or {@code null} for all
 * @param topic only this one, or {@code null} for all
 * @param standing only those that hold for every such question, or only those that do
 * not, or {@code null} for both
 * @param inForce only those that are in force, or only those that are not any more, or
 * {@code null} for both
 */
public record RulingFilter(String text, Topic topic, Boolean standing, Boolean inForce) {
}
