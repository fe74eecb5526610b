package dev.escala.validation;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.escala.text.NearMatches;

/** A zone of the time-zone database, as people write it. */
public final class ZoneField {

	private static final int LONGEST = 60;

	/** Names of continents and oceans; of the others few people know what they are. */
	private static final String OFFERED = "(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*";

	private ZoneField() {
	}

	/** The zone, or empty where it is missing or refused. */
	public static String required(Fields fields, String field, String label, String value) {
		return known(fields, field, fields.required(field, label, value, LONGEST));
	}

	/** The zone, or {@code null} where there is none. */
	public static String optional(Fields fields, String field, String label, String value) {
		String zone = fields.optional(field, label, value, LONGEST);
		return (zone == null) ? null : known(fields, field, zone);
	}

	/** What a list can offer to choose from, by name. */
	public static List<String> offered() {
		return ZoneId.getAvailableZoneIds().stream().filter((id) -> id.matches(OFFERED)).sorted().toList();
	}

	private static String known(Fields fields, String field, String zone) {
		Set<String> known = ZoneId.getAvailableZoneIds();
		if (!zone.isEmpty() && !known.contains(zone)) {
			List<String> near = NearMatches.of(zone, known, (id) -> List.of(id, id.substring(id.lastIndexOf('/') + 1)));
			fields.refuse(field, "No se conoce esa zona horaria."
					+ (near.isEmpty() ? "" : String.format(Locale.ROOT, " ¿Quiso decir %s?", String.join(", ", near)))
					+ " Se escribe con su región, como Europe/Madrid, o UTC; un desfase suelto como +02:00 no vale "
					+ "porque no dice cuándo se cambia la hora.");
		}
		return zone;
	}

}
