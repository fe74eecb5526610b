package dev.escala.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.escala.calendar.holiday.Countries;
import dev.escala.calendar.holiday.PublicHolidays;
import dev.escala.validation.Fields;

/**
 * A calendar as somebody defined it: an own day counts before a public holiday, and that
 * before the weekday. It may have been defined long ago: a region that is not known any
 * more counts as its whole country, an unknown zone as UTC, and everything else that is
 * not known as if it were not there. A case whose clock counts a little wrongly is better
 * off than one that nobody can open.
 */
final class DefinedCalendar implements WorkingCalendar {

	private final String code;

	private final String name;

	private final ZoneId zone;

	private final Map<DayOfWeek, List<OpeningHours>> week = new EnumMap<>(DayOfWeek.class);

	private final String country;

	private final String region;

	private final Map<LocalDate, WorkingDay> ownDays = new HashMap<>();

	private final Set<Integer> confirmed;

	/**
	 * Reads it.
	 * @param confirmed years whose holidays somebody compared with the official calendar
	 */
	DefinedCalendar(CalendarDefinition definition, Set<Integer> confirmed) {
		this.confirmed = Set.copyOf(confirmed);
		this.code = definition.code();
		this.name = definition.name();
		this.zone = zone(definition.zone());
		Optional<Countries.Country> known = Optional.ofNullable(definition.country()).flatMap(Countries::find);
		this.country = known.map(Countries.Country::code).orElse(null);
		this.region = known.flatMap((place) -> place.region(definition.region()))
			.map(Countries.Region::code)
			.orElse(null);
		for (DayOfWeek day : DayOfWeek.values()) {
			this.week.put(day, hours(definition.hours().on(day)));
		}
		for (OwnDay day : definition.days()) {
			date(day.date())
				.ifPresent((date) -> this.ownDays.put(date, new WorkingDay(date, hours(day.hours()), day.name())));
		}
	}

	private static ZoneId zone(String text) {
		try {
			return ZoneId.of(String.valueOf(text));
		}
		catch (DateTimeException ex) {
			return ZoneId.of("UTC");
		}
	}

	private static Optional<LocalDate> date(String text) {
		try {
			return Optional.of(LocalDate.parse(String.valueOf(text)));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	private static List<OpeningHours> hours(List<String> texts) {
		return HoursText.read(new Fields(), "hours", texts);
	}

	@Override
	public String code() {
		return this.code;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public ZoneId zone() {
		return this.zone;
	}

	@Override
	public WorkingDay day(LocalDate date) {
		WorkingDay own = this.ownDays.get(date);
		if (own != null) {
			return own;
		}
		String holiday = holiday(date);
		return new WorkingDay(date, (holiday == null) ? this.week.get(date.getDayOfWeek()) : List.of(), holiday);
	}

	@Override
	public boolean isPublicHoliday(LocalDate date) {
		return !this.ownDays.containsKey(date) && holiday(date) != null;
	}

	@Override
	public boolean isUnconfirmed(int year) {
		return this.country != null && !this.confirmed.contains(year)
				&& PublicHolidays.isUnconfirmed(year, this.country, this.region);
	}

	private String holiday(LocalDate date) {
		return (this.country == null) ? null : PublicHolidays.on(date, this.country, this.region).orElse(null);
	}

	/**
	 * Cuts the time around the date where the zone changes its offset. In each piece
	 * wall-clock time simply runs on, so that opening hours can be laid over it; a date
	 * that comes back after its end, as where clocks go back across midnight, gets both
	 * of its parts.
	 */
	@Override
	public List<TimeSpan> openOn(LocalDate date) {
		List<OpeningHours> hours = day(date).hours();
		if (hours.isEmpty()) {
			return List.of();
		}
		ZoneRules rules = this.zone.getRules();
		Instant from = date.atStartOfDay().toInstant(ZoneOffset.MAX);
		Instant end = date.plusDays(1).atStartOfDay().toInstant(ZoneOffset.MIN);
		List<TimeSpan> open = new ArrayList<>();
		while (from.isBefore(end)) {
			ZoneOffsetTransition next = rules.nextTransition(from);
			Instant to = (next == null || next.getInstant().isAfter(end)) ? end : next.getInstant();
			addOpen(open, date, hours, rules.getOffset(from), from, to);
			from = to;
		}
		return List.copyOf(open);
	}

	private static void addOpen(List<TimeSpan> open, LocalDate date, List<OpeningHours> hours, ZoneOffset offset,
			Instant from, Instant to) {
		for (OpeningHours stretch : hours) {
			Instant opens = later(date.atTime(stretch.opens()).toInstant(offset), from);
			Instant closes = earlier(closing(date, stretch).toInstant(offset), to);
			if (opens.isBefore(closes)) {
				TimeSpan last = open.isEmpty() ? null : open.get(open.size() - 1);
				if (last != null && last.to().equals(opens)) {
					open.set(open.size() - 1, new TimeSpan(last.from(), closes));
				}
				else {
					open.add(new TimeSpan(opens, closes));
				}
			}
		}
	}

	private static LocalDateTime closing(LocalDate date, OpeningHours stretch) {
		return stretch.closes().equals(LocalTime.MIDNIGHT) ? date.plusDays(1).atStartOfDay()
				: date.atTime(stretch.closes());
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

	private static Instant earlier(Instant one, Instant other) {
		return one.isBefore(other) ? one : other;
	}

	@Override
	public String toString() {
		return this.code;
	}

}
