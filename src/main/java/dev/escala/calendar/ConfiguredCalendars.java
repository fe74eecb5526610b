package dev.escala.calendar;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.escala.validation.InvalidInputException;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Calendars that the configuration defines, under {@code escala.calendars.<code>}. Each
 * node writes them when it starts, where they differ from what is kept; the API refuses
 * to edit them and names the property. One that leaves the configuration stays as it is,
 * and from then on the API edits it. Give all nodes the same configuration: the one that
 * starts last wins.
 *
 * @param calendars the calendars by their code
 */
@ConfigurationProperties("escala")
record ConfiguredCalendars(Map<String, Entry> calendars) {

	ConfiguredCalendars {
		calendars = (calendars == null) ? Map.of() : new LinkedHashMap<>(calendars);
		calendars.forEach((code, entry) -> definition(code, entry, "UTC"));
	}

	/**
	 * The calendars that these values make.
	 * @param zone the zone of those that name none
	 */
	List<SaveCalendar> definitions(String zone) {
		return this.calendars.entrySet()
			.stream()
			.map((entry) -> definition(entry.getKey(), entry.getValue(), zone))
			.toList();
	}

	private static SaveCalendar definition(String code, Entry entry, String zone) {
		return reading(StoredCalendar.property(code),
				() -> new SaveCalendar(code, entry.name(), (entry.zone() == null) ? zone : entry.zone(), entry.hours(),
						entry.country(), entry.region(), entry.days()));
	}

	/** Names the property of everything that is wrong. */
	static SaveCalendar reading(String property, Supplier<SaveCalendar> definition) {
		try {
			return definition.get();
		}
		catch (InvalidInputException ex) {
			throw new IllegalArgumentException(ex.problems()
				.stream()
				.map((problem) -> property + "." + problem.field() + ": " + problem.message())
				.collect(Collectors.joining(" ")));
		}
	}

	/**
	 * One calendar, like {@link SaveCalendar} without its code.
	 *
	 * @param name its Spanish name
	 * @param zone its zone, or {@code null} for {@code escala.zone}
	 * @param hours the ordinary week
	 * @param country whose public holidays are free, or {@code null}
	 * @param region which region's, or {@code null}
	 * @param days dates that are worked differently, or {@code null}
	 */
	record Entry(String name, String zone, WeekHours hours, String country, String region, List<OwnDay> days) {
	}
}
