package dev.escala.staffing.departure;

import dev.escala.reference.UserId;

/**
 * Somebody in a group.
 *
 * @param person user id
 * @param group id of the group
 */
record GroupMember(UserId person, String group) {
}
