package dev.escala.level;

/**
 * A matter went one level up.
 *
 * @param number the matter
 * @param level the level that it reached
 */
public record LevelReached(String number, ReachedLevel level) {

}
