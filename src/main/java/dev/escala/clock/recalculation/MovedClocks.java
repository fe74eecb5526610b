package dev.escala.clock.recalculation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.escala.calendar.WorkingCalendar;
import dev.escala.calendar.forecast.CalendarForecast;
import dev.escala.calendar.forecast.MovedDeadline;
import dev.escala.calendar.forecast.MovedDeadline.Fate;
import dev.escala.calendar.forecast.MovedDeadlines;
import dev.escala.calendar.forecast.WantedCalendars;
import dev.escala.clock.Deadline;
import dev.escala.clock.DeadlineRepository;
import dev.escala.clock.FreshTermRule;
import dev.escala.clock.MatterClocks;
import dev.escala.clock.Pause;
import dev.escala.clock.PauseRepository;
import dev.escala.clock.ServiceLevels;
import dev.escala.clock.UnmeasurableException;
import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;

import org.springframework.stereotype.Component;

/**
 * Counts the running clocks by calendars that are only wanted, as a recalculation would.
 * Writes nothing.
 */
@Component
class MovedClocks implements MovedDeadlines {

	/** So many are counted in a second or two; of more, those that are over first. */
	private static final int MOST = 10_000;

	private final DeadlineRepository deadlines;

	private final ServiceLevels serviceLevels;

	private final PauseRepository pauses;

	private final Matters matters;

	private final MatterClocks clocks;

	private final FreshTerms freshTerms;

	private final Clock clock;

	MovedClocks(DeadlineRepository deadlines, ServiceLevels serviceLevels, PauseRepository pauses, Matters matters,
			MatterClocks clocks, FreshTerms freshTerms, Clock clock) {
		this.deadlines = deadlines;
		this.serviceLevels = serviceLevels;
		this.pauses = pauses;
		this.matters = matters;
		this.clocks = clocks;
		this.freshTerms = freshTerms;
		this.clock = clock;
	}

	@Override
	public CalendarForecast by(WantedCalendars wanted) {
		List<Deadline> running = (wanted.customer() == null) ? this.deadlines.countedBy(wanted.codes(), MOST)
				: this.serviceLevels.running(this.matters.openOwnOf(wanted.customer()));
		long total = (wanted.customer() == null && running.size() == MOST)
				? this.deadlines.countCountedBy(wanted.codes()) : running.size();
		Look look = new Look(wanted, running);
		List<MovedDeadline> moved = new ArrayList<>();
		running.forEach((deadline) -> look.moved(deadline).ifPresent(moved::add));
		// What a person has to look at first stands first.
		moved.sort((one, other) -> Boolean.compare(other.dueNow(), one.dueNow()));
		return new CalendarForecast(total, running.size(), moved);
	}

	/** One look at many clocks. */
	private final class Look {

		private final WantedCalendars wanted;

		private final Map<CaseNumber, List<Pause>> ledgers;

		private final Map<CaseNumber, Optional<Matter>> known = new HashMap<>();

		private final Instant now = MovedClocks.this.clock.instant().truncatedTo(ChronoUnit.MICROS);

		Look(WantedCalendars wanted, List<Deadline> running) {
			this.wanted = wanted;
			this.ledgers = MovedClocks.this.pauses
				.pauses(running.stream().map(Deadline::caseNumber).distinct().toList());
		}

		Optional<MovedDeadline> moved(Deadline before) {
			Optional<WorkingCalendar> calendar = calendar(before);
			if (calendar.isEmpty()) {
				return Optional.empty();
			}
			List<Pause> ledger = this.ledgers.getOrDefault(before.caseNumber(), List.of());
			try {
				Deadline after = before.recalculated(calendar.get(), ledger);
				Fate fate = fate(before, after);
				Instant fresh = (fate == Fate.FRESH_TERM) ? fresh(before, after, calendar.get(), ledger) : null;
				return (fate == Fate.MOVED && Objects.equals(before.dueAt(), after.dueAt())) ? Optional.empty()
						: Optional.of(new MovedDeadline(before.caseNumber(), before.clock().label(), before.dueAt(),
								after.dueAt(), fate, fresh));
			}
			catch (UnmeasurableException ex) {
				return Optional.of(new MovedDeadline(before.caseNumber(), before.clock().label(), before.dueAt(), null,
						Fate.UNMEASURABLE, null));
			}
		}

		private Optional<WorkingCalendar> calendar(Deadline deadline) {
			return (this.wanted.everywhere() != null) ? Optional.of(this.wanted.everywhere())
					: matter(deadline.caseNumber())
						.map((matter) -> this.wanted.effective().apply(matter.groupId(), matter.customerId()));
		}

		private Fate fate(Deadline before, Deadline after) {
			// Which matter it is is asked for the few that the change would end.
			boolean ends = FreshTermRule.outcome(before, after, false, this.now) != FreshTermRule.Outcome.AS_COUNTED;
			return !ends ? Fate.MOVED : isLegal(before) ? Fate.OVER_BY_LAW : Fate.FRESH_TERM;
		}

		private boolean isLegal(Deadline deadline) {
			return matter(deadline.caseNumber())
				.filter((matter) -> MovedClocks.this.clocks.isLegal(matter.kind(), deadline.clock()))
				.isPresent();
		}

		private Instant fresh(Deadline before, Deadline after, WorkingCalendar calendar, List<Pause> ledger) {
			Matter matter = matter(before.caseNumber()).orElseThrow();
			return after
				.fresh(FreshTermRule.term(this.now, MovedClocks.this.freshTerms.term(null, matter).target(),
						FreshTermRule.latest(before), calendar))
				.recalculated(calendar, ledger)
				.dueAt();
		}

		private Optional<Matter> matter(CaseNumber number) {
			return this.known.computeIfAbsent(number, MovedClocks.this.matters::find);
		}

	}

}
