package dev.escala.escalation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code src/docs/historias-de-plazos.md}: each heading with a table is a story.
 */
final class StoryBook {

	private static final Path FILE = Path.of("src/docs/historias-de-plazos.md");

	private static final Pattern CALENDAR = Pattern
		.compile("- Calendario: (\\S+), ([^,\\n]+)(?:, festivos de (\\S+))?");

	private static final Pattern CLOCKS = Pattern.compile("- Relojes: (.+)");

	private static final Pattern LINE = Pattern.compile("\\| (\\p{L}{3} \\d[^|]*) \\|([^|]*)\\|([^|]*)\\|");

	/** With its weekday, so that a date that is off by one is noticed. */
	private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
		.appendText(ChronoField.DAY_OF_WEEK,
				Map.of(1L, "lun", 2L, "mar", 3L, "mié", 4L, "jue", 5L, "vie", 6L, "sáb", 7L, "dom"))
		.appendPattern(" d/M/uuuu H:mm")
		.toFormatter();

	private StoryBook() {
	}

	static List<Story> read() throws IOException {
		List<Story> stories = new ArrayList<>();
		for (String section : Files.readString(FILE).split("(?m)^## ")) {
			Matcher calendar = CALENDAR.matcher(section);
			if (calendar.find()) {
				stories.add(story(section, calendar));
			}
		}
		return stories;
	}

	private static Story story(String section, Matcher calendar) {
		ZoneId zone = ZoneId.of(calendar.group(2).strip());
		Matcher clocks = CLOCKS.matcher(section);
		if (!clocks.find()) {
			throw new IllegalArgumentException("No clocks in: " + section);
		}
		List<Line> lines = section.lines()
			.map(LINE::matcher)
			.filter(Matcher::matches)
			.map((line) -> new Line(moment(line.group(1), zone), line.group(2).strip(), line.group(3).strip()))
			.toList();
		return new Story(section.lines().findFirst().orElseThrow(), calendar.group(1), zone, calendar.group(3),
				quoted(clocks.group(1)), lines);
	}

	static Instant moment(String text, ZoneId zone) {
		return LocalDateTime.parse(text.strip(), MOMENT).atZone(zone).toInstant();
	}

	static String text(Instant moment, ZoneId zone) {
		return MOMENT.format(moment.atZone(zone));
	}

	private static List<String> quoted(String text) {
		return Pattern.compile("«([^»]+)»").matcher(text).results().map((name) -> name.group(1)).toList();
	}

	/**
	 * A story.
	 *
	 * @param title what happens, in a sentence
	 * @param hours stretch of each working day
	 * @param zone in which all times of the story are told
	 * @param holidays country and region, or {@code null}
	 * @param clocks names of the clocks of which everything is told
	 * @param lines what people do and what Escala does, in order
	 */
	record Story(String title, String hours, ZoneId zone, String holidays, List<String> clocks, List<Line> lines) {

		@Override
		public String toString() {
			return this.title;
		}

	}

	/**
	 * A line of the table: either somebody does something, or Escala did it.
	 *
	 * @param when to the minute
	 * @param people what people do, or empty
	 * @param escala what Escala did at that moment, or empty
	 */
	record Line(Instant when, String people, String escala) {
	}

}
