package dev.escala.handover.standin;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.escala.access.Role;
import dev.escala.access.Staff;
import dev.escala.reference.UserId;
import dev.escala.staffing.Availability;
import dev.escala.staffing.Choice;
import dev.escala.staffing.departure.Departures;

import org.springframework.stereotype.Component;

/**
 * Says who gets work now: the person whose it is, their deputy, the group, Supervisión.
 * Who is merely off duty keeps it: it can wait for their next duty.
 */
@Component
class Receivers {

	static final String SUPERVISORS = Role.SUPERVISORS.groupId();

	private final Availability availability;

	private final Departures departures;

	private final Staff staff;

	Receivers(Availability availability, Departures departures, Staff staff) {
		this.availability = availability;
		this.departures = departures;
		this.staff = staff;
	}

	/**
	 * Who gets a task.
	 * @param meant whose it is
	 * @param groups who may do it
	 * @param refused whom the task itself refuses
	 */
	Receiver of(UserId meant, Set<String> groups, Predicate<UserId> refused) {
		if (this.staff.find(meant).isEmpty()) {
			return new Receiver(null, "«" + meant + "» ya no existe en Escala.");
		}
		if (this.departures.hasLeft(meant, groups)) {
			return new Receiver(null, this.staff.nameOf(meant) + " ya no está en " + names(groups) + ".");
		}
		Choice choice = this.availability.standIn(meant);
		String because = String.join(" ", choice.because());
		if (choice.personId() == null || choice.personId().equals(meant) || !refused.test(choice.personId())) {
			return new Receiver(choice.personId(), because);
		}
		return new Receiver(null, because + " " + this.staff.nameOf(choice.personId()) + " no puede hacer esta tarea.");
	}

	/**
	 * Whether nobody of the groups is there. Groups without any members are a mistake of
	 * their own, which the self-check finds.
	 */
	boolean isNobodyThere(Collection<String> groups) {
		List<UserId> members = groups.stream().flatMap((group) -> members(group).stream()).toList();
		return !members.isEmpty() && this.availability.absent().containsAll(members);
	}

	/** The groups of which nobody is there. */
	Set<String> emptyGroups() {
		Set<UserId> absent = this.availability.absent();
		return absent.isEmpty() ? Set.of()
				: this.staff.groups()
					.stream()
					.map(Staff.Team::id)
					.filter((group) -> isNobodyThere(Set.of(group)))
					.collect(Collectors.toSet());
	}

	/** The people of the groups who are there. */
	Set<UserId> there(Collection<String> groups) {
		Set<UserId> people = groups.stream()
			.flatMap((group) -> members(group).stream())
			.collect(Collectors.toCollection(LinkedHashSet::new));
		people.removeAll(this.availability.absent());
		return people;
	}

	/** Whether the person may do a task of these groups without being named. */
	boolean isIn(UserId person, Set<String> groups) {
		return this.staff.groupsOf(person).stream().map(Staff.Team::id).anyMatch(groups::contains);
	}

	private List<UserId> members(String group) {
		return this.staff.membersOf(group).stream().map(Staff.Person::id).toList();
	}

	private String names(Set<String> groups) {
		String names = groups.stream()
			.filter((group) -> !group.equals(SUPERVISORS) || groups.size() == 1)
			.map(this.staff::groupName)
			.sorted()
			.collect(Collectors.joining(" ni en "));
		return names.isEmpty() ? "su grupo" : names;
	}

	/**
	 * Who gets a task.
	 *
	 * @param person who, or {@code null} where its groups share it
	 * @param because how it comes to that, in Spanish sentences
	 */
	record Receiver(UserId person, String because) {

		boolean is(UserId other) {
			return Objects.equals(this.person, other);
		}

		Optional<UserId> found() {
			return Optional.ofNullable(this.person);
		}
	}

}
