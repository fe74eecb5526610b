package dev.escala.complaint.figure;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.escala.calendar.holiday.Countries;
import dev.escala.calendar.holiday.Countries.Region;
import dev.escala.complaint.ComplaintOutcome;
import dev.escala.complaint.answer.PointRuling;
import dev.escala.complaint.classification.ComplaintReason;
import dev.escala.complaint.classification.ComplaintReasons;
import dev.escala.text.Sentences;
import dev.escala.validation.InvalidInputException;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The figures of art. 21 of Ley 10/2025, computed from the complaints each time somebody
 * asks, so that nothing has to be kept in step with them.
 */
@Service
public class ComplaintFigures {

	private static final String UNKNOWN = "Sin dato";

	private static final int PRODUCTS = 10;

	private static final int REASONS = 3;

	private static final int EARLIEST = 2000;

	private final FigureRepository repository;

	private final ComplaintReasons reasons;

	private final AttentionLines attention;

	private final Clock clock;

	private final ZoneId zone;

	ComplaintFigures(FigureRepository repository, ComplaintReasons reasons, AttentionLines attention, Clock clock,
			@Value("${escala.zone}") ZoneId zone) {
		this.repository = repository;
		this.reasons = reasons;
		this.attention = attention;
		this.clock = clock;
		this.zone = zone;
	}

	/** The year that it is. */
	public int thisYear() {
		return LocalDate.ofInstant(this.clock.instant(), this.zone).getYear();
	}

	/**
	 * Reads a year as somebody typed it; nothing is this year.
	 * @throws InvalidInputException where it is none, or has not begun
	 */
	public int year(String typed) {
		if (typed == null || typed.isBlank()) {
			return thisYear();
		}
		int year = typed.strip().matches("\\d{4}") ? Integer.parseInt(typed.strip()) : 0;
		if (year < EARLIEST || year > thisYear()) {
			throw new InvalidInputException("year",
					"El año se escribe con cuatro cifras, entre " + EARLIEST + " y " + thisYear() + ".");
		}
		return year;
	}

	/** All figures of a year. */
	@Transactional(readOnly = true)
	public YearFigures of(int year) {
		Instant now = this.clock.instant();
		FactCount count = new FactCount(year, this.repository.facts(begin(year), begin(year + 1), this.zone), now);
		List<FigureLine> lines = new ArrayList<>();
		lines.add(count.number(Method.RECEIVED, null, (fact) -> true));
		lines.addAll(count.split(Method.RECEIVED_BY_KIND, (fact) -> fact.kind().label(), Integer.MAX_VALUE));
		lines.addAll(count.split(Method.RECEIVED_BY_DOOR, (fact) -> fact.door().label(), Integer.MAX_VALUE));
		lines.addAll(count.split(Method.RECEIVED_BY_LANGUAGE, ComplaintFigures::language, Integer.MAX_VALUE));
		lines.addAll(count.split(Method.RECEIVED_BY_REGION, ComplaintFigures::region, Integer.MAX_VALUE));
		lines.addAll(count.termsKept());
		lines.addAll(count.times());
		lines.add(count.overdue());
		Arrays.stream(ComplaintOutcome.values())
			.forEach((outcome) -> lines
				.add(count.number(Method.OUTCOMES, outcome.label(), (fact) -> fact.outcome() == outcome)));
		lines.add(count.sum(Method.POINTS, Sentences.beginning(PointRuling.GRANTED.label()), ComplaintFact::granted));
		lines.add(count.sum(Method.POINTS, Sentences.beginning(PointRuling.PARTLY.label()), ComplaintFact::partly));
		lines.add(count.sum(Method.POINTS, Sentences.beginning(PointRuling.REFUSED.label()), ComplaintFact::refused));
		lines.add(count.sum(Method.CURES, "Pedidas", ComplaintFact::asked));
		lines.add(count.sum(Method.CURES, "Completadas", ComplaintFact::completed));
		lines.add(count.share(Method.HEARD, (fact) -> fact.heard() != null, ComplaintFact::heard));
		lines.add(count.share(Method.SOLVED, (fact) -> fact.solved() != null, ComplaintFact::solved));
		lines.addAll(count.split(Method.PRODUCTS,
				(fact) -> Optional.ofNullable(fact.product()).map((product) -> product.label()).orElse(UNKNOWN),
				PRODUCTS));
		Map<String, String> known = this.reasons.all()
			.stream()
			.collect(Collectors.toMap(ComplaintReason::code, ComplaintReason::label));
		lines.addAll(count.split(Method.REASONS,
				(fact) -> (fact.reason() == null) ? null : known.getOrDefault(fact.reason(), fact.reason()), REASONS));
		lines.addAll(this.attention.of(year));
		return new YearFigures(year, now, lines);
	}

	private Instant begin(int year) {
		return Year.of(year).atDay(1).atStartOfDay(this.zone).toInstant();
	}

	private static String language(ComplaintFact fact) {
		Locale language = Locale.forLanguageTag(fact.language());
		return Sentences.beginning(language.getDisplayLanguage(Locale.forLanguageTag("es")));
	}

	private static String region(ComplaintFact fact) {
		return Optional.ofNullable(fact.region())
			.flatMap((region) -> Countries.find(fact.country()).flatMap((country) -> country.region(region)))
			.map(Region::name)
			.orElse(UNKNOWN);
	}

}
