package dev.escala.calendar.holiday;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;

/** The countries and regions whose public holidays are known. */
public final class Countries {

	private Countries() {
	}

	/** All of them, by their Spanish name. The first call takes about a second. */
	public static List<Country> all() {
		return All.COUNTRIES;
	}

	/** Finds a country by its code, in upper or lower case. */
	public static Optional<Country> find(String code) {
		String wanted = code.toUpperCase(Locale.ROOT);
		return (isCountry(wanted) && codes().contains(wanted)) ? Optional.of(country(wanted)) : Optional.empty();
	}

	/** Our own table has countries that the library lacks. */
	private static Set<String> codes() {
		Set<String> codes = new HashSet<>(HolidayManager.getSupportedCalendarCodes());
		codes.addAll(HolidayTable.whole());
		return codes;
	}

	/** The library also knows stock exchanges and banks. */
	private static boolean isCountry(String code) {
		return code.matches("[A-Z]{2}");
	}

	private static Country country(String upper) {
		String code = upper.toLowerCase(Locale.ROOT);
		List<Region> regions = new ArrayList<>();
		if (HolidayManager.getSupportedCalendarCodes().contains(upper)) {
			collect(code, "", HolidayManager.getInstance(ManagerParameters.create(code)).getCalendarHierarchy(),
					regions);
		}
		regions.sort(byName(Region::name));
		return new Country(code, SpanishNames.country(upper), regions);
	}

	private static void collect(String country, String above, CalendarHierarchy hierarchy, List<Region> regions) {
		for (Map.Entry<String, CalendarHierarchy> child : hierarchy.getChildren().entrySet()) {
			String code = above + child.getKey();
			String english = child.getValue().getDescription(Locale.ENGLISH);
			regions.add(new Region(code, SpanishNames.region(country + "/" + code, english)));
			collect(country, code + "/", child.getValue(), regions);
		}
	}

	private static <T> Comparator<T> byName(Function<T, String> name) {
		return Comparator.comparing(name, Collator.getInstance(SpanishNames.SPANISH));
	}

	/** Read when somebody asks for the whole list, which few people do. */
	private static final class All {

		private static final List<Country> COUNTRIES = codes().stream()
			.filter(Countries::isCountry)
			.map(Countries::country)
			.sorted(byName(Country::name))
			.toList();

	}

	/**
	 * A country.
	 *
	 * @param code its ISO 3166 code in lower case, for example {@code es}
	 * @param name its Spanish name
	 * @param regions its regions with holidays of their own, by name
	 */
	public record Country(String code, String name, List<Region> regions) {

		public Country {
			regions = List.copyOf(regions);
		}

		/** Finds a region by its code, whatever the case. */
		public Optional<Region> region(String wanted) {
			return this.regions.stream().filter((region) -> region.code().equalsIgnoreCase(wanted)).findFirst();
		}

	}

	/**
	 * A region of a country, or a part of one.
	 *
	 * @param code for example {@code md}, and {@code md/mad} for a part of it
	 * @param name its Spanish name, or the one used there
	 */
	public record Region(String code, String name) {
	}

}
