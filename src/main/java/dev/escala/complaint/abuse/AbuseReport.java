package dev.escala.complaint.abuse;

import java.time.Instant;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/**
 * That somebody of the staff was abused (004-27).
 *
 * @param id its id
 * @param number the matter in which it happened
 * @param kind how
 * @param what what happened, in the words of whoever reports it
 * @param person who was abused: has nothing more to do with the matter
 * @param groupId the group that goes on with it
 * @param reportedBy user id
 * @param reportedAt when
 */
public record AbuseReport(long id, CaseNumber number, AbuseKind kind, String what, UserId person, String groupId,
		UserId reportedBy, Instant reportedAt) {
}
