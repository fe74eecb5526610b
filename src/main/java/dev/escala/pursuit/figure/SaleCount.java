package dev.escala.pursuit.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.escala.pursuit.PursuitKind;
import dev.escala.reference.CaseNumber;

/** Counts facts, as {@link SaleMeasure} says. Asks nobody. */
final class SaleCount {

	private final List<Sale> sales;

	private final List<CallCount> calls;

	private final ZoneId zone;

	/**
	 * Counts these.
	 * @param zone in which months begin
	 */
	SaleCount(Collection<Sale> sales, Collection<CallCount> calls, ZoneId zone) {
		this.sales = List.copyOf(sales);
		this.calls = List.copyOf(calls);
		this.zone = zone;
	}

	/** Only those of a scope. */
	SaleCount of(SaleScope scope) {
		return new SaleCount(this.sales.stream().filter(scope::has).toList(),
				this.calls.stream().filter(scope::has).toList(), this.zone);
	}

	/**
	 * The figures of a period.
	 * @param workMinutes that one person worked in it
	 */
	SaleLine line(String of, SalePeriod period, long workMinutes) {
		List<CallCount> made = this.calls.stream().filter((one) -> period.has(one.month())).toList();
		long people = made.stream().map(CallCount::by).distinct().count();
		List<Sale> asked = behind(SaleMeasure.PROPOSAL, period);
		List<Sale> won = behind(SaleMeasure.CYCLE, period);
		return new SaleLine(of,
				Ratio.of(made.stream().mapToLong(CallCount::appointments).sum(),
						made.stream().mapToLong(CallCount::talks).sum()),
				Ratio.of(asked.stream().filter(Sale::proposed).count(), asked.size()), closes(period),
				Days.of(won.stream().map((sale) -> Duration.between(sale.beganAt(), sale.endedAt())).toList()),
				revenue(won), Ratio.of(made.stream().mapToLong(CallCount::minutes).sum(), people * workMinutes));
	}

	/** Won out of proposed in a period. */
	Ratio closes(SalePeriod period) {
		List<Sale> closed = behind(SaleMeasure.CLOSE, period);
		return Ratio.of(closed.stream().filter(Sale::isWon).count(), closed.size());
	}

	/** The sales that a figure of a period is counted of. */
	List<Sale> behind(SaleMeasure measure, SalePeriod period) {
		Predicate<Sale> counted = switch (measure) {
			case APPOINTMENT, PROSPECTING -> (sale) -> period.has(sale.talkedAt(), this.zone);
			case PROPOSAL -> (sale) -> period.has(sale.appointedAt(), this.zone);
			case CLOSE -> (sale) -> sale.proposed() && period.has(sale.endedAt(), this.zone);
			case CYCLE -> (sale) -> sale.isWon() && period.has(sale.endedAt(), this.zone);
			case REVENUE -> (sale) -> sale.isWon() && sale.amount() != null && period.has(sale.endedAt(), this.zone);
		};
		return this.sales.stream().filter(counted).toList();
	}

	private static List<Revenue> revenue(List<Sale> won) {
		return new TreeMap<>(
				won.stream().filter((sale) -> sale.amount() != null).collect(Collectors.groupingBy(Sale::currency)))
			.entrySet()
			.stream()
			.map((one) -> Revenue.of(one.getKey(), one.getValue().size(),
					one.getValue().stream().map(Sale::amount).reduce(BigDecimal.ZERO, BigDecimal::add)))
			.toList();
	}

	/** Who answers for a sale or made a call, in order. */
	List<String> people() {
		return Stream.concat(this.sales.stream().map(Sale::owner), this.calls.stream().map(CallCount::by))
			.filter((one) -> one != null)
			.distinct()
			.sorted()
			.toList();
	}

	/** What became of the sales that began in each month of a period, and of all. */
	List<Cohort> cohorts(SalePeriod period) {
		List<Cohort> cohorts = new ArrayList<>();
		Map<YearMonth, List<Sale>> months = this.sales.stream()
			.filter((sale) -> period.has(sale.beganAt(), this.zone))
			.collect(Collectors.groupingBy((sale) -> YearMonth.from(sale.beganAt().atZone(this.zone))));
		period.each()
			.forEach((month) -> cohorts.add(cohort(month.code(), months.getOrDefault(month.first(), List.of()))));
		cohorts.add(cohort("Total", months.values().stream().flatMap(List::stream).toList()));
		return List.copyOf(cohorts);
	}

	private static Cohort cohort(String month, List<Sale> sales) {
		return new Cohort(month, sales.size(), number(sales, (sale) -> sale.talkedAt() != null),
				number(sales, (sale) -> sale.appointedAt() != null), number(sales, Sale::opportunity),
				number(sales, Sale::proposed), number(sales, Sale::isWon), number(sales, Sale::isLost),
				number(sales, Sale::isOpen));
	}

