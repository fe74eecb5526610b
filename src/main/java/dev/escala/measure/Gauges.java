package dev.escala.measure;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.Shortening;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Measures: reads what somebody chose, counts it, and keeps what people enter. Months are
 * those of the business zone {@code escala.zone}.
 */
@Service
@Transactional
public class Gauges {

	/** As many months back a figure may be entered. */
	public static final int ENTERED_BACK = 24;

	private static final int LONGEST_NAME = 120;

	private static final int MOST_HOURS = 2000;

	private static final int SHOWN = 40;

	private final List<Measure> measures;

	private final EnteredFigureRepository entered;

	private final Timeline timeline;

	private final Clock clock;

	private final ZoneId zone;

	Gauges(List<Measure> measures, EnteredFigureRepository entered, Timeline timeline, Clock clock,
			@Value("${escala.zone}") ZoneId zone) {
		this.measures = measures.stream().sorted(Comparator.comparing(Measure::label)).toList();
		this.entered = entered;
		this.timeline = timeline;
		this.clock = clock;
		this.zone = zone;
	}

	/** What Escala counts by itself, by name. */
	public List<Measure> measures() {
		return this.measures;
	}

	/** How a figure is counted, in Spanish. */
	public String how(Gauge gauge) {
		return gauge.isEntered() ? "La anota cada mes una persona."
				: find(gauge.measure()).map(Measure::how).orElse("Escala ya no cuenta esta cifra.");
	}

	/** The last month that is over. */
	public YearMonth lastMonth() {
		return YearMonth.from(this.clock.instant().atZone(this.zone)).minusMonths(1);
	}

	/**
	 * Reads what something is measured by.
	 * @param fields where refusals go
	 * @return what it is, or {@code null} where it was refused
	 */
	public Gauge read(Fields fields, SaidGauge said) {
		if (said.measure() == null || said.measure().isBlank()) {
			String name = fields.requiredLine("figure", "el nombre de la cifra, si no la cuenta Escala", said.figure(),
					LONGEST_NAME);
			Unit unit = fields.oneOf("unit", "la unidad de la cifra", said.unit(), Unit.class, null);
			Better better = fields.oneOf("better", "si es mejor más o menos", said.better(), Better.class, null);
			return new Gauge(null, null, name, unit, better == Better.MORE);
		}
		Optional<Measure> found = find(said.measure().strip());
		if (found.isEmpty()) {
			fields.refuse("measure",
					"No se conoce la medida «" + Shortening.withEllipsis(said.measure().strip(), SHOWN)
							+ "». Valores posibles: "
							+ String.join(", ", this.measures.stream().map(Measure::code).toList()) + ".");
			return null;
		}
		Measure measure = found.get();
		Integer hours = measure.asksHours() ? hours(fields, said.hours()) : null;
		return new Gauge(measure.code(), hours,
				(hours == null) ? measure.label() : measure.label() + ": " + hours + " h", measure.unit(),
				measure.moreIsBetter());
	}

	private static Integer hours(Fields fields, String typed) {
		String text = (typed == null) ? "" : typed.strip();
		if (text.matches("\\d{1,4}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST_HOURS) {
			return Integer.valueOf(text);
		}
		fields.refuse("hours",
				"Esta medida cuenta lo que se hizo en unas horas: diga en cuántas, de 1 a " + MOST_HOURS + ".");
		return null;
	}

	/** The figure of each of some months; what is not known is missing. */
	@Transactional(readOnly = true)
	public Map<YearMonth, Counted> monthly(CaseNumber number, Gauge gauge, Months months) {
		if (months.isEmpty()) {
			return Map.of();
		}
		return gauge.isEntered() ? this.entered.find(number, months)
				: find(gauge.measure()).map((measure) -> measure.counting().count(months, gauge.hours()))
					.orElse(Map.of());
	}

	/** The figure of all of them together. */
	@Transactional(readOnly = true)
	public Counted all(CaseNumber number, Gauge gauge, Months months) {
		return Counted.all(monthly(number, gauge, months).values());
	}

	/**
	 * Somebody enters the figure of a month; of one that has it already, in its place.
	 * @param month as {@code 2026-11}
	 * @throws ConflictException where Escala counts the figure by itself
	 */
	public YearMonth enter(CaseNumber number, Gauge gauge, String month, String value, UserId by) {
		if (!gauge.isEntered()) {
			throw new ConflictException("«" + gauge.name() + "» la cuenta Escala por sí sola: no se anota.");
		}
		Fields fields = new Fields();
		YearMonth of = month(fields, month);
		BigDecimal figure = TypedNumber.read(fields, "figure", value, gauge.unit());
		fields.done();
		this.entered.save(number, of, figure, by, this.clock.instant().truncatedTo(ChronoUnit.MICROS));
		this.timeline.add(number, by,
				"Anotó «" + gauge.name() + "» de " + MonthNames.within(of) + ": " + gauge.told(figure) + ".");
		return of;
	}

	private YearMonth month(Fields fields, String typed) {
		String text = (typed == null) ? "" : typed.strip();
		YearMonth last = lastMonth();
		try {
			YearMonth month = YearMonth.parse(text);
			if (month.isAfter(last)) {
				fields.refuse("month", "El mes " + month + " no ha terminado: se anota cuando termine.");
			}
			else if (month.isBefore(last.minusMonths(ENTERED_BACK))) {
				fields.refuse("month",
						"Se anotan los últimos " + ENTERED_BACK + " meses, y " + month + " es anterior.");
			}
			return month;
		}
		catch (DateTimeException ex) {
			fields.refuse("month", "Diga de qué mes es la cifra, por ejemplo " + last + ".");
			return null;
		}
	}

	private Optional<Measure> find(String code) {
		return this.measures.stream().filter((one) -> one.code().equals(code)).findFirst();
	}

	/** Which way a figure is the better one. */
	public enum Better {

		MORE, LESS

	}

}
