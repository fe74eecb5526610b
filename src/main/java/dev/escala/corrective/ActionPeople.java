package dev.escala.corrective;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.escala.access.Role;
import dev.escala.access.Staff;
import dev.escala.notice.StaffNotices;
import dev.escala.reference.UserId;
import dev.escala.staffing.Availability;
import dev.escala.staffing.PersonNames;
import dev.escala.staffing.PersonSearch;
import dev.escala.text.DateTexts;

import org.springframework.stereotype.Component;

/** Who does an action where its owner is away or has left, and what they are told. */
@Component
public class ActionPeople {

	private final Availability availability;

	private final PersonSearch search;

	private final PersonNames names;

	private final Staff staff;

	private final StaffNotices notices;

	private final DateTexts texts;

	ActionPeople(Availability availability, PersonSearch search, PersonNames names, Staff staff, StaffNotices notices,
			DateTexts texts) {
		this.availability = availability;
		this.search = search;
		this.names = names;
		this.staff = staff;
		this.notices = notices;
		this.texts = texts;
	}

	/**
	 * Who does it: the owner, or the deputy where the owner is away when it is due; empty
	 * where nobody of them can be given work: then the coordinators share it.
	 */
	public Optional<UserId> doer(CorrectiveAction action) {
		return there(action.owner(), action.schedule().dueAt());
	}

	/** The person, or who stands in for them at that instant, if they can have a task. */
	Optional<UserId> there(UserId person, Instant at) {
		return this.availability.presentOrDeputy(person, at).filter((id) -> this.search.find(id).isPresent());
	}

	/** Tells whoever gets it, once for each turn. */
	void tellGiven(CorrectiveAction action) {
		tell(action, "given", "internal-action-given", orCoordinators(doer(action)));
	}

	/** Reminds whoever has it, once for each turn. */
	void tellNear(CorrectiveAction action, Optional<UserId> holder) {
		tell(action, "near", "internal-action-near", orCoordinators(holder));
	}

	/** Tells whoever has it, and the person above them, that its day has passed. */
	void tellLate(CorrectiveAction action, Optional<UserId> holder) {
		Set<UserId> told = new HashSet<>(orCoordinators(holder));
		told.addAll(holder.flatMap(this.availability::managerOf).map(Set::of).orElseGet(() -> of(Role.SUPERVISORS)));
		tell(action, "late-" + action.chased(), "internal-action-late", told);
	}

	private Set<UserId> orCoordinators(Optional<UserId> person) {
		return person.map(Set::of).orElseGet(() -> of(Role.PROBLEM_COORDINATORS));
	}

	private Set<UserId> of(Role role) {
		return this.staff.membersOf(role.groupId()).stream().map(Staff.Person::id).collect(Collectors.toSet());
	}

	private void tell(CorrectiveAction action, String what, String template, Collection<UserId> people) {
		this.notices.tellPeople(action.caseNumber(), "action-" + action.id() + "-" + action.turn() + "-" + what,
				template, Map.of("message", action.text(), "dueText", this.texts.full(action.schedule().dueAt()),
						"leadName", this.names.name(action.owner())),
				people);
	}

}
