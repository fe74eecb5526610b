package dev.escala.staffing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.escala.reference.UserId;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.NotFoundException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps who reports to whom: everybody to one person or to nobody, and never in a circle.
 * Who may change it is decided by the caller.
 */
@Service
public class ReportingLine {

	private final ReportingLineRepository repository;

	private final Directory directory;

	private final Clock clock;

	ReportingLine(ReportingLineRepository repository, Directory directory, Clock clock) {
		this.repository = repository;
		this.directory = directory;
		this.clock = clock;
	}

	/**
	 * From now on the person reports to the manager, and to nobody else.
	 * @param actor user id of who decides so
	 * @throws NotFoundException where there is no such person
	 * @throws InvalidInputException where there is no such manager, where the manager is
	 * the person, and where a circle would close
	 */
	@Transactional
	public void setManager(UserId personId, UserId managerId, UserId actor) {
		requirePerson(personId);
		if (this.directory.find(managerId).isEmpty()) {
			throw new InvalidInputException("manager", "Nadie de la organización tiene el usuario " + managerId + ".");
		}
		if (managerId.equals(personId)) {
			throw new InvalidInputException("manager", "Nadie puede depender de sí mismo.");
		}
		this.repository.takeTurns();
		List<UserId> upwards = upwards(managerId, this.repository.all());
		if (upwards.contains(personId)) {
			List<UserId> circle = new ArrayList<>(List.of(personId));
			circle.addAll(upwards.subList(0, upwards.indexOf(personId) + 1));
			throw new InvalidInputException("manager", "La línea jerárquica daría la vuelta: "
					+ circle.stream().map(this.directory::nameOf).collect(Collectors.joining(" → ")) + ".");
		}
		this.repository.set(personId, managerId, actor, this.clock.instant());
	}

	/**
	 * From now on the person reports to nobody.
	 * @param actor user id of who decides so
	 * @throws NotFoundException where there is no such person
	 */
	@Transactional
	public void removeManager(UserId personId, UserId actor) {
		requirePerson(personId);
		this.repository.takeTurns();
		this.repository.set(personId, null, actor, this.clock.instant());
	}

	/**
	 * Sets a first manager for somebody about whom nobody has decided; whatever was
	 * decided stays, also that somebody reports to nobody.
	 */
	@Transactional
	public void propose(UserId personId, UserId managerId, UserId actor) {
		this.repository.takeTurns();
		if (!this.repository.isDecided(personId) && !upwards(managerId, this.repository.all()).contains(personId)) {
			this.repository.set(personId, managerId, actor, this.clock.instant());
		}
	}

	/** The person and everybody above, nearest first; each once. */
	private static List<UserId> upwards(UserId personId, Map<UserId, UserId> managers) {
		List<UserId> line = new ArrayList<>();
		Set<UserId> seen = new HashSet<>();
		for (UserId next = personId; next != null && seen.add(next); next = managers.get(next)) {
			line.add(next);
		}
		return line;
	}

	private void requirePerson(UserId personId) {
		if (this.directory.find(personId).isEmpty()) {
			throw StaffMembers.unknown();
		}
	}

}
