package dev.escala.staffing.departure;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.escala.access.Staff;
import dev.escala.reference.UserId;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has left a group. The directory of people may be changed by an administrator, by a
 * program or where Escala does not see it at all, so it is looked at again and again: who
 * was in a group and is not any more has left it.
 */
@Service
public class Departures {

	private final GroupMemberRepository members;

	private final Staff staff;

	private final Clock clock;

	Departures(GroupMemberRepository members, Staff staff, Clock clock) {
		this.members = members;
		this.staff = staff;
		this.clock = clock;
	}

	/** Looks who is in which group now. */
	@Transactional
	public void look() {
		this.members.takeTurns();
		Set<GroupMember> now = new HashSet<>();
		for (Staff.Team group : this.staff.groups()) {
			this.staff.membersOf(group.id()).forEach((person) -> now.add(new GroupMember(person.id(), group.id())));
		}
		List<UserId> people = this.staff.everybody().stream().map(Staff.Person::id).toList();
		this.members.forgetAllBut(people);
		this.members.keep(now, this.clock.instant());
	}

	/**
	 * Whether the person has left one of the groups and is in none of them now. Who never
	 * was in one has not left it: somebody gave them the work all the same.
	 */
	@Transactional(readOnly = true)
	public boolean hasLeft(UserId person, Collection<String> groups) {
		return this.members.hasLeft(person, groups)
				&& this.staff.groupsOf(person).stream().map(Staff.Team::id).noneMatch(groups::contains);
	}

	/** All who have left a group, whether or not they are in others. */
	@Transactional(readOnly = true)
	public Set<UserId> people() {
		return this.members.whoLeft();
	}

	/** A superior gives the person work of these groups, knowing that they left. */
	@Transactional
	public void forget(UserId person, Collection<String> groups) {
		this.members.forget(person, groups);
	}

}
