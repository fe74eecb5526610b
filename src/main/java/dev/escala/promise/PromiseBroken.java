package dev.escala.promise;

/**
 * A promise of a matter was broken.
 *
 * @param number the matter
 * @param worsens whether the table {@code brokenPromise} says that the matter is worse
 * for it (004-73)
 */
public record PromiseBroken(String number, boolean worsens) {

}
