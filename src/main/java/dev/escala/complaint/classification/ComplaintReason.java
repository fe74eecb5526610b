package dev.escala.complaint.classification;

/**
 * Why somebody complains: a row of the table {@code complaintReasons} (004-16, 004-38).
 *
 * @param code for example {@code DEFECTIVE_BATCH}; owners add their own
 * @param group what kind of harm that is
 * @param label its Spanish name
 */
public record ComplaintReason(String code, ReasonGroup group, String label) {
}
