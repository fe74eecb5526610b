package dev.escala.idea;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.matter.Matter;
import dev.escala.matter.Severity;
import dev.escala.measure.Counted;
import dev.escala.measure.Gauge;
import dev.escala.measure.Months;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/**
 * An idea as it stands now. Its days are of the business zone.
 *
 * @param number for example {@code IDE-2026-000001}
 * @param what what is tried
 * @param hypothesis what we believe will come of it
 * @param gauge by what it is measured
 * @param owner who answers for it
 * @param trial when it is tried
 * @param state how far it got
 * @param before the figure before, as it was kept; {@code null} while nobody has kept it
 * @param decision what was decided, or {@code null}
 * @param registeredBy who wrote it down
 * @param registeredAt when
 */
public record Idea(CaseNumber number, String what, String hypothesis, Gauge gauge, UserId owner, Trial trial,
		IdeaState state, Counted before, Decision decision, UserId registeredBy, Instant registeredAt) {

	/** What its numbers begin with. */
	public static final String PREFIX = "IDE-";

	/** As often may the decision be put off. */
	public static final int MOST_DELAYS = 2;

	static final String MATTER_KIND = "idea";

	/** Whether nobody has decided yet. */
	public boolean isOpen() {
		return this.state == IdeaState.TRYING;
	}

	/** It as the rooms see it that work on any matter. */
	Matter asMatter() {
		return new Matter(this.number, MATTER_KIND, this.what, null, null, Severity.MODERATE,
				Role.PROBLEM_COORDINATORS.groupId(), this.owner, this.registeredAt, isOpen(),
				isOpen() ? "está en prueba" : "ya se decidió", Set.of());
	}

	/**
	 * When an idea is tried.
	 *
	 * @param beganOn the first day
	 * @param decideOn the day on which it is decided
	 * @param monthsBefore how many whole months before it are compared
	 * @param delays how often the decision was put off
	 */
	public record Trial(LocalDate beganOn, LocalDate decideOn, int monthsBefore, int delays) {

		/** The last whole months before it. */
		public Months before() {
			return Months.upTo(YearMonth.from(this.beganOn).minusMonths(1), this.monthsBefore);
		}

		/** The whole months from its beginning to the day of the decision. */
		public Months after() {
			return new Months(firstMonth(this.beganOn), YearMonth.from(this.decideOn).minusMonths(1));
		}

		/** The first month that is all of it. */
		static YearMonth firstMonth(LocalDate beganOn) {
			YearMonth month = YearMonth.from(beganOn);
			return (beganOn.getDayOfMonth() == 1) ? month : month.plusMonths(1);
		}

	}

	/**
	 * What was decided.
	 *
	 * @param after the figure after, on which it was decided
	 * @param said why so
	 * @param change the improvement that came of it, or {@code null}
	 * @param by who decided
	 * @param at when
	 */
	public record Decision(Counted after, String said, CaseNumber change, UserId by, Instant at) {
	}

}
