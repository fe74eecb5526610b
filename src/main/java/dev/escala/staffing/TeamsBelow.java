package dev.escala.staffing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.access.Staff;
import dev.escala.reference.UserId;

import org.springframework.stereotype.Component;

/**
 * Whose work the person who asks answers for: their own, and, of a superior, that of
 * everybody who reports to them, directly or not. Tasklist's filter of what is late asks
 * by name.
 */
@Component("teamsBelow")
public class TeamsBelow {

	private static final Role[] SUPERIORS = { Role.SUPERVISORS, Role.MANAGERS, Role.DIRECTORS };

	/** The engine takes no empty list, and no group has this id. */
	private static final String NO_GROUP = "-";

	private final CurrentUser user;

	private final ReportingLineRepository lines;

	private final Staff staff;

	TeamsBelow(CurrentUser user, ReportingLineRepository lines, Staff staff) {
		this.user = user;
		this.lines = lines;
		this.staff = staff;
	}

	/** User ids, the person's own first. */
	public String[] people() {
		return below().stream().map(UserId::value).toArray(String[]::new);
	}

	/** Ids of the groups of these people; never empty. */
	public List<String> groups() {
		Set<UserId> below = below();
		// A dozen groups are asked sooner than hundreds of people.
		List<String> groups = this.staff.groups()
			.stream()
			.map(Staff.Team::id)
			.filter((group) -> this.staff.membersOf(group).stream().map(Staff.Person::id).anyMatch(below::contains))
			.toList();
		return groups.isEmpty() ? List.of(NO_GROUP) : groups;
	}

	private Set<UserId> below() {
		Set<UserId> people = new LinkedHashSet<>();
		this.user.id().ifPresent(people::add);
		if (this.user.isIn(SUPERIORS)) {
			Map<UserId, UserId> managers = this.lines.all();
			List<UserId> next = new ArrayList<>(people);
			while (!next.isEmpty()) {
				UserId superior = next.remove(0);
				managers.forEach((person, manager) -> {
					if (superior.equals(manager) && people.add(person)) {
						next.add(person);
					}
				});
			}
		}
		return people;
	}

}
