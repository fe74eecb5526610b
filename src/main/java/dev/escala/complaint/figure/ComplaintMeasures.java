package dev.escala.complaint.figure;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import dev.escala.measure.Counted;
import dev.escala.measure.Measure;
import dev.escala.measure.Months;
import dev.escala.measure.Unit;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the figures of complaints measure, by the month of their presentation. */
@Configuration(proxyBeanMethods = false)
class ComplaintMeasures {

	private static final double SECONDS_OF_HOUR = 3600;

	private final FigureRepository facts;

	private final MeasuredRepository repository;

	private final Clock clock;

	private final ZoneId zone;

	ComplaintMeasures(FigureRepository facts, MeasuredRepository repository, Clock clock,
			@Value("${escala.zone}") ZoneId zone) {
		this.facts = facts;
		this.repository = repository;
		this.clock = clock;
		this.zone = zone;
	}

	@Bean
	Measure complaintsInTermMeasure() {
		return new Measure("COMPLAINTS_IN_TERM", "Reclamaciones respondidas en su plazo",
				"De los plazos que obligan de las recibidas en el mes y que ya se respondieron o vencieron: cuántas se "
						+ "respondieron antes de vencer.",
				Unit.PERCENT, true, false, (months, hours) -> {
					Instant now = this.clock.instant();
					return each(months,
							(fact) -> share(fact.terms()
								.stream()
								.filter((term) -> term.binding() && term.isOver(now, fact.isOpen()))
								.map(ComplaintFact.Term::isKept)));
				});
	}

	@Bean
	Measure complaintHoursMeasure() {
		return new Measure("COMPLAINT_HOURS", "Reclamaciones: horas hasta la respuesta",
				"De las recibidas en el mes y respondidas: media de las horas corridas hasta la respuesta que vale.",
				Unit.HOURS, false, false, (months, hours) -> each(months, (fact) -> sum(
						Stream.ofNullable(fact.seconds()).mapToDouble((seconds) -> seconds / SECONDS_OF_HOUR))));
	}

	@Bean
	Measure complaintsWithinMeasure() {
		return new Measure("COMPLAINTS_WITHIN", "Reclamaciones respondidas en unas horas",
				"De las recibidas en el mes que ya se respondieron, o siguen abiertas y ya pasaron esas horas: cuántas se "
						+ "respondieron en ellas, corridas.",
				Unit.PERCENT, true, true,
				(months, hours) -> this.repository.answeredWithin(months, hours, this.zone, this.clock.instant()));
	}

	@Bean
	Measure complaintsSolvedMeasure() {
		return new Measure("COMPLAINTS_SOLVED", "Reclamaciones que el cliente da por resueltas",
				"De las recibidas en el mes cuyo cliente dijo cómo quedó: cuántos dicen que está resuelta.",
				Unit.PERCENT, true, false,
				(months, hours) -> each(months, (fact) -> share(Stream.ofNullable(fact.solved()))));
	}

	private Map<YearMonth, Counted> each(Months months, Function<ComplaintFact, Counted> counted) {
		return this.facts.facts(months.from(this.zone), months.before(this.zone), this.zone)
			.stream()
			.collect(Collectors.groupingBy(ComplaintFact::month,
					Collectors.mapping(counted, Collectors.collectingAndThen(Collectors.toList(), Counted::all))));
	}

	private static Counted share(Stream<Boolean> some) {
		return sum(some.mapToDouble((one) -> one ? 100 : 0));
	}

	private static Counted sum(DoubleStream some) {
		double[] values = some.toArray();
		return new Counted(BigDecimal.valueOf(DoubleStream.of(values).sum()), values.length);
	}

}
