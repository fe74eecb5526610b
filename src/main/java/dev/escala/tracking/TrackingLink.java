package dev.escala.tracking;

import java.util.Locale;

/**
 * What a link opens.
 *
 * @param id its number, which opens nothing
 * @param caseNumber the case
 * @param customerId the customer who has the link
 * @param language in which the customer reads
 */
public record TrackingLink(long id, String caseNumber, long customerId, Locale language) {
}
