package dev.escala.complaint;

import dev.escala.reference.CaseNumber;

/**
 * What others make depend on how a complaint stands may have changed: it was assessed,
 * answered, taken up again, or ended. Told in the transaction in which that happens.
 *
 * @param number which
 */
public record ComplaintMoved(CaseNumber number) {
}
