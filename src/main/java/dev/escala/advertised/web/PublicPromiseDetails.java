package dev.escala.advertised.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

import dev.escala.advertised.Comparison;
import dev.escala.advertised.PublicPromise;
import dev.escala.measure.Counted;
import dev.escala.measure.Unit;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/**
 * What the API tells of a public promise; the names are those of {@link PublicPromise}.
 *
 * @param months the last twelve months as they are counted now
 * @param compared how months compared when they were over, the last first
 */
record PublicPromiseDetails(CaseNumber number, String text, String place, LocalDate since, UserId owner, String measure,
		Integer hours, String figure, Unit unit, boolean moreIsBetter, BigDecimal threshold, List<Month> months,
		List<Compared> compared, UserId registeredBy, Instant registeredAt, Instant withdrawnAt) {

	static PublicPromiseDetails of(PublicPromise one, List<YearMonth> months, Map<YearMonth, Counted> year,
			List<Comparison> compared) {
		return new PublicPromiseDetails(one.number(), one.text(), one.place(), one.since(), one.owner(),
				one.gauge().measure(), one.gauge().hours(), one.gauge().name(), one.gauge().unit(),
				one.gauge().moreIsBetter(), one.threshold(),
				months.stream().map((month) -> Month.of(month, year.getOrDefault(month, Counted.NOTHING))).toList(),
				compared.stream().map(Compared::of).toList(), one.registeredBy(), one.registeredAt(),
				one.withdrawnAt());
	}

	/**
	 * A month.
	 *
	 * @param month as {@code 2026-11}
	 * @param value its figure, or {@code null} of nothing
	 * @param of of how many
	 */
	record Month(String month, BigDecimal value, long of) {

		static Month of(YearMonth month, Counted counted) {
			return new Month(month.toString(), counted.value(), counted.of());
		}

	}

	/**
	 * A month as it was compared.
	 *
	 * @param month as {@code 2026-11}
	 * @param value what was, or {@code null}
	 * @param threshold what was promised then
	 * @param kept whether it was kept, or {@code null}
	 */
	record Compared(String month, BigDecimal value, BigDecimal threshold, Boolean kept) {

		static Compared of(Comparison one) {
			return new Compared(one.month().toString(), one.value(), one.threshold(), one.kept());
		}

	}

}
