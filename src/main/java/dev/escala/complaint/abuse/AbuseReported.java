package dev.escala.complaint.abuse;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/**
 * Somebody of the staff was abused in a matter: its kind gives it to another group, in
 * the same transaction.
 *
 * @param number the matter
 * @param person who was abused, whose work in it ends
 * @param groupId the group that goes on with it
 * @param by who reported it
 */
public record AbuseReported(CaseNumber number, UserId person, String groupId, UserId by) {
}
