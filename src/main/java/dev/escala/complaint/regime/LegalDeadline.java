package dev.escala.complaint.regime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import dev.escala.calendar.WorkingCalendar;
import dev.escala.clock.count.CountedDay;
import dev.escala.clock.count.Counting;

/**
 * When one term of a complaint is over.
 *
 * @param term the term
 * @param counting how it was counted
 * @param calendar with which days off, and in which zone
 * @param startedAt from when, or {@code null} while it has not begun
 * @param dueAt the first instant after it, or {@code null} while that cannot be told
 * @param extendedTo the first instant after the longest it may be stretched to, or
 * {@code null} where it may not
 * @param days what each day added, up to the end
 * @param binding whether this is the one that obliges
 */
public record LegalDeadline(LegalTerm term, Counting counting, WorkingCalendar calendar, Instant startedAt,
		Instant dueAt, Instant extendedTo, List<CountedDay> days, boolean binding) {

	public LegalDeadline {
		days = List.copyOf(days);
	}

	/**
	 * The last date on which an answer is in time, in the calendar's zone; {@code null}
	 * while that cannot be told.
	 */
	public LocalDate lastDate() {
		return (this.dueAt == null) ? null : this.dueAt.minusNanos(1).atZone(this.calendar.zone()).toLocalDate();
	}

	/** Whether the holidays of a year that it reaches may still change. */
	public boolean isUnconfirmed() {
		return this.counting.isWorking() && this.dueAt != null && this.calendar.isUnconfirmed(lastDate().getYear());
	}

	LegalDeadline asBinding() {
		return new LegalDeadline(this.term, this.counting, this.calendar, this.startedAt, this.dueAt, this.extendedTo,
				this.days, true);
	}

}
