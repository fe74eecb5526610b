package dev.escala.complaint;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import dev.escala.calendar.holiday.Countries;
import dev.escala.complaint.classification.ComplaintKind;
import dev.escala.complaint.regime.ComplaintFacts;
import dev.escala.complaint.regime.ComplaintLaw;
import dev.escala.complaint.regime.ComplaintTopic;
import dev.escala.complaint.regime.LegalDeadlines;
import dev.escala.complaint.regime.Sector;
import dev.escala.text.Shortening;
import dev.escala.validation.Fields;

/**
 * What a customer says is bad, whichever way it came; valid by construction.
 *
 * @param customer code or name of the customer, or the name of whoever nobody knows yet
 * @param email address for the answer, or {@code null}
 * @param phone telephone, or {@code null}
 * @param kind what it is, as the customer or who took it called it
 * @param description what the customer said, word for word
 * @param wish what the customer asks for, or {@code null}
 * @param country where the customer is, ISO 3166 in lower case
 * @param region in which region, in lower case, or {@code null} where nobody knows
 * @param topic what it is about, as far as a norm makes a difference of it
 * @param consumer whether a consumer complains
 * @param officialForm whether an official form was filled in ("hoja de reclamaciones")
 * @param smallSupply whether less than 15 kW of electricity are contracted
 * @param door by which way it came
 * @param channel by which way the answer goes out
 * @param language in which language it was said, {@code es} or {@code en}
 * @param presentedAt when it arrived at the earliest door
 * @param readBack whether it was read back and the customer said that this is it (004-74)
 * @param recording where the recording of the call is, or {@code null}
 * @param recordingConsent whether the customer expressly allowed it (Ley 10/2025, art.
 * 12.1)
 * @param postalAddress where an answer on paper is posted to, or {@code null}
 */
