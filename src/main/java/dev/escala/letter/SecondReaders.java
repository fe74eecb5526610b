package dev.escala.letter;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.access.Staff;
import dev.escala.reference.UserId;
import dev.escala.staffing.Availability;
import dev.escala.staffing.Choice;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds who can read a letter before it is sent: somebody of the group that the decision
 * names, who is there and did not write it; else the supervisors; else the managers.
 */
@Service
public class SecondReaders {

	private final Availability availability;

	private final Staff staff;

	SecondReaders(Availability availability, Staff staff) {
		this.availability = availability;
		this.staff = staff;
	}

	/** The groups that may read the letter now. */
	@Transactional(readOnly = true)
	public Readers readers(CustomerLetter letter) {
		Set<UserId> authors = letter.authors();
		Choice choice = this.availability.share(letter.readers(), authors);
		Set<String> groups = new LinkedHashSet<>(Set.of(choice.groupId()));
		String because = String.join(" ", choice.because());
		if (choice.groupId().equals(Role.SUPERVISORS.groupId()) && !isSomebodyElseThere(authors)) {
			groups.add(Role.MANAGERS.groupId());
			because += " También puede leerlo " + Role.MANAGERS.label() + ".";
		}
		return new Readers(groups, because);
	}

	private boolean isSomebodyElseThere(Set<UserId> authors) {
		List<Staff.Person> supervisors = this.staff.membersOf(Role.SUPERVISORS.groupId());
		return supervisors.stream()
			.map(Staff.Person::id)
			.anyMatch((id) -> !authors.contains(id) && this.availability.isAvailable(id));
	}

	/**
	 * Who may read a letter.
	 *
	 * @param groups ids of groups, at least one
	 * @param because how it came to them, in Spanish
	 */
	public record Readers(Set<String> groups, String because) {

		public Readers {
			groups = Set.copyOf(groups);
		}

	}

}
