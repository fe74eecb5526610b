package dev.escala.complaint.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.escala.calendar.SaveCalendar;
import dev.escala.calendar.holiday.Countries;
import dev.escala.complaint.regime.ComplaintFacts;
import dev.escala.complaint.regime.ComplaintLaw;
import dev.escala.complaint.regime.ComplaintTopic;
import dev.escala.complaint.regime.Course;
import dev.escala.complaint.regime.Cure;
import dev.escala.complaint.regime.LegalDeadlines;
import dev.escala.complaint.regime.Sector;
import dev.escala.validation.Fields;

/**
 * "Presented then, there, about that: by when?", as somebody typed it. What is not said
 * is as the organisation's parameters say. Times are wall-clock times of the customer's
 * place.
 *
 * @param facts what the norms ask
 * @param course what happened
 */
record DeadlineQuestion(ComplaintFacts facts, Course course) {

	/** What may be asked, by name. */
	static final Set<String> FIELDS = Set.of("presented", "country", "region", "sector", "topic", "consumer", "large",
			"officialForm", "smallSupply", "cureRequested", "cureCompleted", "decided");

	/**
	 * Reads it.
	 * @param sent the fields by name; a blank one was not said
	 * @param deadlines knows the zone of a place
	 * @throws dev.escala.validation.InvalidInputException naming every field that is
	 * wrong
	 */
	static DeadlineQuestion read(Map<String, String> sent, ComplaintLaw law, LegalDeadlines deadlines) {
		Fields fields = new Fields();
		fields.onlyFilters(sent.keySet(), FIELDS);
		String country = country(fields, sent, law);
		ComplaintFacts facts = new ComplaintFacts(country, region(fields, sent, country, law),
				fields.oneOf("sector", "el sector", sent.get("sector"), Sector.class, law.sector()),
				fields.oneOf("topic", "de qué trata", sent.get("topic"), ComplaintTopic.class, ComplaintTopic.OTHER),
				flag(fields, sent, "consumer", true), flag(fields, sent, "large", law.large()),
				flag(fields, sent, "officialForm", false), flag(fields, sent, "smallSupply", true));
		ZoneId zone = deadlines.zone(facts);
		Instant presented = moment(fields, sent, "presented", "cuándo se presentó", zone);
		if (presented == null && blank(sent, "presented")) {
			fields.refuse("presented", "Falta cuándo se presentó, con su hora: 2026-12-04T18:00.");
		}
		Instant requested = moment(fields, sent, "cureRequested", "cuándo se pidió completarla", zone);
		Instant completed = moment(fields, sent, "cureCompleted", "cuándo se completó", zone);
		Instant decided = moment(fields, sent, "decided", "cuándo se decidió", zone);
		inOrder(fields, presented, requested, completed, decided);
		fields.done();
		return new DeadlineQuestion(facts, new Course(presented,
				(requested == null) ? List.of() : List.of(new Cure(requested, completed)), decided));
	}

	private static void inOrder(Fields fields, Instant presented, Instant requested, Instant completed,
			Instant decided) {
		if (before(requested, presented)) {
			fields.refuse("cureRequested", "No se puede pedir que se complete antes de que se presente.");
		}
		if (completed != null && requested == null) {
			fields.refuse("cureRequested", "Falta cuándo se pidió completarla.");
		}
		if (before(completed, requested)) {
			fields.refuse("cureCompleted", "No se puede completar antes de pedirlo.");
		}
		if (before(decided, presented)) {
			fields.refuse("decided", "No se puede decidir antes de que se presente.");
		}
	}

	private static boolean before(Instant one, Instant other) {
		return one != null && other != null && one.isBefore(other);
	}

	private static String country(Fields fields, Map<String, String> sent, ComplaintLaw law) {
		if (blank(sent, "country")) {
			return law.country();
		}
		Optional<Countries.Country> known = Countries.find(sent.get("country").strip());
		if (known.isEmpty()) {
			fields.refuse("country", "No se conoce ese país: escriba su código de dos letras, por ejemplo ES.");
		}
		return known.map(Countries.Country::code).orElse(law.country());
	}

	private static String region(Fields fields, Map<String, String> sent, String country, ComplaintLaw law) {
		if (blank(sent, "region")) {
			return country.equals(law.country()) ? law.region() : null;
		}
		String typed = sent.get("region").strip().toLowerCase(Locale.ROOT);
		Countries.Country known = Countries.find(country).orElseThrow();
		if (known.region(typed).isEmpty()) {
			fields.refuse("region", "No se conoce esa región de " + known.name() + ": escriba su código, por ejemplo "
					+ known.regions().stream().findFirst().map(Countries.Region::code).orElse("ninguno") + ".");
		}
		return typed;
	}

	private static boolean flag(Fields fields, Map<String, String> sent, String field, boolean fallback) {
		if (blank(sent, field)) {
			return fallback;
		}
		String typed = sent.get(field).strip();
		if (!typed.equals("true") && !typed.equals("false")) {
			fields.refuse(field, "Se responde con true o false.");
		}
		return typed.equals("true");
	}

	private static Instant moment(Fields fields, Map<String, String> sent, String field, String label, ZoneId zone) {
		if (blank(sent, field)) {
			return null;
		}
		try {
			LocalDateTime typed = LocalDateTime.parse(sent.get(field).strip());
			if (typed.getYear() >= SaveCalendar.FIRST_YEAR && typed.getYear() < SaveCalendar.LAST_YEAR) {
				return typed.atZone(zone).toInstant();
			}
			fields.refuse(field,
					"El año está entre " + SaveCalendar.FIRST_YEAR + " y " + (SaveCalendar.LAST_YEAR - 1) + ".");
		}
		catch (DateTimeParseException ex) {
			fields.refuse(field, "Hay que escribir " + label + " como fecha y hora: 2026-12-04T18:00.");
		}
		return null;
	}

	private static boolean blank(Map<String, String> sent, String field) {
		return sent.getOrDefault(field, "").isBlank();
	}

}
