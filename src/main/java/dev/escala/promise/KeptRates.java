package dev.escala.promise;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.escala.access.Staff;
import dev.escala.promise.persistence.KeptRateRepository;
import dev.escala.reference.UserId;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.SpokenDates;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many promises were kept (003-15): by the person who owned the case when they were
 * settled, by their team, by customer. Spoken promises count too, those to a prospect for
 * no customer. Withdrawn ones count for nobody.
 */
@Service
@Transactional(readOnly = true)
public class KeptRates {

	/** So many days back where nobody says from when. */
	static final int DAYS = 90;

	private final KeptRateRepository repository;

	private final Staff staff;

	private final SpokenDates dates;

	private final Clock clock;

	KeptRates(KeptRateRepository repository, Staff staff, SpokenDates dates, Clock clock) {
		this.repository = repository;
		this.staff = staff;
		this.dates = dates;
		this.clock = clock;
	}

	/**
	 * The rates, the worst first.
	 * @param by {@code person}, {@code team} or {@code customer}
	 * @param from first day, as {@code 2026-11-01}, in the organisation's zone, or
	 * {@code null} for 90 days before the last
	 * @param to last day, or {@code null} for today
	 * @throws InvalidInputException naming the parameter that is wrong
	 */
	public KeptRateReport report(String by, String from, String to) {
		Fields fields = new Fields();
		if (!KeptRateRepository.counts(by)) {
			fields.refuse("by", "Indique por qué se agrupa: person (persona), team (equipo) o customer (cliente).");
		}
		LocalDate last = day(fields, "to", to, LocalDate.ofInstant(this.clock.instant(), this.dates.zone()));
		LocalDate first = day(fields, "from", from, (last == null) ? null : last.minusDays(DAYS));
		if (first != null && last != null && first.isAfter(last)) {
			fields.refuse("from", "El primer día (" + first + ") es posterior al último (" + last + ").");
		}
		fields.done();
		List<KeptRate> rates = read(by, first.atStartOfDay(this.dates.zone()).toInstant(),
				last.plusDays(1).atStartOfDay(this.dates.zone()).toInstant());
		return new KeptRateReport(by, first, last, rates);
	}

	/** The promises that one person answered for in the last 90 days. */
	KeptRate ofPerson(UserId person) {
		Instant now = this.clock.instant();
		return read("person", now.atZone(this.dates.zone()).minusDays(DAYS).toInstant(), now.plusSeconds(1)).stream()
			.filter((rate) -> rate.id().equals(person.value()))
			.findFirst()
			.orElseGet(() -> new KeptRate(person.value(), this.staff.nameOf(person), 0, 0));
	}

	private static LocalDate day(Fields fields, String field, String value, LocalDate fallback) {
		if (value == null || value.isBlank()) {
			return fallback;
		}
		try {
			LocalDate day = LocalDate.parse(value.strip());
			if (day.getYear() >= 1900 && day.getYear() <= 9999) {
				return day;
			}
		}
		catch (DateTimeException ex) {
			// Said below, as for a year that no promise has.
		}
		fields.refuse(field, "La fecha se escribe como 2026-11-01.");
		return null;
	}

	private List<KeptRate> read(String by, Instant from, Instant to) {
		List<KeptRateRepository.Kept> counted = this.repository.count(by, from, to);
		Map<String, String> names = names(by, counted);
		return counted.stream()
			.map((one) -> new KeptRate(one.id(), names.getOrDefault(one.id(), one.id()), one.kept(), one.broken()))
			.toList();
	}

	/** Asked at once, however many there are. */
	private Map<String, String> names(String by, List<KeptRateRepository.Kept> counted) {
		return switch (by) {
			case "person" -> this.staff.namesOf(counted.stream().map((one) -> new UserId(one.id())).toList())
				.entrySet()
				.stream()
				.collect(Collectors.toMap((one) -> one.getKey().value(), Map.Entry::getValue));
			case "team" -> this.staff.groups().stream().collect(Collectors.toMap(Staff.Team::id, Staff.Team::name));
			default -> counted.stream()
				.collect(Collectors.toMap(KeptRateRepository.Kept::id, KeptRateRepository.Kept::customer));
		};
	}

	/**
	 * The rates of a stretch of time.
	 *
	 * @param by person, team or customer
	 * @param from first day
	 * @param to last day
	 * @param rates the worst first
	 */
	public record KeptRateReport(String by, LocalDate from, LocalDate to, List<KeptRate> rates) {

		public KeptRateReport {
			rates = List.copyOf(rates);
		}

	}

	/**
	 * One person's, team's or customer's promises.
	 *
	 * @param id user id, group id or customer code
	 * @param name the name that people know
	 * @param kept how many were kept
	 * @param broken how many were broken
	 */
	public record KeptRate(String id, String name, int kept, int broken) {

		/**
		 * The share that was kept, in percent, rounded; {@code null} without promises.
		 */
		@JsonProperty
		public Integer rate() {
			int all = this.kept + this.broken;
			return (all == 0) ? null : (int) Math.round(100.0 * this.kept / all);
		}

	}

}
