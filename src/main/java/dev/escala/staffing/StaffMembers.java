package dev.escala.staffing;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import dev.escala.access.Staff;
import dev.escala.reference.UserId;
import dev.escala.validation.NotFoundException;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.stereotype.Service;

/** Shows the staff: who they are, to whom they report, whether they are there. */
@Service
public class StaffMembers {

	/** What a list may be sorted by, for {@link PageRequest#read}. */
	public static final List<String> SORTABLE = List.of("id", "name");

	private final Staff staff;

	private final Directory directory;

	private final ReportingLineRepository lines;

	private final OnDutyRepository duties;

	private final PresenceNow presence;

	private final OfficeTime time;

	StaffMembers(Staff staff, Directory directory, ReportingLineRepository lines, OnDutyRepository duties,
			PresenceNow presence, OfficeTime time) {
		this.staff = staff;
		this.directory = directory;
		this.lines = lines;
		this.duties = duties;
		this.presence = presence;
		this.time = time;
	}

	/**
	 * One person.
	 * @throws NotFoundException where there is none with that user id
	 */
	public StaffMember get(UserId personId) {
		return this.directory.find(personId).map(this::reader).orElseThrow(StaffMembers::unknown);
	}

	/**
	 * A page of the staff.
	 * @param search part of a name or of a user id, without regard to case and accents,
	 * or {@code null}
	 * @param groupId only this group, or {@code null}
	 * @param page which part; sorted by {@link #SORTABLE}
	 */
	public Page<StaffMember> search(String search, String groupId, PageRequest page) {
		String text = plain((search == null) ? "" : search);
		List<Staff.Person> found = ((groupId == null) ? this.staff.everybody() : this.staff.membersOf(groupId)).stream()
			.filter((person) -> plain(person.name()).contains(text) || plain(person.id().value()).contains(text))
			.sorted(order(page.sort()))
			.toList();
		List<Staff.Person> part = found.stream().skip(page.offset()).limit(page.size()).toList();
		Reader reader = reader(part);
		return new Page<>(part.stream().map(reader::read).toList(), page.page(), page.size(), found.size());
	}

	static NotFoundException unknown() {
		return new NotFoundException("No hay ninguna persona con ese usuario.");
	}

	private static Comparator<Staff.Person> order(String sort) {
		Comparator<Staff.Person> byId = Comparator.comparing(Staff.Person::id);
		Comparator<Staff.Person> order = sort.endsWith("name")
				? Comparator.comparing((Staff.Person person) -> plain(person.name())).thenComparing(byId) : byId;
		return sort.startsWith("-") ? order.reversed() : order;
	}

	/** In lower case and without accents. */
	static String plain(String text) {
		return Normalizer.normalize(text.strip(), Normalizer.Form.NFKD)
			.replaceAll("\\p{M}+", "")
			.toLowerCase(Locale.ROOT);
	}

	private StaffMember reader(Staff.Person person) {
		return reader(List.of(person)).read(person);
	}

	private Reader reader(List<Staff.Person> people) {
		Map<UserId, UserId> managers = this.lines.all();
		Presence now = this.presence.read();
		List<UserId> beside = people.stream()
			.flatMap((person) -> Stream.of(managers.get(person.id()),
					now.absenceOf(person.id()).map(StoredAbsence::deputyId).orElse(null)))
			.filter(Objects::nonNull)
			.toList();
		return new Reader(managers, this.duties.all(), now, this.directory.namesOf(beside));
	}

	/** Reads many people with what was asked of the database once. */
	private final class Reader {

		private final Map<UserId, UserId> managers;

		private final Map<UserId, String> calendars;

		private final Presence presence;

		/** Of managers and of who stands in. */
		private final Map<UserId, String> names;

		private Reader(Map<UserId, UserId> managers, Map<UserId, String> calendars, Presence presence,
				Map<UserId, String> names) {
			this.names = names;
			this.managers = managers;
			this.calendars = calendars;
			this.presence = presence;
		}

		private StaffMember read(Staff.Person person) {
			Optional<StoredAbsence> absence = this.presence.absenceOf(person.id());
			return new StaffMember(person.id(), person.name(), StaffMembers.this.staff.groupsOf(person.id()),
					named(this.managers.get(person.id())), this.calendars.get(person.id()),
					this.presence.isAvailable(person.id()),
					absence.map((now) -> LocalTexts.end(now.until(), StaffMembers.this.time.zone())).orElse(null),
					named(absence.map(StoredAbsence::deputyId).orElse(null)));
		}

		private NamedPerson named(UserId personId) {
			return (personId == null) ? null : new NamedPerson(personId, this.names.get(personId));
		}

	}

}
