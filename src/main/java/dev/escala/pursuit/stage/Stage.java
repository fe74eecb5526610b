package dev.escala.pursuit.stage;

import dev.escala.pursuit.StageKind;

/**
 * A stage as a model has it.
 *
 * @param code by which tables and the gateway name it
 * @param name what people call it
 * @param kind what it means
 * @param definition what it means for whoever works in it (002-19), or empty
 * @param action what to do in it, or empty
 */
public record Stage(String code, String name, StageKind kind, String definition, String action) {
}