public record Statement(String customer, String email, String phone, ComplaintKind kind, String description,
		String wish, String country, String region, ComplaintTopic topic, boolean consumer, boolean officialForm,
		boolean smallSupply, ComplaintDoor door, AnswerChannel channel, String language, Instant presentedAt,
		boolean readBack, String recording, boolean recordingConsent, String postalAddress) {

	/** As many characters a complaint has at most. */
	public static final int LONGEST = 10_000;

	/** Longest postal address, in characters. */
	public static final int LONGEST_ADDRESS = 300;

	private static final int LONGEST_SUBJECT = 120;

	private static final List<DateTimeFormatter> TYPED = List.of(
			DateTimeFormatter.ofPattern("d/M/uuuu[ H:mm]", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT),
			DateTimeFormatter.ofPattern("uuuu-MM-dd['T'H:mm[:ss]]", Locale.ROOT)
				.withResolverStyle(ResolverStyle.STRICT));

	/**
	 * Reads what somebody sent: the same rules for every door.
	 * @param door by which way it came, where the door itself says so, or {@code null}
	 * @throws dev.escala.validation.InvalidInputException naming every field that is
	 * wrong
	 */
	public static Statement read(Input input, ComplaintDoor door, ComplaintLaw law, LegalDeadlines deadlines,
			Clock clock) {
		Fields fields = new Fields();
		String customer = fields.requiredLine("customer", "el cliente", input.customer(), 200);
		String email = fields.optionalLine("email", "el correo", input.email(), 254);
		String phone = fields.optionalLine("phone", "el teléfono", input.phone(), 40);
		ComplaintKind kind = fields.oneOf("kind", "qué es", input.kind(), ComplaintKind.class, ComplaintKind.CLAIM);
		String description = fields.required("description", "lo que ha pasado", input.description(), LONGEST);
		String wish = fields.optional("wish", "lo que pide", input.wish(), 2000);
		String region = region(fields, input.region(), law);
		ComplaintTopic topic = fields.oneOf("topic", "de qué trata", input.topic(), ComplaintTopic.class,
				ComplaintTopic.OTHER);
		ComplaintDoor came = (door != null) ? door
				: fields.oneOf("door", "por dónde llegó", input.door(), ComplaintDoor.class, null);
		AnswerChannel channel = fields.oneOf("channel", "por dónde quiere la respuesta", input.channel(),
				AnswerChannel.class, AnswerChannel.MAIL);
		String recording = fields.optionalLine("recording", "la grabación", input.recording(), 500);
		String postalAddress = fields.optional("postalAddress", "la dirección postal", input.postalAddress(),
				LONGEST_ADDRESS);
		boolean consumer = !Boolean.FALSE.equals(input.consumer());
		boolean official = Boolean.TRUE.equals(input.officialForm());
		boolean small = !Boolean.FALSE.equals(input.smallSupply());
		String language = language(fields, input.language());
		ComplaintFacts facts = new ComplaintFacts(law.country(), region, law.sector(),
				(topic == null) ? ComplaintTopic.OTHER : topic, consumer, law.large(), official, small);
		Instant presented = presented(fields, input.presentedAt(), deadlines.zone(facts), clock);
		if (came == ComplaintDoor.PHONE && !Boolean.TRUE.equals(input.readBack())) {
			fields.refuse("readBack",
					"Lea al cliente lo que ha escrito y marque «Se le leyó y está conforme»: así no hay malentendidos.");
		}
		if (came == ComplaintDoor.PHONE && law.sector() == Sector.FINANCE) {
			fields.refuse("door",
					"En servicios financieros se reclama por escrito, no por teléfono (Ley 44/2002, art. 29 ter). Ayude al "
							+ "cliente: mándele la página /reclamar, o escríbala con él en la oficina y elija «En persona».");
		}
		if (recording != null && !Boolean.TRUE.equals(input.recordingConsent())) {
			fields.refuse("recordingConsent",
					"Marque que el cliente dio su permiso expreso para grabar, o deje vacía la grabación: sin él no se conserva.");
		}
		if (came == ComplaintDoor.WEB && channel == AnswerChannel.MAIL && email == null) {
			// There nobody is known by a name: what is asked tells no stranger who is.
			fields.refuse("email", "Escriba el correo al que se le responde, o elija otra vía para la respuesta.");
		}
		if (came == ComplaintDoor.WEB && channel == AnswerChannel.POST && postalAddress == null) {
			fields.refuse("postalAddress", "Escriba la dirección a la que se le envía la respuesta, o elija otra vía.");
		}
		fields.done();
		return new Statement(customer, email, phone, kind, description, wish, law.country(), region, topic, consumer,
				official, small, came, channel, language, presented, Boolean.TRUE.equals(input.readBack()), recording,
				recording != null, postalAddress);
	}

	/** What the norms ask about it. */
	public ComplaintFacts facts(ComplaintLaw law) {
		return new ComplaintFacts(this.country, this.region, law.sector(), this.topic, this.consumer, law.large(),
				this.officialForm, this.smallSupply);
	}

	/** The first words of it, for lists. */
	public String subject() {
		return Shortening.withEllipsis(this.description.lines().findFirst().orElse("").strip(), LONGEST_SUBJECT);
	}

	/** The same, about something else: the terms are decided anew from the same start. */
	public Statement about(ComplaintKind other, ComplaintTopic otherTopic) {
		return new Statement(this.customer, this.email, this.phone, other, this.description, this.wish, this.country,
				this.region, otherTopic, this.consumer, this.officialForm, this.smallSupply, this.door, this.channel,
				this.language, this.presentedAt, this.readBack, this.recording, this.recordingConsent,
				this.postalAddress);
	}

	private static String region(Fields fields, String typed, ComplaintLaw law) {
		if (typed == null || typed.isBlank()) {
			return law.region();
		}
		String code = typed.strip().toLowerCase(Locale.ROOT);
		Countries.Country country = Countries.find(law.country()).orElseThrow();
		if (country.region(code).isEmpty()) {
			fields.refuse("region", "No se conoce esa comunidad de " + country.name() + ": escriba su código, como "
					+ country.regions().stream().findFirst().map(Countries.Region::code).orElse("ninguno") + ".");
		}
		return code;
	}

	private static String language(Fields fields, String typed) {
		String language = (typed == null || typed.isBlank()) ? "es" : typed.strip().toLowerCase(Locale.ROOT);
		if (!List.of("es", "en").contains(language)) {
			fields.refuse("language", "El idioma debe ser es (español) o en (inglés).");
		}
		return language;
	}

	private static Instant presented(Fields fields, String typed, ZoneId zone, Clock clock) {
		Instant now = clock.instant();
		if (typed == null || typed.isBlank()) {
			return now;
		}
		Optional<Instant> read = Stream
			.concat(told(typed.strip()).stream(),
					TYPED.stream().flatMap((format) -> moment(typed.strip(), format, zone).stream()))
			.findFirst();
		if (read.isEmpty()) {
			fields.refuse("presentedAt",
					"Escriba cuándo se presentó como día y hora: 04/12/2026 18:00. Sin hora cuenta el comienzo del día.");
		}
		else if (read.get().isAfter(now)) {
			fields.refuse("presentedAt", "No puede haberse presentado en el futuro: revise el día y la hora.");
		}
		else if (read.get().isBefore(now.atZone(zone).minusYears(5).toInstant())) {
			fields.refuse("presentedAt", "Fue hace más de cinco años: revise el año.");
		}
		return read.orElse(now);
	}

	/** A moment as programs tell it, with its offset: nothing is left to a zone. */
	private static Optional<Instant> told(String typed) {
		try {
			return Optional.of(OffsetDateTime.parse(typed).toInstant());
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	private static Optional<Instant> moment(String typed, DateTimeFormatter format, ZoneId zone) {
		try {
			var read = format.parseBest(typed, LocalDateTime::from, LocalDate::from);
			LocalDateTime local = (read instanceof LocalDate day) ? day.atTime(LocalTime.MIDNIGHT)
					: (LocalDateTime) read;
			return Optional.of(local.atZone(zone).toInstant());
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	/** What somebody sent; any part may be missing or wrong. */
	public record Input(String customer, String email, String phone, String kind, String description, String wish,
			String region, String topic, Boolean consumer, Boolean officialForm, Boolean smallSupply, String door,
			String channel, String language, String presentedAt, Boolean readBack, String recording,
			Boolean recordingConsent, String postalAddress) {
	}

}
