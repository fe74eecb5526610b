package dev.escala.staffing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.escala.access.Staff;
import dev.escala.calendar.OpeningHours;
import dev.escala.calendar.TimeSpan;
import dev.escala.calendar.WorkingCalendar;
import dev.escala.calendar.WorkingDay;
import dev.escala.reference.UserId;

/**
 * A small organisation in Madrid to ask who is there; it is Tuesday, 24/11/2026, 10:00.
 */
final class Office implements Directory {

	static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

	static final Instant NOW = at("2026-11-24T10:00");

	private final Map<String, String> people = new TreeMap<>();

	private final Map<String, List<String>> groups = new TreeMap<>();

	private final Map<UserId, StoredAbsence> absences = new TreeMap<>();

	private final Map<UserId, String> duties = new TreeMap<>();

	static Instant at(String local) {
		return LocalDateTime.parse(local).atZone(MADRID).toInstant();
	}

	Office person(String id, String name, String... groups) {
		this.people.put(id, name);
		for (String group : groups) {
			this.groups.computeIfAbsent(group, (unknown) -> new ArrayList<>()).add(id);
		}
		return this;
	}

	Office absent(String id, String until, String deputy) {
		this.absences.put(new UserId(id),
				new StoredAbsence(1, new UserId(id), NOW.minusSeconds(60), at(until), UserId.nullable(deputy), null));
		return this;
	}

	Office onDuty(String id, String calendar) {
		this.duties.put(new UserId(id), calendar);
		return this;
	}

	Presence presence() {
		return new Presence(NOW, this, new Time(), this.absences, this.duties);
	}

	@Override
	public Optional<Staff.Person> find(UserId personId) {
		return Optional.ofNullable(this.people.get(personId.value()))
			.map((name) -> new Staff.Person(personId, name, null));
	}

	@Override
	public List<Staff.Person> membersOf(String groupId) {
		return this.groups.getOrDefault(groupId, List.of())
			.stream()
			.sorted()
			.map((id) -> new Staff.Person(new UserId(id), this.people.get(id), null))
			.toList();
	}

	@Override
	public String groupName(String groupId) {
		return switch (groupId) {
			case "managers" -> "Gerencia";
			case "supervisors" -> "Supervisión";
			default -> groupId;
		};
	}

	/** The organisation's time, with two calendars: mornings and nights. */
	static final class Time implements OfficeTime {

		@Override
		public ZoneId zone() {
			return MADRID;
		}

		@Override
		public Optional<WorkingCalendar> find(String calendarCode) {
			return switch (calendarCode) {
				case "mañanas" -> Optional.of(new Daily("mañanas", LocalTime.of(8, 0), LocalTime.of(15, 0)));
				case "noches" -> Optional.of(new Daily("noches", LocalTime.of(22, 0), LocalTime.MIDNIGHT));
				default -> Optional.empty();
			};
		}

	}

	/** Open at the same time every day. */
	private record Daily(String code, LocalTime opens, LocalTime closes) implements WorkingCalendar {

		@Override
		public String name() {
			return this.code;
		}

		@Override
		public ZoneId zone() {
			return MADRID;
		}

		@Override
		public WorkingDay day(LocalDate date) {
			return new WorkingDay(date, List.of(new OpeningHours(this.opens, this.closes)), null);
		}

		@Override
		public List<TimeSpan> openOn(LocalDate date) {
			LocalDate last = this.closes.equals(LocalTime.MIDNIGHT) ? date.plusDays(1) : date;
			return List.of(new TimeSpan(date.atTime(this.opens).atZone(MADRID).toInstant(),
					last.atTime(this.closes).atZone(MADRID).toInstant()));
		}

	}

}
