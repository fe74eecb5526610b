package dev.escala.complaint.outage;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.escala.calendar.holiday.Countries;
import dev.escala.complaint.regime.ComplaintLaw;
import dev.escala.customer.Product;
import dev.escala.validation.Fields;

/**
 * What somebody knows of a mass fault; any part may be missing or wrong. Times are in the
 * organisation's zone, as {@code 2026-12-28T10:15} or {@code 28/12/2026 10:15}.
 *
 * @param service what does not work
 * @param area where
 * @param region code of the region, or empty for the whole country
 * @param product name of a {@link Product}, or empty where it is not one alone
 * @param since since when; where it is missing as it was, or now
 * @param cause why, or empty while nobody knows
 * @param restoration when it should work again, or empty while nobody knows
 */
public record SaveOutage(String service, String area, String region, String product, String since, String cause,
		String restoration) {

	private static final List<DateTimeFormatter> TYPED = List.of(format("uuuu-MM-dd'T'HH:mm[:ss]"),
			format("d/M/uuuu H:mm"));

	private static DateTimeFormatter format(String pattern) {
		return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
	}

	/** Reads it; what it does not say of the fault stays as it was. */
	Outage read(Outage before, ComplaintLaw law, ZoneId zone, Clock clock) {
		Fields fields = new Fields();
		String checkedService = fields.requiredLine("service", "qué servicio falla", this.service, 200);
		String checkedArea = fields.requiredLine("area", "dónde falla", this.area, 200);
		String code = blank(this.region) ? null : this.region.strip().toLowerCase(Locale.ROOT);
		if (code != null && Countries.find(law.country()).flatMap((country) -> country.region(code)).isEmpty()) {
			fields.refuse("region",
					"No se conoce la comunidad «" + code + "». Elija una, o ninguna si falla en todas.");
		}
		Product checkedProduct = blank(this.product) ? null
				: fields.oneOf("product", "qué producto falla", this.product, Product.class, null);
		Instant now = clock.instant();
		Instant began = moment(fields, "since", this.since, zone);
		if (began == null) {
			began = (before.since() == null) ? now : before.since();
		}
		if (began.isAfter(now)) {
			fields.refuse("since", "No puede fallar desde el futuro: revise el día y la hora.");
		}
		String checkedCause = fields.optional("cause", "la causa", this.cause, 1000);
		Instant back = moment(fields, "restoration", this.restoration, zone);
		if (back != null && !back.isAfter(began)) {
			fields.refuse("restoration", "La hora prevista es anterior al comienzo de la avería: revísela.");
		}
		fields.done();
		return new Outage(before.id(), checkedService, checkedArea, code, checkedProduct, began, checkedCause, back,
				before.registeredBy(), before.endedAt(), before.version());
	}

	private static Instant moment(Fields fields, String field, String text, ZoneId zone) {
		if (blank(text)) {
			return null;
		}
		Optional<Instant> read = TYPED.stream()
			.flatMap((format) -> parse(text.strip(), format, zone).stream())
			.findFirst();
		if (read.isEmpty()) {
			fields.refuse(field, "Escriba el día y la hora, como 28/12/2026 10:15.");
		}
		return read.orElse(null);
	}

	private static Optional<Instant> parse(String text, DateTimeFormatter format, ZoneId zone) {
		try {
			return Optional.of(LocalDateTime.parse(text, format).atZone(zone).toInstant());
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	private static boolean blank(String text) {
		return text == null || text.isBlank();
	}

}
