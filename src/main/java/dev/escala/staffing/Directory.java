package dev.escala.staffing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.escala.access.Staff;
import dev.escala.reference.UserId;

/** The people and groups that there are, and nothing about where they are. */
interface Directory {

	Optional<Staff.Person> find(UserId personId);

	/** The members of a group, by id; none where there is no such group. */
	List<Staff.Person> membersOf(String groupId);

	/** The Spanish name of a group, or its id where it has none. */
	String groupName(String groupId);

	/** The person's full name, or the id where there is no such person. */
	default String nameOf(UserId personId) {
		return find(personId).map(Staff.Person::name).orElse(personId.value());
	}

	/** The same for many, asked at once. */
	default Map<UserId, String> namesOf(Collection<UserId> people) {
		return people.stream().distinct().collect(Collectors.toMap(Function.identity(), this::nameOf));
	}

}
