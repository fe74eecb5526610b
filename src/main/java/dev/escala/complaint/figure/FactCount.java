package dev.escala.complaint.figure;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The complaints of a year, counted: each figure for the year and for each month. */
final class FactCount {

	private static final int MONTHS = 12;

	private static final double SECONDS_OF_HOUR = 3600;

	private static final double PERCENTILE = 0.95;

	private final List<List<ComplaintFact>> periods = new ArrayList<>();

	private final Instant now;

	FactCount(int year, List<ComplaintFact> facts, Instant now) {
		this.periods.add(facts);
		Map<YearMonth, List<ComplaintFact>> months = facts.stream()
			.collect(Collectors.groupingBy(ComplaintFact::month));
		IntStream.rangeClosed(1, MONTHS)
			.forEach((month) -> this.periods.add(months.getOrDefault(YearMonth.of(year, month), List.of())));
		this.now = now;
	}

	/** One line: a figure of all complaints of a period. */
	FigureLine line(Method method, String of, Function<List<ComplaintFact>, BigDecimal> figure) {
		return new FigureLine(method, of, this.periods.stream().map(figure).toList());
	}

	FigureLine sum(Method method, String of, ToIntFunction<ComplaintFact> count) {
		return line(method, of, (facts) -> BigDecimal.valueOf(facts.stream().mapToLong(count::applyAsInt).sum()));
	}

	FigureLine number(Method method, String of, Predicate<ComplaintFact> counted) {
		return sum(method, of, (fact) -> counted.test(fact) ? 1 : 0);
	}

	FigureLine share(Method method, Predicate<ComplaintFact> whole, Predicate<ComplaintFact> part) {
		return line(method, null, (facts) -> FigureLine.share(facts.stream().filter(whole.and(part)).count(),
				facts.stream().filter(whole).count()));
	}

	/**
	 * One line for each value that there is, the most frequent first.
	 * @param most as many lines at most
	 */
	List<FigureLine> split(Method method, Function<ComplaintFact, String> part, int most) {
		Map<String, Long> frequent = this.periods.get(0)
			.stream()
			.map(part)
			.filter((value) -> value != null)
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
		return frequent.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
				.thenComparing(Map.Entry.comparingByKey()))
			.limit(most)
			.map((one) -> number(method, one.getKey(), (fact) -> one.getKey().equals(part.apply(fact))))
			.toList();
	}

	/**
	 * One line for each term that applied, in the order of their codes and told by its
	 * norm; of wordings that followed each other by the last.
	 */
	List<FigureLine> termsKept() {
		Map<String, String> norms = new TreeMap<>();
		this.periods.get(0)
			.stream()
			.sorted(Comparator.comparing(ComplaintFact::month))
			.flatMap((fact) -> fact.terms().stream())
			.forEach((term) -> norms.put(term.code(), term.norm()));
		return norms.entrySet()
			.stream()
			.map((one) -> line(Method.TERM_KEPT, one.getValue(),
					(facts) -> FigureLine.share(over(facts, one.getKey()).filter(ComplaintFact.Term::isKept).count(),
							over(facts, one.getKey()).count())))
			.toList();
	}

	private Stream<ComplaintFact.Term> over(List<ComplaintFact> facts, String code) {
		return facts.stream()
			.flatMap((fact) -> fact.terms()
				.stream()
				.filter((term) -> term.code().equals(code) && term.isOver(this.now, fact.isOpen())));
	}

	FigureLine overdue() {
		return number(Method.OVERDUE, null,
				(fact) -> fact.isOpen() && fact.terms()
					.stream()
					.anyMatch((term) -> term.binding() && term.metAt() == null && !term.dueAt().isAfter(this.now)));
	}

	List<FigureLine> times() {
		Map<Method, Function<double[], Double>> figures = new LinkedHashMap<>();
		figures.put(Method.MEAN_HOURS,
				(hours) -> IntStream.range(0, hours.length).mapToDouble((i) -> hours[i]).average().orElseThrow());
		figures.put(Method.P95_HOURS, FactCount::percentile);
		return figures.entrySet().stream().map((one) -> line(one.getKey(), null, (facts) -> {
			double[] hours = hours(facts);
			return (hours.length == 0) ? null : FigureLine.rounded(one.getValue().apply(hours));
		})).toList();
	}

	private static double[] hours(List<ComplaintFact> facts) {
		return facts.stream()
			.filter((fact) -> fact.seconds() != null)
			.mapToDouble((fact) -> fact.seconds() / SECONDS_OF_HOUR)
			.sorted()
			.toArray();
	}

	/** Of sorted values, between the two that lie beside it. */
	private static double percentile(double[] sorted) {
		double place = PERCENTILE * (sorted.length - 1);
		int below = (int) Math.floor(place);
		int above = (int) Math.ceil(place);
		return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
	}

}