	private static long number(List<Sale> sales, Predicate<Sale> counted) {
		return sales.stream().filter(counted).count();
	}

	/** How long the stages of a period took, and how many of its cohort reached each. */
	List<StageLine> stages(List<StageVisit> visits, SalePeriod period) {
		Map<CaseNumber, Sale> known = byNumber();
		Map<String, List<StageVisit>> stages = visits.stream()
			.filter((visit) -> known.containsKey(visit.number()))
			.filter((visit) -> !visit.means().isFinal())
			.collect(Collectors.groupingBy((visit) -> visit.kind() + " " + visit.stage(), LinkedHashMap::new,
					Collectors.toList()));
		return stages.values()
			.stream()
			.map((stays) -> stage(stays, known, period))
			.filter((line) -> line.reached() + line.took().count() + line.still() > 0)
			.sorted(Comparator.comparing(StageLine::kind).reversed())
			.toList();
	}

	private StageLine stage(List<StageVisit> stays, Map<CaseNumber, Sale> known, SalePeriod period) {
		StageVisit newest = stays.get(stays.size() - 1);
		Map<CaseNumber, List<StageVisit>> each = stays.stream().collect(Collectors.groupingBy(StageVisit::number));
		List<Duration> took = each.values()
			.stream()
			.filter((own) -> own.stream().allMatch((stay) -> stay.until() != null))
			.filter((own) -> period.has(own.get(own.size() - 1).until(), this.zone))
			.map((own) -> own.stream()
				.map((stay) -> Duration.between(stay.from(), stay.until()))
				.reduce(Duration.ZERO, Duration::plus))
			.toList();
		return new StageLine((newest.kind() == PursuitKind.PROSPECT) ? "Prospecto" : "Oportunidad", newest.name(),
				each.keySet().stream().filter((number) -> period.has(known.get(number).beganAt(), this.zone)).count(),
				Days.of(took), stays.stream().filter((stay) -> stay.until() == null).count());
	}

	private Map<CaseNumber, Sale> byNumber() {
		Map<CaseNumber, Sale> known = new HashMap<>();
		this.sales.forEach((sale) -> {
			known.put(sale.number(), sale);
			known.put(sale.last(), sale);
		});
		return known;
	}

	/**
	 * What the open opportunities may bring.
	 * @param visits the stays of all that is open or ended since
	 * @param since from when on an end is history
	 */
	List<Forecast> forecasts(List<StageVisit> visits, Instant since) {
		Map<CaseNumber, Sale> known = byNumber();
		Map<String, List<Sale>> passed = new HashMap<>();
		Map<String, List<Sale>> standing = new LinkedHashMap<>();
		Map<String, String> names = new HashMap<>();
		visits.stream()
			.filter((visit) -> visit.kind() == PursuitKind.OPPORTUNITY && known.containsKey(visit.number())
					&& !visit.means().isFinal())
			.forEach((visit) -> {
				Sale sale = known.get(visit.number());
				names.put(visit.stage(), visit.name());
				passed.computeIfAbsent(visit.stage(), (stage) -> new ArrayList<>()).add(sale);
				if (visit.until() == null && sale.amount() != null) {
					standing.computeIfAbsent(visit.stage() + " " + sale.currency(), (stage) -> new ArrayList<>())
						.add(sale);
				}
			});
		return standing.entrySet().stream().map((one) -> {
			String stage = one.getKey().substring(0, one.getKey().lastIndexOf(' '));
			List<Sale> ended = passed.get(stage)
				.stream()
				.distinct()
				.filter((sale) -> sale.endedAt() != null && !sale.endedAt().isBefore(since))
				.toList();
			return forecast(names.get(stage), one.getValue(), Ratio.of(number(ended, Sale::isWon), ended.size()));
		}).sorted(Comparator.comparing(Forecast::stage).thenComparing(Forecast::currency)).toList();
	}

	private static Forecast forecast(String stage, List<Sale> open, Ratio history) {
		BigDecimal sum = open.stream().map(Sale::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
		BigDecimal expected = (history.whole() < Forecast.MINIMUM) ? null
				: sum.multiply(BigDecimal.valueOf(history.part()))
					.divide(BigDecimal.valueOf(history.whole()), 2, RoundingMode.HALF_UP);
		return new Forecast(stage, open.get(0).currency(), open.size(), sum, history, expected);
	}

	/** How many were lost by each of what is told of them, the most frequent first. */
	List<Lost> losses(List<LostSale> losses, Function<LostSale, Stream<String>> told) {
		Map<CaseNumber, Sale> known = byNumber();
		return losses.stream()
			.filter((loss) -> known.containsKey(new CaseNumber(loss.number())))
			.flatMap((loss) -> told.apply(loss).distinct())
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
			.entrySet()
			.stream()
			.map((one) -> new Lost(one.getKey(), one.getValue()))
			.sorted(Comparator.comparing(Lost::sales).reversed().thenComparing(Lost::of))
			.toList();
	}

}
