package dev.escala.matter;

import dev.escala.reference.CaseNumber;

/**
 * A matter is over: what is under way for it ends with it, in the same transaction.
 *
 * @param number the matter
 * @param why one Spanish sentence
 */
public record MatterEnded(CaseNumber number, String why) {

}
