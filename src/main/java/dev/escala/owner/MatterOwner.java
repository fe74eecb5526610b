package dev.escala.owner;

import java.util.Optional;
import java.util.Set;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.access.Staff;
import dev.escala.clock.MatterClocks;
import dev.escala.matter.Matter;
import dev.escala.matter.MatterAction;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.staffing.departure.Departures;
import dev.escala.timeline.Timeline;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whose the owner's tasks of a case are, in whichever process they stand (001-10). */
@Component
public class MatterOwner {

	private final Matters matters;

	private final IdleMatters idle;

	private final Staff staff;

	private final OwnerFlow flow;

	private final MatterClocks clocks;

	private final Departures departures;

	private final Timeline timeline;

	private final CurrentUser reader;

	MatterOwner(Matters matters, IdleMatters idle, Staff staff, OwnerFlow flow, MatterClocks clocks,
			Departures departures, Timeline timeline, CurrentUser reader) {
		this.matters = matters;
		this.idle = idle;
		this.staff = staff;
		this.flow = flow;
		this.clocks = clocks;
		this.departures = departures;
		this.timeline = timeline;
		this.reader = reader;
	}

	/** The group, and those who can hand the task to somebody else. */
	public Set<String> groups(CaseNumber number) {
		return groups(this.matters.get(number));
	}

	static Set<String> groups(Matter matter) {
		return (matter.groupId() == null) ? Set.of(Role.SUPERVISORS.groupId())
				: Set.of(matter.groupId(), Role.SUPERVISORS.groupId());
	}

	/** The owner's user id, if somebody owns the case. */
	public Optional<UserId> id(CaseNumber number) {
		return Optional.ofNullable(this.matters.get(number).ownerId());
	}

	/** Somebody got a task of the owner's. */
	public void claimed(CaseNumber number, UserId user, UserId by) {
		this.idle.claimed(number, user, by);
	}

	/** Why the owner has it, as a Spanish sentence. */
	public String why(CaseNumber number) {
		return id(number).flatMap(this.staff::find)
			.map((person) -> "Le llega porque " + (isReader(person) ? "usted" : person.name())
					+ " es la persona responsable del caso.")
			.orElse("Le llega porque el caso aún no tiene una persona responsable.");
	}

	private boolean isReader(Staff.Person person) {
		return this.reader.id().filter(person.id()::equals).isPresent();
	}

	/**
	 * A superior names another owner.
	 * @throws InvalidInputException where there is nobody with that user id
	 */
	@Transactional
	public void reassign(CaseNumber number, UserId by, UserId newOwner) {
		this.matters.lockFor(number, MatterAction.REASSIGN);
		Staff.Person person = this.staff.find(newOwner)
			.orElseThrow(() -> new InvalidInputException("newOwner",
					"No hay ninguna persona con el usuario «" + newOwner + "»."));
		// Named by a superior, who has left the group owns it all the same.
		this.departures.forget(person.id(), groups(number));
		this.matters.own(number, person.id());
		this.flow.nameOwner(number, person.id());
		this.clocks.expectActivity(number);
		this.timeline.add(number, by, "Nombró responsable a " + person.name() + ".");
	}

}
