package dev.escala.staffing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.escala.access.Staff;
import dev.escala.reference.UserId;

import org.springframework.stereotype.Component;

/** The accounts of the engine. */
@Component
class StaffDirectory implements Directory {

	private final Staff staff;

	StaffDirectory(Staff staff) {
		this.staff = staff;
	}

	@Override
	public Optional<Staff.Person> find(UserId personId) {
		return isStorable(personId.value()) ? this.staff.find(personId) : Optional.empty();
	}

	@Override
	public List<Staff.Person> membersOf(String groupId) {
		return isStorable(groupId) ? this.staff.membersOf(groupId) : List.of();
	}

	@Override
	public String groupName(String groupId) {
		return isStorable(groupId) ? this.staff.groupName(groupId) : groupId;
	}

	/** PostgreSQL refuses to be asked for a NUL. */
	private static boolean isStorable(String id) {
		return id.indexOf('\0') < 0;
	}

	@Override
	public Map<UserId, String> namesOf(Collection<UserId> people) {
		Map<UserId, String> known = this.staff.namesOf(people);
		return people.stream()
			.distinct()
			.collect(Collectors.toMap(Function.identity(), (id) -> known.getOrDefault(id, id.value())));
	}

}
