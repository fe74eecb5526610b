package dev.escala.staffing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.access.Staff;
import dev.escala.calendar.WorkingCalendar;
import dev.escala.reference.UserId;
import dev.escala.text.Sentences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is there at one instant. What it is given may contradict itself (a deputy who left,
 * deputies in a ring, a calendar that is gone): it always answers, and always the same.
 */
final class Presence {

	private static final Logger LOGGER = LoggerFactory.getLogger(Presence.class);

	private static final String QUEUE = Role.SUPERVISORS.groupId();

	private static final int NAMED = 3;

	private final Instant now;

	private final Directory directory;

	private final OfficeTime time;

	private final Map<UserId, StoredAbsence> absences;

	private final Map<UserId, String> duties;

	/**
	 * Looks at an instant.
	 * @param absences the absence of each person who is absent then
	 * @param duties the code of the on-duty calendar of each person who has one
	 */
	Presence(Instant now, Directory directory, OfficeTime time, Map<UserId, StoredAbsence> absences,
			Map<UserId, String> duties) {
		this.now = now;
		this.directory = directory;
		this.time = time;
		this.absences = absences;
		this.duties = duties;
	}

	boolean isAvailable(UserId personId) {
		return personId != null && isThere(personId) && this.directory.find(personId).isPresent();
	}

	Set<UserId> absent() {
		return Set.copyOf(this.absences.keySet());
	}

	Optional<StoredAbsence> absenceOf(UserId personId) {
		return Optional.ofNullable(this.absences.get(personId));
	}

	/** See {@link Availability#presentOrDeputy}. */
	Optional<UserId> presentOrDeputy(UserId wanted) {
		return Optional.ofNullable(notAway(wanted, new ArrayList<>()));
	}

	/** See {@link Availability#standIn}. */
	Choice standIn(UserId wanted) {
		List<String> because = new ArrayList<>();
		return new Choice(notAway(wanted, because), null, because);
	}

	/** See {@link Availability#choose}. */
	Choice choose(UserId personId, String groupId, Set<UserId> notSharing) {
		List<String> because = new ArrayList<>();
		UserId chosen = personOrDeputy(personId, because);
		if (chosen != null) {
			return new Choice(chosen, isBlank(groupId) ? QUEUE : groupId, because);
		}
		return new Choice(null, sharedBy(groupId, notSharing, because), because);
	}

	/** See {@link Availability#share}. */
	Choice share(String groupId, Set<UserId> notSharing) {
		List<String> because = new ArrayList<>();
		return new Choice(null, sharedBy(groupId, notSharing, because), because);
	}

	private UserId personOrDeputy(UserId wanted, List<String> because) {
		if (wanted == null || isBlank(wanted.value())) {
			because.add("No hay ninguna persona indicada.");
			return null;
		}
		UserId there = notAway(wanted, because);
		return (there == null) ? null : onDuty(this.directory.find(there).orElseThrow(), because);
	}

	/** The first of the person, the deputy, that one's deputy… who is not away. */
	private UserId notAway(UserId wanted, List<String> because) {
		Set<UserId> asked = new HashSet<>();
		UserId next = wanted;
		while (next != null) {
			if (!asked.add(next)) {
				because.add("Las suplencias vuelven a " + this.directory.nameOf(next) + ".");
				return null;
			}
			Optional<Staff.Person> person = this.directory.find(next);
			if (person.isEmpty()) {
				because.add("Nadie de la organización tiene el usuario " + next + ".");
				return null;
			}
			StoredAbsence absence = this.absences.get(next);
			if (absence == null) {
				return next;
			}
			because.add(absent(person.get(), absence));
			next = absence.deputyId();
		}
		return null;
	}

	private UserId onDuty(Staff.Person person, List<String> because) {
		if (!isOnDuty(person.id())) {
			because.add(person.name() + " no está de guardia ahora.");
			return null;
		}
		if (because.isEmpty()) {
			because.add(person.name() + " está disponible.");
		}
		return person.id();
	}

	private String absent(Staff.Person person, StoredAbsence absence) {
		return person.name() + " está ausente hasta el " + LocalTexts.spanishEnd(absence.until(), this.time.zone())
				+ ((absence.deputyId() == null) ? " y no tiene suplente."
						: "; su suplente es " + this.directory.nameOf(absence.deputyId()) + ".");
	}

	/** The group whose queue it is, which may be another one than the responsible one. */
	private String sharedBy(String groupId, Set<UserId> notSharing, List<String> because) {
		if (isBlank(groupId)) {
			because.add("No hay ningún grupo responsable: pasa a la cola de " + Role.SUPERVISORS.label() + ".");
			return QUEUE;
		}
		String group = this.directory.groupName(groupId);
		List<Staff.Person> present = this.directory.membersOf(groupId)
			.stream()
			.filter((member) -> isThere(member.id()))
			.toList();
		List<String> there = present.stream()
			.filter((member) -> !notSharing.contains(member.id()))
			.map(Staff.Person::name)
			.toList();
		if (!there.isEmpty()) {
			because.add("Lo recibe el grupo " + group + ": " + available(there) + ".");
			return groupId;
		}
		because.add((present.isEmpty() ? "No hay nadie disponible en " : "No hay nadie más disponible en ") + group
				+ (groupId.equals(QUEUE) ? ": espera en su cola."
						: ": pasa a la cola de " + Role.SUPERVISORS.label() + "."));
		return QUEUE;
	}

	private static String available(List<String> names) {
		if (names.size() == 1) {
			return "está disponible " + names.get(0);
		}
		int rest = names.size() - NAMED;
		List<String> named = new ArrayList<>(names.subList(0, Math.min(NAMED, names.size())));
		if (rest > 0) {
			named.add((rest > 1) ? rest + " personas más" : "1 persona más");
		}
		return "están disponibles " + Sentences.all(named);
	}

	private boolean isThere(UserId personId) {
		return !this.absences.containsKey(personId) && isOnDuty(personId);
	}

	private boolean isOnDuty(UserId personId) {
		String code = this.duties.get(personId);
		if (code == null) {
			return true;
		}
		Optional<WorkingCalendar> calendar = this.time.find(code);
		if (calendar.isEmpty()) {
			// Work that nobody gets is worse than work that somebody gets at night.
			LOGGER.warn("The on-duty calendar {} of {} does not exist; the person counts as on duty", code, personId);
		}
		return calendar.map((found) -> found.isOpenAt(this.now)).orElse(true);
	}

	private static boolean isBlank(String id) {
		return id == null || id.isBlank();
	}

}
