package dev.escala.level;

import dev.escala.reference.CaseNumber;

/**
 * A matter went one level up.
 *
 * @param number the matter
 * @param level the level that it reached
 */
public record LevelReached(CaseNumber number, ReachedLevel level) {

}
