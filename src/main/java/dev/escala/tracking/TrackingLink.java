package dev.escala.tracking;

import java.util.Locale;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;

/**
 * What a link opens.
 *
 * @param id its number, which opens nothing
 * @param caseNumber the case
 * @param customerId the customer who has the link
 * @param language in which the customer reads
 */
public record TrackingLink(long id, CaseNumber caseNumber, CustomerId customerId, Locale language) {
}
