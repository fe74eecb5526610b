package dev.escala.panel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.escala.escalation.Report;
import dev.escala.matter.Severity;
import dev.escala.panel.SeededCases.Case;
import dev.escala.panel.SeededCases.Holder;
import dev.escala.panel.SeededCases.Timer;
import dev.escala.panel.Week.Spent;
import dev.escala.panel.Week.Step;
import dev.escala.support.EscalaTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;

/** The oracle counts what was drawn, in memory and with arithmetic of its own. */
@EscalaTest
@Transactional
@DisplayName("The figures of the panel equal what an independent count of the same cases says")
class PanelFiguresTests {

	private static final Set<String> NO_DEADLINE = Set.of("ACTIVITY", "PAUSE_REVIEW", "INVOLVE_PARTIES");

	@Autowired
	private Panel panel;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	@Value("${escala.zone}")
	private ZoneId zone;

	private Instant now;

	@Test
	@DisplayName("300 cases (001-01, 001-34, 001-35, 001-36, 004-43)")
	void figures() {
		compare(300);
	}

	@Test
	@Tag("thorough")
	@DisplayName("2,000 cases")
	void manyFigures() {
		compare(2000);
	}

	private void compare(int count) {
		this.now = this.clock.instant();
		SeededCases seeded = new SeededCases(this.jdbc, this.now, 20261130 + count);
		seeded.draw(count);
		for (String team : SeededCases.TEAMS) {
			compare(seeded, new PanelScope(team, null, null, null, 13), (one) -> team.equals(one.team));
			compare(seeded, new PanelScope(team, null, Report.Reason.RESOURCES, null, 4),
					(one) -> team.equals(one.team) && one.reason.equals("RESOURCES"));
			compare(seeded, new PanelScope(team, null, null, Severity.HIGH, 52),
					(one) -> team.equals(one.team) && one.severity.equals("HIGH"));
		}
		long customer = seeded.heard.keySet().iterator().next();
		compare(seeded, new PanelScope(null, "seed0", null, null, 26), (one) -> one.customer == customer);
	}

	private void compare(SeededCases seeded, PanelScope scope, Predicate<Case> in) {
		Panel.Figures figures = this.panel.read(scope);
		List<Case> cases = seeded.cases.stream().filter(in).toList();
		assertThat(cases).isNotEmpty();
		assertThat(figures.now()).as("now, %s", scope).isEqualTo(now(cases));
		assertThat(loads(figures.loads().teams())).isEqualTo(loads(cases, (one) -> one.team));
		assertThat(loads(figures.loads().people())).isEqualTo(loads(cases, (one) -> one.owner));
		assertThat(figures.ages().stream().map(StandingNow.Age::all).toList()).isEqualTo(ages(cases));
		LocalDate end = LocalDate.ofInstant(this.now, this.zone).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
		LocalDate first = end.minusWeeks(scope.weeks());
		assertThat(figures.weeks().stream().map(Week::monday).toList())
			.isEqualTo(Stream.iterate(first, (day) -> day.plusWeeks(1)).limit(scope.weeks()).toList());
		for (Week week : figures.weeks()) {
			compare(week, cases);
		}
		assertThat(figures.passed().stream().map(Passed::cases).toList()).as("passed on, %s", scope)
			.isEqualTo(passed(cases, first, end));
		assertThat(figures.kept()).as("kept, %s", scope).isEqualTo(kept(seeded, cases, first));
	}

	private StandingNow now(List<Case> cases) {
		List<Case> open = cases.stream().filter((one) -> !one.ended()).toList();
		return new StandingNow(open.size(), count(open, this::late), count(open, this::dueToday),
				count(open, (one) -> one.owner == null),
				count(open,
						(one) -> runs(one,
								(timer) -> Set.of("FIRST_NOTICE", "ANSWER", "UPDATE").contains(timer.clock())
										&& !timer.dueAt().isAfter(this.now))),
				count(open, (one) -> one.severity.equals("CRITICAL")), count(open, (one) -> one.paused));
	}

