package dev.escala.complaint.outage;

import java.time.Instant;

import dev.escala.reference.CaseNumber;

/**
 * A complaint that belongs to a mass fault, or may.
 *
 * @param number the complaint
 * @param subject what it is about
 * @param customer who complains
 * @param presentedAt when
 * @param open whether it still has to be answered or checked
 * @param told how many texts its customer was told
 */
public record OutageComplaint(CaseNumber number, String subject, String customer, Instant presentedAt, boolean open,
		int told) {

}
