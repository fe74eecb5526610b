package dev.escala.escalation;

import java.util.Optional;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.access.Staff;

import org.springframework.stereotype.Component;

/** Whose the owner's tasks of a case are, in whichever process they stand (001-10). */
@Component
public class CaseOwner {

	private final Escalations escalations;

	private final IdleCases idle;

	private final Staff staff;

	CaseOwner(Escalations escalations, IdleCases idle, Staff staff) {
		this.escalations = escalations;
		this.idle = idle;
		this.staff = staff;
	}

	/** The group, and those who can hand the task to somebody else. */
	public Set<String> groups(String number) {
		Escalation escalation = this.escalations.get(number);
		return (escalation.groupId() == null) ? Set.of(Role.SUPERVISORS.groupId())
				: Set.of(escalation.groupId(), Role.SUPERVISORS.groupId());
	}

	/** The owner's user id, if somebody owns the case. */
	public Optional<String> id(String number) {
		return Optional.ofNullable(this.escalations.get(number).ownerId());
	}

	/** Somebody got a task of the owner's. */
	public void claimed(String number, String user, String by) {
		this.idle.claimed(number, user, by);
	}

	/** Why the owner has it, as a Spanish sentence. */
	public String why(String number) {
		return id(number).flatMap(this.staff::find)
			.map((person) -> "Le llega porque " + person.name() + " es la persona responsable del caso.")
			.orElse("Le llega porque el caso aún no tiene una persona responsable.");
	}

}
