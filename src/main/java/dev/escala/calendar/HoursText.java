package dev.escala.calendar;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.escala.validation.Fields;

/** Opening hours as people write them: {@code 09:00-14:00}, {@code 16:00-24:00}. */
final class HoursText {

	private static final int AT_MOST = 12;

	private static final Pattern SHAPE = Pattern
		.compile("([01]?\\d|2[0-3]):([0-5]\\d)\\s*[-–]\\s*((?:[01]?\\d|2[0-3]):[0-5]\\d|24:00)");

	private HoursText() {
	}

	/**
	 * Reads the stretches of one day.
	 * @param fields remembers what is wrong, with {@code field} and the place in the list
	 * @param texts the stretches in any order, or {@code null} for none
	 * @return the good ones, in order
	 */
	static List<OpeningHours> read(Fields fields, String field, List<String> texts) {
		if (texts == null) {
			return List.of();
		}
		if (texts.size() > AT_MOST) {
			fields.refuse(field, "Hay demasiados tramos en un día: " + texts.size() + ", y caben " + AT_MOST + ".");
			return List.of();
		}
		List<OpeningHours> good = new ArrayList<>();
		for (int i = 0; i < texts.size(); i++) {
			OpeningHours hours = readOne(fields, field + "[" + i + "]", texts.get(i));
			if (hours != null && !overlaps(fields, field + "[" + i + "]", hours, good)) {
				good.add(hours);
			}
		}
		good.sort(Comparator.comparing(OpeningHours::opens));
		return List.copyOf(good);
	}

	static List<String> write(List<OpeningHours> hours) {
		return hours.stream().map(OpeningHours::toString).toList();
	}

	private static OpeningHours readOne(Fields fields, String field, String text) {
		Matcher matcher = SHAPE.matcher((text == null) ? "" : text.strip());
		if (!matcher.matches()) {
			fields.refuse(field, "Un tramo se escribe como 09:00-14:00, de 00:00 a 24:00.");
			return null;
		}
		LocalTime opens = LocalTime.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
		String end = matcher.group(3);
		LocalTime closes = end.equals("24:00") ? LocalTime.MIDNIGHT
				: LocalTime.parse((end.length() == 4) ? "0" + end : end);
		boolean untilMidnight = end.equals("24:00");
		if (!untilMidnight && !opens.isBefore(closes)) {
			fields.refuse(field,
					"El tramo " + opens + "-" + closes + " termina antes de empezar o no dura nada. "
							+ (closes.equals(LocalTime.MIDNIGHT) ? "El final del día se escribe 24:00."
									: "Si pasa de medianoche, pártalo: " + opens + "-24:00 y, al día siguiente, 00:00-"
											+ closes + "."));
			return null;
		}
		return new OpeningHours(opens, closes);
	}

	private static boolean overlaps(Fields fields, String field, OpeningHours hours, List<OpeningHours> others) {
		for (OpeningHours other : others) {
			if (endsAfter(hours, other.opens()) && endsAfter(other, hours.opens())) {
				fields.refuse(field, "El tramo " + hours + " se solapa con " + other + ".");
				return true;
			}
		}
		return false;
	}

	private static boolean endsAfter(OpeningHours hours, LocalTime time) {
		return hours.closes().equals(LocalTime.MIDNIGHT) || hours.closes().isAfter(time);
	}

}
