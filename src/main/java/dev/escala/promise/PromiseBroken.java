package dev.escala.promise;

import dev.escala.reference.CaseNumber;

/**
 * A promise of a matter was broken.
 *
 * @param number the matter
 * @param worsens whether the table {@code brokenPromise} says that the matter is worse
 * for it (004-73)
 */
public record PromiseBroken(CaseNumber number, boolean worsens) {

}
