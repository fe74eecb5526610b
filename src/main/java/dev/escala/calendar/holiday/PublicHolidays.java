package dev.escala.calendar.holiday;

import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;

/**
 * The days that a law makes free, without those of banks and without observances. A
 * holiday that the law moves counts on the day to which it is moved.
 */
public final class PublicHolidays {

	private static final BoundedCache<Key, Map<LocalDate, String>> CACHE = new BoundedCache<>(400);

	private PublicHolidays() {
	}

	/**
	 * The Spanish name of the date's holiday.
	 * @param country a code of {@link Countries}
	 * @param region a code of one of its regions, or {@code null} for the whole country
	 */
	public static Optional<String> on(LocalDate date, String country, String region) {
		Key key = new Key(country, region, date.getYear());
		return Optional.ofNullable(CACHE.get(key, () -> compute(key)).get(date));
	}

	/**
	 * Whether nobody has compared that year with its norms yet: a decree may still change
	 * its holidays. Of a country that our table does not have nothing is said.
	 */
	public static boolean isUnconfirmed(int year, String country, String region) {
		OptionalInt until = HolidayTable.reviewedUntil(country, region);
		return until.isPresent() && year > until.getAsInt();
	}

	private static Map<LocalDate, String> compute(Key key) {
		Map<LocalDate, String> names = new TreeMap<>();
		boolean whole = HolidayTable.isWhole(key.country());
		if (!whole || key.region() != null) {
			names.putAll(fromLibrary(key.country(), key.region(), key.year()));
		}
		if (whole && key.region() != null) {
			names.keySet().removeAll(fromLibrary(key.country(), null, key.year()).keySet());
		}
		HolidayTable.correct(key.country(), key.region(), key.year(),
				(date, name) -> names.merge(date, name, whole ? PublicHolidays::together : (known, ours) -> ours),
				names::remove);
		return Map.copyOf(names);
	}

	/** One at a time: the library does not say that its parsers are thread-safe. */
	private static synchronized Map<LocalDate, String> fromLibrary(String country, String within, int wanted) {
		HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(country));
		String[] region = (within == null) ? new String[0] : within.split("/");
		Map<LocalDate, String> names = new TreeMap<>();
		// New Year's Day on a Saturday is observed on 31 December of the year before.
		for (int year = wanted - 1; year <= wanted + 1; year++) {
			for (Holiday holiday : manager.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, region)) {
				if (holiday.getDate().getYear() == wanted) {
					names.merge(holiday.getDate(), SpanishNames.holiday(country, holiday), PublicHolidays::together);
				}
			}
		}
		return names;
	}

	/** In the order of the alphabet: the library's own changes with every start. */
	private static String together(String one, String other) {
		if (one.equals(other)) {
			return one;
		}
		return (one.compareTo(other) < 0) ? one + " y " + other : other + " y " + one;
	}

	private record Key(String country, String region, int year) {
	}

}
