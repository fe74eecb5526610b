package dev.escala.pursuit.figure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.escala.access.Role;
import dev.escala.access.Staff;
import dev.escala.calendar.Calendars;
import dev.escala.calendar.WorkingCalendar;
import dev.escala.pursuit.Capture;
import dev.escala.pursuit.Strategy;
import dev.escala.pursuit.loss.LossReasons;
import dev.escala.reference.UserId;
import dev.escala.validation.ForbiddenException;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The figures of sales (004-04 to 004-11, 002-21), counted from what happened each time
 * somebody asks, so that nothing has to be kept in step with it.
 */
@Service
@Transactional(readOnly = true)
public class SaleFigures {

	private final SaleFactRepository repository;

	private final LossReasons reasons;

	private final Calendars calendars;

	private final Staff staff;

	private final Clock clock;

	private final ZoneId zone;

	SaleFigures(SaleFactRepository repository, LossReasons reasons, Calendars calendars, Staff staff, Clock clock,
			@Value("${escala.zone}") ZoneId zone) {
		this.repository = repository;
		this.reasons = reasons;
		this.calendars = calendars;
		this.staff = staff;
		this.clock = clock;
		this.zone = zone;
	}

	/**
	 * Reads a period as somebody typed it; nothing is this quarter.
	 * @throws dev.escala.validation.InvalidInputException where it is none, or has not
	 * begun
	 */
	public SalePeriod period(String typed) {
		return SalePeriod.read(typed, today());
	}

	/** The periods to choose from, the newest first. */
	public List<SalePeriod> periods() {
		LocalDate today = today();
		List<SalePeriod> periods = new ArrayList<>();
		for (int back = 0; back < 8; back++) {
			periods.add(SalePeriod.quarterOf(today.minusMonths(3L * back)));
		}
		for (int back = 0; back < 12; back++) {
			periods.add(SalePeriod.read(today.minusMonths(back).toString().substring(0, 7), today));
		}
		for (int back = 0; back < 3; back++) {
			periods.add(SalePeriod.read(String.valueOf(today.getYear() - back), today));
		}
		return List.copyOf(periods);
	}

	/** The quarter of today, or the one so many quarters before it. */
	public SalePeriod quarter(int back) {
		return SalePeriod.quarterOf(today().minusMonths(3L * back));
	}

	/**
	 * The figures of a period of each person who sold then, by user id, without their
	 * time of prospecting: for whoever counts, and shows each only to whom they concern.
	 */
	public Map<String, SaleLine> people(SalePeriod period) {
		SaleCount count = count(period, SaleScope.ALL);
		return count.people()
			.stream()
			.collect(Collectors.toMap((one) -> one, (one) -> count.of(SaleScope.ALL.of(one)).line(one, period, 0)));
	}

	/** The figures of a period, by person only those that the viewer may see. */
	public SaleReport report(SalePeriod period, SaleScope scope, Viewer viewer) {
		viewer.require(scope);
		Instant from = period.from(this.zone);
		Instant before = period.before(this.zone);
		SaleCount count = count(period, scope);
		List<LostSale> losses = this.repository.losses(from, before);
		long minutes = workMinutes(period);
		return new SaleReport(period.code(), this.clock.instant(), this.zone.getId(),
				count.line("Total", period, minutes),
				Arrays.stream(Strategy.values())
					.map((one) -> count.of(SaleScope.ALL.with(one)).line(one.label(), period, minutes))
					.toList(),
				Arrays.stream(Capture.values())
					.map((one) -> count.of(SaleScope.ALL.with(one)).line(one.label(), period, minutes))
					.toList(),
				count.people()
					.stream()
					.filter(viewer::sees)
					.map((one) -> count.of(SaleScope.ALL.of(one))
						.line(this.staff.nameOf(new UserId(one)), period, minutes))
					.toList(),
				period.each().stream().map((one) -> count.line(one.code(), one, workMinutes(one))).toList(),
				count.stages(this.repository.visits(from, before), period),
				count.losses(losses, (loss) -> Stream.of(this.reasons.label(loss.reason()))),
				count.losses(losses, (loss) -> Stream.ofNullable(loss.competitor()).map(String::strip)),
				count.losses(losses,
						(loss) -> Stream.ofNullable(loss.weakPoints())
							.flatMap((text) -> Arrays.stream(text.split("[\\n;]")))
							.map(String::strip)
							.filter((text) -> !text.isEmpty())));
	}

	/** What became of the sales that began in each month of a period. */
	public List<Cohort> cohorts(SalePeriod period, SaleScope scope, Viewer viewer) {
		viewer.require(scope);
		return count(period, scope).cohorts(period);
	}

	/** Won out of proposed in each of some months, whoever sold it. */
	public Map<YearMonth, Ratio> closes(YearMonth first, int months) {
		SalePeriod period = new SalePeriod(first, months);
		SaleCount count = count(period, SaleScope.ALL);
		return period.each().stream().collect(Collectors.toMap(SalePeriod::first, count::closes));
	}

	/** What the open opportunities may bring. */
	public List<Forecast> forecasts(SaleScope scope, Viewer viewer) {
		viewer.require(scope);
		Instant now = this.clock.instant();
		Instant since = now.atZone(this.zone).minusMonths(Forecast.MONTHS).toInstant();
		Instant before = now.plusSeconds(1);
		return new SaleCount(this.repository.sales(since, before), List.of(), this.zone).of(scope)
			.forecasts(this.repository.visits(since, before), since);
	}

	/** The sales that a figure is counted of, as far as the viewer may see whose. */
	public List<Sale> behind(SaleMeasure measure, SalePeriod period, SaleScope scope, Viewer viewer) {
		viewer.require(scope);
		return count(period, scope).behind(measure, period)
			.stream()
			.filter((sale) -> viewer.sees(sale.owner()))
			.toList();
	}

	private SaleCount count(SalePeriod period, SaleScope scope) {
		Instant from = period.from(this.zone);
		Instant before = period.before(this.zone);
		return new SaleCount(this.repository.sales(from, before), this.repository.calls(from, before, this.zone),
				this.zone)
			.of(scope);
	}

	/** What one person who sells worked in a period until now, by the team's calendar. */
	private long workMinutes(SalePeriod period) {
		WorkingCalendar calendar = this.calendars.effective(Role.SALES.groupId(), null);
		Instant now = this.clock.instant();
		return period.first()
			.atDay(1)
			.datesUntil(period.first().plusMonths(period.months()).atDay(1))
			.flatMap((day) -> calendar.openOn(day).stream())
			.filter((span) -> span.from().isBefore(now))
			.mapToLong((span) -> Duration.between(span.from(), span.to().isBefore(now) ? span.to() : now).toMinutes())
			.sum();
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), this.zone);
	}

	/**
	 * Who reads: whoever leads sees everybody; others see themselves, and the sums.
	 *
	 * @param user id of who it is
	 * @param leads whether they lead
	 */
	public record Viewer(UserId user, boolean leads) {

		boolean sees(String person) {
			return this.leads || this.user.value().equals(person);
		}

		void require(SaleScope scope) {
			if (scope.person() != null && !sees(scope.person())) {
				throw new ForbiddenException(
						"Las cifras de otra persona las ve quien dirige el equipo. Deje «Persona» en «Todas» o elija las suyas.");
			}
		}

	}

}
