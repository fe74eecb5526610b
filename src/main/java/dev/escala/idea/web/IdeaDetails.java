package dev.escala.idea.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import dev.escala.idea.Idea;
import dev.escala.idea.IdeaFigures;
import dev.escala.idea.IdeaState;
import dev.escala.measure.Counted;
import dev.escala.measure.Unit;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/**
 * What the API tells of an idea; the names are those of {@link Idea}.
 *
 * @param before the figure before
 * @param after the figure after, so far
 */
record IdeaDetails(CaseNumber number, String what, String hypothesis, String measure, Integer hours, String figure,
		Unit unit, boolean moreIsBetter, UserId owner, LocalDate beganOn, LocalDate decideOn, int monthsBefore,
		int delays, IdeaState state, Figure before, Figure after, String said, CaseNumber change, UserId registeredBy,
		Instant registeredAt, UserId decidedBy, Instant decidedAt) {

	static IdeaDetails of(Idea one, IdeaFigures.Compared compared) {
		Idea.Decision decision = one.decision();
		boolean decided = decision != null;
		return new IdeaDetails(one.number(), one.what(), one.hypothesis(), one.gauge().measure(), one.gauge().hours(),
				one.gauge().name(), one.gauge().unit(), one.gauge().moreIsBetter(), one.owner(), one.trial().beganOn(),
				one.trial().decideOn(), one.trial().monthsBefore(), one.trial().delays(), one.state(),
				Figure.of(compared.before()), Figure.of(compared.after()), decided ? decision.said() : null,
				decided ? decision.change() : null, one.registeredBy(), one.registeredAt(),
				decided ? decision.by() : null, decided ? decision.at() : null);
	}

	/**
	 * A figure.
	 *
	 * @param value the mean, or {@code null} of nothing
	 * @param of of how many; of an entered figure, how many months
	 */
	record Figure(BigDecimal value, long of) {

		static Figure of(Counted counted) {
			return new Figure(counted.value(), counted.of());
		}

	}

}