	private boolean late(Case one) {
		return runs(one, (timer) -> !timer.dueAt().isAfter(this.now));
	}

	private boolean dueToday(Case one) {
		LocalDate today = LocalDate.ofInstant(this.now, this.zone);
		return !late(one) && runs(one, (timer) -> LocalDate.ofInstant(timer.dueAt(), this.zone).equals(today));
	}

	private static boolean runs(Case one, Predicate<Timer> like) {
		return one.clocks.stream()
			.anyMatch((timer) -> timer.runs() && !NO_DEADLINE.contains(timer.clock()) && like.test(timer));
	}

	private Map<String, List<Long>> loads(List<Case> cases, java.util.function.Function<Case, String> by) {
		return cases.stream()
			.filter((one) -> !one.ended())
			.collect(Collectors.groupingBy((one) -> String.valueOf(by.apply(one))))
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (of) -> List.of((long) of.getValue().size(),
					count(of.getValue(), this::late), count(of.getValue(), this::dueToday))));
	}

	private static Map<String, List<Long>> loads(List<StandingNow.Load> loads) {
		return loads.stream()
			.collect(Collectors.toMap((one) -> String.valueOf(one.id()),
					(one) -> List.of(one.open(), one.late(), one.dueToday())));
	}

	private List<Long> ages(List<Case> cases) {
		long[] bands = new long[6];
		for (Case one : cases) {
			if (!one.ended()) {
				long days = LocalDate.ofInstant(one.reportedAt, this.zone)
					.until(LocalDate.ofInstant(this.now, this.zone), ChronoUnit.DAYS);
				int band = (days < 1) ? 0 : (days < 3) ? 1 : (days < 7) ? 2 : (days < 14) ? 3 : (days < 30) ? 4 : 5;
				bands[band]++;
			}
		}
		return java.util.Arrays.stream(bands).boxed().toList();
	}

	private void compare(Week week, List<Case> cases) {
		Predicate<Instant> in = (at) -> at != null && LocalDate.ofInstant(at, this.zone)
			.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
			.equals(week.monday());
		assertThat(week.reported()).isEqualTo(count(cases, (one) -> in.test(one.reportedAt)));
		List<Case> closed = cases.stream().filter((one) -> in.test(one.closedAt)).toList();
		assertThat(week.closed()).isEqualTo(closed.size());
		assertThat(week.firstContact()).as("first contact in the week of %s", week.monday())
			.isEqualTo(count(closed, PanelFiguresTests::atFirstContact));
		assertThat(week.reopened()).isEqualTo(count(cases, (one) -> one.reopenings.stream().anyMatch(in)));
		assertThat(week.raised()).isEqualTo(count(cases, (one) -> one.levels.stream().anyMatch(in)));
		List<Integer> grades = closed.stream().map((one) -> one.satisfaction).filter((one) -> one != null).toList();
		assertThat(week.satisfaction())
			.isEqualTo(grades.isEmpty() ? null : BigDecimal.valueOf(grades.stream().mapToInt(Integer::intValue).sum())
				.divide(BigDecimal.valueOf(grades.size()), 1, RoundingMode.HALF_UP));
		for (Step step : Step.values()) {
			compare(week.time(step), cases, in);
		}
	}

	private static void compare(Spent spent, List<Case> cases, Predicate<Instant> in) {
		List<Long> seconds = cases.stream()
			.flatMap((one) -> one.clocks.stream()
				.filter((timer) -> timer.clock().equals(spent.step().name()) && in.test(timer.metAt()))
				.map((timer) -> Duration.between(one.reportedAt, timer.metAt()).toSeconds()))
			.sorted()
			.toList();
		assertThat(spent.cases()).isEqualTo(seconds.size());
		assertThat(spent.inTime()).isEqualTo(cases.stream()
			.flatMap((one) -> one.clocks.stream())
			.filter((timer) -> timer.clock().equals(spent.step().name()) && in.test(timer.metAt())
					&& !timer.metAt().isAfter(timer.dueAt()))
			.count());
		if (!seconds.isEmpty()) {
			assertThat(spent.medianHours().doubleValue()).isCloseTo(quantile(seconds, 0.5), within());
			assertThat(spent.p90Hours().doubleValue()).isCloseTo(quantile(seconds, 0.9), within());
		}
	}

	private static org.assertj.core.data.Offset<Double> within() {
		return org.assertj.core.api.Assertions.within(0.0501);
	}

	/** Hours, between two neighbours in proportion. */
	private static double quantile(List<Long> seconds, double share) {
		double place = share * (seconds.size() - 1);
		int below = (int) Math.floor(place);
		int above = (int) Math.ceil(place);
		return (seconds.get(below) + (place - below) * (seconds.get(above) - seconds.get(below))) / 3600;
	}

	private static boolean atFirstContact(Case one) {
		Instant answered = one.clocks.stream()
			.filter((timer) -> timer.clock().equals("ANSWER") && timer.metAt() != null)
			.map(Timer::metAt)
			.findFirst()
			.orElse(one.closedAt);
		boolean raised = one.levels.stream()
			.anyMatch((at) -> one.acknowledgedAt != null && at.isAfter(one.acknowledgedAt));
		boolean cameBack = one.reopenings.stream()
			.anyMatch((at) -> !at.isAfter(one.closedAt.plus(Duration.ofDays(30))));
		return !raised && !cameBack && distinct(one, answered, Holder::owner) <= 1
				&& distinct(one, one.closedAt, Holder::team) <= 1;
	}

	private static long distinct(Case one, Instant until, java.util.function.Function<Holder, String> of) {
		return one.holders.stream()
			.filter((holder) -> !holder.since().isAfter(until))
			.map(of)
			.filter((id) -> id != null)
			.distinct()
			.count();
	}

	private List<Long> passed(List<Case> cases, LocalDate first, LocalDate end) {
		long[] times = new long[4];
		for (Case one : cases) {
			LocalDate day = LocalDate.ofInstant(one.reportedAt, this.zone);
			if (!day.isBefore(first) && day.isBefore(end)) {
				List<String> teams = one.holders.stream().map(Holder::team).filter((team) -> team != null).toList();
				int changes = 0;
				for (int i = 1; i < teams.size(); i++) {
					changes += teams.get(i).equals(teams.get(i - 1)) ? 0 : 1;
				}
				times[Math.min(3, changes)]++;
			}
		}
		return java.util.Arrays.stream(times).boxed().toList();
	}

	private Kept kept(SeededCases seeded, List<Case> cases, LocalDate first) {
		Instant from = first.atStartOfDay(this.zone).toInstant().minus(Duration.ofDays(120));
		Instant ripe = this.now.minus(Duration.ofDays(120));
		List<Case> closed = cases.stream()
			.filter((one) -> one.closedAt != null && !one.closedAt.isBefore(from) && !one.closedAt.isAfter(this.now))
			.toList();
		Map<Long, List<Case>> over = closed.stream()
			.filter((one) -> !one.closedAt.isAfter(ripe))
			.collect(Collectors.groupingBy((one) -> one.customer));
		long retained = over.values()
			.stream()
			.filter((ones) -> ones.stream()
				.anyMatch((one) -> seeded.heard.get(one.customer)
					.stream()
					.anyMatch((at) -> at.isAfter(one.closedAt.plus(Duration.ofDays(60)))
							&& !at.isAfter(one.closedAt.plus(Duration.ofDays(120))))))
			.count();
		long waiting = closed.stream()
			.filter((one) -> one.closedAt.isAfter(ripe))
			.map((one) -> one.customer)
			.distinct()
			.count();
		return new Kept(over.size(), retained, waiting);
	}

	private static long count(List<Case> cases, Predicate<Case> like) {
		return cases.stream().filter(like).count();
	}

}
