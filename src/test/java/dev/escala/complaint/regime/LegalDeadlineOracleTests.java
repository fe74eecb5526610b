package dev.escala.complaint.regime;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.escala.calendar.holiday.PublicHolidays;
import dev.escala.support.EscalaTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An oracle that walks over dates, one by one, and shares nothing with the countdown but
 * the days off.
 */
@EscalaTest
@DisplayName("Terms of complaints against an oracle: Madrid, Cataluña, País Vasco and Ceuta, cures, months, interruptions")
class LegalDeadlineOracleTests {

	private static final long SEED = 20261228L;

	private static final List<String> REGIONS = List.of("md", "ct", "pv", "ce");

	private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

	@Autowired
	private Regimes regimes;

	@Autowired
	private LegalDeadlines deadlines;

	@Test
	@DisplayName("Fifty seeded complaints")
	void agrees() {
		assertThat(disagreements(50)).isEmpty();
	}

	@Test
	@Tag("thorough")
	@DisplayName("Five thousand seeded complaints")
	void agreesThoroughly() {
		assertThat(disagreements(5_000)).isEmpty();
	}

	private List<String> disagreements(int cases) {
		Random random = new Random(SEED);
		List<String> disagreements = new ArrayList<>();
		int compared = 0;
		for (int i = 0; i < cases; i++) {
			ComplaintFacts facts = new ComplaintFacts("es", pick(random, REGIONS),
					pick(random, List.of(Sector.values())), pick(random, List.of(ComplaintTopic.values())),
					random.nextInt(10) > 0, random.nextBoolean(), random.nextInt(5) == 0, random.nextBoolean());
			Course course = course(random);
			Regime regime = this.regimes.consider(facts, date(course.presentedAt()));
			for (LegalDeadline deadline : this.deadlines.of(regime, facts, course)) {
				if (deadline.term().isOwn() || deadline.counting().isTime()) {
					continue;
				}
				compared++;
				LocalDate expected = walk(deadline.term(), facts.region(), course);
				if (!String.valueOf(expected).equals(String.valueOf(deadline.lastDate()))) {
					disagreements.add(deadline.term().code() + " " + facts + " " + course + ": " + deadline.lastDate()
							+ ", the oracle says " + expected);
				}
			}
		}
		System.out.printf("Terms of complaints: %d complaints with seed %d, %d terms, %d disagree%n", cases, SEED,
				compared, disagreements.size());
		assertThat(compared).isGreaterThan(cases / 2);
		return disagreements;
	}

	private static Course course(Random random) {
		Instant presented = moment(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(640)), random);
		List<Cure> cures = new ArrayList<>();
		Instant last = presented;
		for (int i = random.nextInt(3); i > 0; i--) {
			Instant requested = later(last, random, 6);
			last = later(requested, random, 15);
			boolean open = i == 1 && random.nextInt(6) == 0;
			cures.add(new Cure(requested, open ? null : last));
		}
		return new Course(presented, cures, random.nextBoolean() ? later(last, random, 20) : null);
	}

	private static LocalDate walk(LegalTerm term, String region, Course course) {
		LocalDate start = date(course.presentedAt());
		boolean open = course.cures().stream().anyMatch((cure) -> cure.completedAt() == null);
		if (term.startsAt() == TermStart.DECISION) {
			if (course.decidedAt() == null) {
				return null;
			}
			start = date(course.decidedAt());
		}
		else if (term.cureEffect() == CureEffect.RESTART && !course.cures().isEmpty()) {
			if (open) {
				return null;
			}
			start = date(course.cures().get(course.cures().size() - 1).completedAt());
		}
		int number = Integer.parseInt(term.within().replaceAll("\\D", ""));
		long left = term.within().endsWith("M") ? ChronoUnit.DAYS.between(start, start.plusMonths(number)) : number;
		boolean working = term.unit() == TermUnit.WORKING_DAYS;
		LocalDate day = start;
		while (left > 0) {
			day = day.plusDays(1);
			if (term.cureEffect() == CureEffect.INTERRUPT && interrupted(day, course)) {
				if (open && day.isAfter(date(course.cures().get(course.cures().size() - 1).requestedAt()))) {
					return null;
				}
				continue;
			}
			if (!working || isWorkingDay(day, region)) {
				left--;
			}
		}
		return day;
	}

	private static boolean interrupted(LocalDate day, Course course) {
		return course.cures()
			.stream()
			.anyMatch((cure) -> day.isAfter(date(cure.requestedAt()))
					&& (cure.completedAt() == null || !day.isAfter(date(cure.completedAt()))));
	}

	private static boolean isWorkingDay(LocalDate day, String region) {
		return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY
				&& PublicHolidays.on(day, "es", region).isEmpty();
	}

	private static LocalDate date(Instant at) {
		return at.atZone(MADRID).toLocalDate();
	}

	private static Instant moment(LocalDate date, Random random) {
		return date.atTime(LocalTime.ofSecondOfDay(random.nextInt(86_400))).atZone(MADRID).toInstant();
	}

	private static Instant later(Instant than, Random random, int days) {
		return than.plusSeconds(1 + random.nextInt(days * 86_400));
	}

	private static <T> T pick(Random random, List<T> from) {
		return from.get(random.nextInt(from.size()));
	}

}
