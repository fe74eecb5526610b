package dev.escala.staffing;

import java.util.List;

import dev.escala.access.Staff;
import dev.escala.reference.UserId;

/**
 * Somebody of the organisation, as colleagues see it.
 *
 * @param id user id
 * @param name full name
 * @param groups the groups that the person belongs to
 * @param manager to whom the person reports, or {@code null}
 * @param onDutyCalendar code of the calendar of the person's duty; {@code null} is always
 * @param available whether the person is neither absent nor off duty now
 * @param absentUntil the last day of the present absence, {@code 2026-11-27}, or the
 * minute of the return, {@code 2026-11-27T14:00}, in the organisation's zone; or
 * {@code null}
 * @param deputy who stands in now, or {@code null}
 */
public record StaffMember(UserId id, String name, List<Staff.Team> groups, NamedPerson manager, String onDutyCalendar,
		boolean available, String absentUntil, NamedPerson deputy) {
}
