package dev.escala.calendar;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The ordinary week, each day with its stretches as text, for example
 * {@code 09:00-14:00}; a day without any is free.
 *
 * @param monday stretches of Monday, and so on; {@code null} is none
 */
public record WeekHours(List<String> monday, List<String> tuesday, List<String> wednesday, List<String> thursday,
		List<String> friday, List<String> saturday, List<String> sunday) {

	public WeekHours {
		monday = copy(monday);
		tuesday = copy(tuesday);
		wednesday = copy(wednesday);
		thursday = copy(thursday);
		friday = copy(friday);
		saturday = copy(saturday);
		sunday = copy(sunday);
	}

	/** Asks for the stretches of each day in turn. */
	static WeekHours of(Function<DayOfWeek, List<String>> day) {
		return new WeekHours(day.apply(DayOfWeek.MONDAY), day.apply(DayOfWeek.TUESDAY), day.apply(DayOfWeek.WEDNESDAY),
				day.apply(DayOfWeek.THURSDAY), day.apply(DayOfWeek.FRIDAY), day.apply(DayOfWeek.SATURDAY),
				day.apply(DayOfWeek.SUNDAY));
	}

	/** The stretches of a weekday, as text; none closes it. */
	public List<String> on(DayOfWeek day) {
		return switch (day) {
			case MONDAY -> this.monday;
			case TUESDAY -> this.tuesday;
			case WEDNESDAY -> this.wednesday;
			case THURSDAY -> this.thursday;
			case FRIDAY -> this.friday;
			case SATURDAY -> this.saturday;
			case SUNDAY -> this.sunday;
		};
	}

	/** How a problem names the day: {@code hours.monday}. */
	static String field(DayOfWeek day) {
		return "hours." + day.name().toLowerCase(Locale.ROOT);
	}

	/** Also with what is missing in between, which the calendar will refuse. */
	private static List<String> copy(List<String> hours) {
		return (hours == null) ? List.of() : Collections.unmodifiableList(new ArrayList<>(hours));
	}

}
