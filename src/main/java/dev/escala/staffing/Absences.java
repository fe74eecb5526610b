package dev.escala.staffing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.NotFoundException;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps who is away, and who stands in meanwhile. Who may do so is decided by the caller.
 */
@Service
public class Absences {

	/** Further ahead it is a slip of the pen. */
	private static final int YEARS_AHEAD = 2;

	private final AbsenceRepository repository;

	private final Directory directory;

	private final OfficeTime time;

	private final Clock clock;

	Absences(AbsenceRepository repository, Directory directory, OfficeTime time, Clock clock) {
		this.repository = repository;
		this.directory = directory;
		this.time = time;
		this.clock = clock;
	}

	/** Who is away now. */
	@Transactional(readOnly = true)
	public Map<UserId, StoredAbsence> running() {
		return this.repository.runningAt(this.clock.instant());
	}

	/**
	 * Notes an absence, which may have begun already.
	 * @param actor user id of who notes it
	 * @return its id
	 * @throws NotFoundException where there is no such person
	 * @throws dev.escala.validation.InvalidInputException where it would be over already
	 * or begin in more than two years, where a time does not exist because of a change of
	 * the clocks, where the person is away at that time as it is, and where the deputy is
	 * unknown or closes a ring
	 */
	@Transactional
	public long add(RequestAbsence wish, UserId actor) {
		requirePerson(wish.personId());
		ZoneId zone = this.time.zone();
		Instant now = this.clock.instant();
		Fields fields = new Fields();
		Instant begins = wish.begins(fields, zone);
		Instant ends = wish.ends(fields, zone);
		fields.done();
		StoredAbsence absence = new StoredAbsence(0, wish.personId(), begins, ends, UserId.nullable(wish.deputy()),
				wish.reason());
		refuseDates(absence, now, zone);
		this.repository.takeTurns();
		refuseContradictions(absence, zone);
		return this.repository.insert(absence.personId(), absence.from(), absence.until(), absence.deputyId(),
				absence.reason(), actor, now);
	}

	private void refuseDates(StoredAbsence absence, Instant now, ZoneId zone) {
		Fields fields = new Fields();
		if (!absence.from().isBefore(absence.until())) {
			// Only where a zone leaves out a whole day.
			fields.refuse("until", "El final debe ser posterior al comienzo.");
		}
		else if (!absence.until().isAfter(now)) {
			fields.refuse("until",
					"La ausencia ya habría terminado el " + LocalTexts.spanishEnd(absence.until(), zone) + ".");
		}
		if (absence.from().isAfter(now.atZone(zone).plusYears(YEARS_AHEAD).toInstant())) {
			fields.refuse("from", "La ausencia empezaría dentro de más de dos años. Compruebe el año.");
		}
		if (absence.deputyId() != null && this.directory.find(absence.deputyId()).isEmpty()) {
			fields.refuse("deputy", "Nadie de la organización tiene el usuario " + absence.deputyId() + ".");
		}
		fields.done();
	}

	private void refuseContradictions(StoredAbsence wish, ZoneId zone) {
		Fields fields = new Fields();
		List<StoredAbsence> meanwhile = this.repository.during(wish.from(), wish.until());
		meanwhile.stream()
			.filter((absence) -> absence.personId().equals(wish.personId()))
			.findFirst()
			.ifPresent((other) -> fields.refuse("from",
					this.directory.nameOf(wish.personId()) + " ya tiene una ausencia "
							+ LocalTexts.spanishSpan(other.from(), other.until(), zone) + " (número " + other.id()
							+ ")."));
		DeputyRing.closedBy(wish, meanwhile)
			.ifPresent((ring) -> fields.refuse("deputy", "Las suplencias volverían a la misma persona "
					+ LocalTexts.spanishSpan(ring.from(), ring.until(), zone) + ": "
					+ ring.people().stream().map(this.directory::nameOf).collect(Collectors.joining(" → ")) + "."));
		fields.done();
	}

	/**
	 * A person's absences: those now and to come by date, then the past, latest first.
	 */
	@Transactional(readOnly = true)
	public Page<Absence> absences(UserId personId, PageRequest page) {
		requirePerson(personId);
		Instant now = this.clock.instant();
		List<StoredAbsence> part = this.repository.absences(personId, now, page);
		Map<UserId, String> names = names(part);
		return new Page<>(part, page.page(), page.size(), this.repository.count(personId))
			.map((absence) -> read(absence, now, names));
	}

	/**
	 * Who is away now or will be, by when it begins; at most so many.
	 */
	@Transactional(readOnly = true)
	public List<OfPerson> standing(int most) {
		Instant now = this.clock.instant();
		List<StoredAbsence> standing = this.repository.standing(now, most);
		Map<UserId, String> names = names(standing);
		return standing.stream()
			.map((absence) -> new OfPerson(new NamedPerson(absence.personId(), names.get(absence.personId())),
					read(absence, now, names)))
			.toList();
	}

	/** One absence of the person. */
	public Absence get(UserId personId, long id) {
		StoredAbsence absence = known(personId, id);
		return read(absence, this.clock.instant(), names(List.of(absence)));
	}

	/**
	 * Takes an absence back. One that has begun ends now, so that what was decided
	 * because of it stays explained.
	 * @param actor user id of who does so
	 * @throws NotFoundException where the person has no such absence
	 * @throws ConflictException where it is over
	 */
	@Transactional
	public void cancel(UserId personId, long id, UserId actor) {
		this.repository.takeTurns();
		StoredAbsence absence = known(personId, id);
		Instant now = this.clock.instant();
		if (!absence.until().isAfter(now)) {
			throw new ConflictException("La ausencia ya terminó el "
					+ LocalTexts.spanishEnd(absence.until(), this.time.zone()) + " y se conserva.");
		}
		if (absence.from().isBefore(now)) {
			this.repository.end(id, now, actor);
		}
		else {
			this.repository.delete(id);
		}
	}

	/**
	 * An absence, and whose it is.
	 *
	 * @param person who is away
	 * @param absence when, and who stands in
	 */
	public record OfPerson(NamedPerson person, Absence absence) {
	}

	private StoredAbsence known(UserId personId, long id) {
		return this.repository.find(personId, id)
			.orElseThrow(() -> new NotFoundException("Esta persona no tiene ninguna ausencia con ese número."));
	}

	/** Of those who are away and of those who stand in. */
	private Map<UserId, String> names(List<StoredAbsence> absences) {
		return this.directory.namesOf(absences.stream()
			.flatMap((one) -> Stream.of(one.personId(), one.deputyId()))
			.filter(Objects::nonNull)
			.toList());
	}

	private Absence read(StoredAbsence absence, Instant now, Map<UserId, String> names) {
		ZoneId zone = this.time.zone();
		Absence.State state = !absence.until().isAfter(now) ? Absence.State.OVER
				: absence.from().isAfter(now) ? Absence.State.PLANNED : Absence.State.CURRENT;
		NamedPerson deputy = (absence.deputyId() == null) ? null
				: new NamedPerson(absence.deputyId(), names.get(absence.deputyId()));
		return new Absence(absence.id(), LocalTexts.start(absence.from(), zone), LocalTexts.end(absence.until(), zone),
				deputy, absence.reason(), state);
	}

	private void requirePerson(UserId personId) {
		if (this.directory.find(personId).isEmpty()) {
			throw StaffMembers.unknown();
		}
	}

}
