package dev.escala.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.escala.engine.AsSystem;
import dev.escala.reference.UserId;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;

import org.springframework.stereotype.Component;

/** The people of the organisation and the groups that they belong to. */
@Component
public class Staff {

	private final IdentityService identity;

	private final AsSystem asSystem;

	Staff(IdentityService identity, AsSystem asSystem) {
		this.identity = identity;
		this.asSystem = asSystem;
	}

	/** The members of a group, by id. */
	public List<Person> membersOf(String groupId) {
		// Whoever acts now may see no colleague; whom Escala tells does not depend on
		// that.
		return this.asSystem
			.call(() -> this.identity.createUserQuery().memberOfGroup(groupId).orderByUserId().asc().list())
			.stream()
			.map(Staff::person)
			.toList();
	}

	/** Everybody who has an account, by id. */
	public List<Person> everybody() {
		return this.asSystem.call(() -> this.identity.createUserQuery().orderByUserId().asc().list())
			.stream()
			.map(Staff::person)
			.toList();
	}

	/** All groups, by id. */
	public List<Team> groups() {
		return this.asSystem.call(() -> this.identity.createGroupQuery().orderByGroupId().asc().list())
			.stream()
			.map(Staff::team)
			.toList();
	}

	/** The groups that a person belongs to, by id. */
	public List<Team> groupsOf(UserId userId) {
		return this.asSystem
			.call(() -> this.identity.createGroupQuery().groupMember(userId.value()).orderByGroupId().asc().list())
			.stream()
			.map(Staff::team)
			.toList();
	}

	/** Whoever of the staff has this address, whatever its case. */
	public Optional<Person> findByEmail(String address) {
		return everybody().stream().filter((person) -> address.equalsIgnoreCase(person.email())).findFirst();
	}

	public Optional<Person> find(UserId userId) {
		return Optional
			.ofNullable(this.asSystem.call(() -> this.identity.createUserQuery().userId(userId.value()).singleResult()))
			.map(Staff::person);
	}

	/** The person's full name, or the id where there is no such person. */
	public String nameOf(UserId userId) {
		return find(userId).map(Person::name).orElse(userId.value());
	}

	/** The full names of those of the people who have an account, asked at once. */
	public Map<UserId, String> namesOf(Collection<UserId> userIds) {
		if (userIds.isEmpty()) {
			return Map.of();
		}
		String[] ids = userIds.stream().map(UserId::value).distinct().toArray(String[]::new);
		return this.asSystem.call(() -> this.identity.createUserQuery().userIdIn(ids).list())
			.stream()
			.map(Staff::person)
			.collect(Collectors.toMap(Person::id, Person::name));
	}

	/** The Spanish name of a group, or its id where it has none. */
	public String groupName(String groupId) {
		return findGroup(groupId).orElse(groupId);
	}

	/**
	 * The Spanish name of a group, or its id where it has none, if there is the group.
	 */
	public Optional<String> findGroup(String groupId) {
		return Optional
			.ofNullable(this.asSystem.call(() -> this.identity.createGroupQuery().groupId(groupId).singleResult()))
			.map((group) -> (group.getName() == null) ? groupId : group.getName());
	}

	private static Team team(Group group) {
		return new Team(group.getId(), (group.getName() == null) ? group.getId() : group.getName());
	}

	private static Person person(User user) {
		String name = ((user.getFirstName() == null ? "" : user.getFirstName()) + " "
				+ (user.getLastName() == null ? "" : user.getLastName()))
			.strip();
		return new Person(new UserId(user.getId()), name.isEmpty() ? user.getId() : name, user.getEmail());
	}

	/**
	 * A member of the staff.
	 *
	 * @param id user id
	 * @param name full name
	 * @param email address, or {@code null}
	 */
	public record Person(UserId id, String name, String email) {
	}

	/**
	 * A group of the staff.
	 *
	 * @param id group id
	 * @param name its Spanish name, or the id where it has none
	 */
	public record Team(String id, String name) {
	}

}
