package dev.escala.handover;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.access.Staff;
import dev.escala.engine.receiver.WorkReceiver;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.staffing.Availability;
import dev.escala.timeline.Timeline;

import org.springframework.stereotype.Component;

/**
 * Asks at each assignment who is there. Who is merely off duty gets it: it can wait for
 * their next duty.
 */
@Component
class PresentReceivers implements WorkReceiver {

	private final Availability availability;

	private final Staff staff;

	private final Timeline timeline;

	private final Clock clock;

	PresentReceivers(Availability availability, Staff staff, Timeline timeline, Clock clock) {
		this.availability = availability;
		this.staff = staff;
		this.timeline = timeline;
		this.clock = clock;
	}

	@Override
	public Optional<UserId> person(CaseNumber number, String task, UserId meant) {
		Optional<UserId> there = this.availability.presentOrDeputy(meant, this.clock.instant());
		if (number != null && !there.equals(Optional.of(meant))) {
			String why = this.staff.find(meant)
				.map((person) -> person.name() + " está ausente")
				.orElse("«" + meant + "» ya no existe en Escala");
			this.timeline.add(number, UserId.SYSTEM,
					"«" + task + "»: " + why + there.map((deputy) -> "; le llega a " + this.staff.nameOf(deputy) + ".")
						.orElse(" y nadie la suple; la puede tomar el grupo."));
		}
		return there;
	}

	@Override
	public Set<String> groups(Set<String> meant) {
		List<Staff.Person> members = meant.stream().flatMap((group) -> this.staff.membersOf(group).stream()).toList();
		// Groups without any members are a mistake of their own, which the self-check
		// finds.
		if (members.isEmpty() || members.stream().anyMatch((person) -> isThere(person.id()))) {
			return meant;
		}
		Set<String> groups = new LinkedHashSet<>(meant);
		groups.add(Role.SUPERVISORS.groupId());
		return groups;
	}

	private boolean isThere(UserId person) {
		return this.availability.presentOrDeputy(person, this.clock.instant()).equals(Optional.of(person));
	}

}
