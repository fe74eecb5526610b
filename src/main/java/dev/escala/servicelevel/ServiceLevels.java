package dev.escala.servicelevel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.escala.customer.Tier;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;
import dev.escala.servicelevel.DeadlineStore.StoredDeadline;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts, moves, meets and breaches the clocks of a case. */
@Service
public class ServiceLevels {

	private final Decisions decisions;

	private final BusinessCalendar calendar;

	private final DeadlineStore store;

	private final Clock clock;

	ServiceLevels(Decisions decisions, BusinessCalendar calendar, DeadlineStore store, Clock clock) {
		this.decisions = decisions;
		this.calendar = calendar;
		this.store = store;
		this.clock = clock;
	}

	/**
	 * Starts every clock, or moves the open ones when severity or tier has changed since;
	 * a moved clock still counts from its first start and may be over at once. Durations
	 * come from the decision {@code serviceLevels}; a clock that cannot be computed is an
	 * error, never a missing deadline. Met, breached and stopped clocks stay as they are.
	 * @param reportedAt when the customer's clocks began; never restarts
	 * @return the open deadlines, by due date
	 * @throws IllegalStateException where a duration cannot be computed
	 */
	@Transactional
	public List<Deadline> apply(String caseNumber, Severity severity, Tier tier, Instant reportedAt) {
		Map<ServiceClock, StoredDeadline> known = this.store.of(caseNumber)
			.stream()
			.collect(Collectors.toMap((stored) -> stored.deadline().clock(), Function.identity()));
		for (ServiceClock which : ServiceClock.values()) {
			StoredDeadline before = known.get(which);
			if (before == null || (isMovable(before.deadline()) && !before.isFor(severity, tier))) {
				Instant start = (before != null) ? before.deadline().startedAt() : reportedAt;
				this.store.startOrMove(compute(caseNumber, caseNumber, which, severity, tier, start));
			}
		}
		return of(caseNumber).stream().filter(Deadline::isOpen).toList();
	}

	/**
	 * Starts {@link ServiceClock#UPDATE} again from now: the customer was told something.
	 */
	@Transactional
	public Deadline restartUpdates(String caseNumber, Severity severity, Tier tier) {
		// The decision is on record already unless severity or tier has changed.
		boolean recorded = this.store.of(caseNumber)
			.stream()
			.anyMatch((stored) -> stored.deadline().clock() == ServiceClock.UPDATE && stored.isFor(severity, tier));
		StoredDeadline restarted = compute(caseNumber, recorded ? null : caseNumber, ServiceClock.UPDATE, severity,
				tier, this.clock.instant());
		this.store.restart(restarted);
		return restarted.deadline();
	}

	/**
	 * Marks a clock as met now, in time or late.
	 * @return whether it was open until now; a second call changes nothing
	 */
	public boolean meet(String caseNumber, ServiceClock clock) {
		return this.store.meet(caseNumber, clock, this.clock.instant());
	}

	/**
	 * Marks a clock as breached now if it is due, was not met in time and is not breached
	 * yet. A clock that somebody met late, before anybody noticed, is breached too: every
	 * miss is told (001-09).
	 * @return whether this call breached it: exactly one caller ever gets {@code true}
	 */
	public boolean breach(String caseNumber, ServiceClock clock) {
		return this.store.breach(caseNumber, clock, this.clock.instant());
	}

	/** Stops every open clock of a case that is over; a stopped clock is never missed. */
	public void stop(String caseNumber) {
		this.store.stop(caseNumber, this.clock.instant());
	}

	public Optional<Deadline> find(String caseNumber, ServiceClock clock) {
		return stored(caseNumber, clock).map(StoredDeadline::deadline);
	}

	/** All clocks of the case, by due date. */
	public List<Deadline> of(String caseNumber) {
		return this.store.of(caseNumber).stream().map(StoredDeadline::deadline).toList();
	}

	/**
	 * When people are warned that a clock runs out: a quarter of its duration before it
	 * is due, counted as the clock counts.
	 * @throws IllegalStateException where the case has no such clock
	 */
	public Instant warningAt(String caseNumber, ServiceClock clock) {
		return stored(caseNumber, clock).map(StoredDeadline::warnAt)
			.orElseThrow(() -> new IllegalStateException("The case " + caseNumber + " has no clock " + clock));
	}

	private Optional<StoredDeadline> stored(String caseNumber, ServiceClock which) {
		return this.store.of(caseNumber).stream().filter((stored) -> stored.deadline().clock() == which).findFirst();
	}

	private StoredDeadline compute(String caseNumber, String recordFor, ServiceClock which, Severity severity,
			Tier tier, Instant start) {
		Decision decision = this.decisions.decide(recordFor, "serviceLevels",
				Map.of("clock", which, "severity", severity, "tier", tier));
		try {
			Duration duration = Duration.parse(decision.text("duration"));
			Counting counting = Counting.valueOf(decision.text("counting"));
			// The database keeps microseconds: what is returned equals what is read
			// later.
			Instant from = start.truncatedTo(ChronoUnit.MICROS);
			Instant due = this.calendar.after(from, duration, counting);
			Instant warning = this.calendar.after(from, duration.multipliedBy(3).dividedBy(4), counting);
			return new StoredDeadline(new Deadline(caseNumber, which, from, due, null, null, null, decision.reason()),
					severity, tier, warning);
		}
		catch (RuntimeException ex) {
			throw new IllegalStateException("The decision serviceLevels gives no deadline for " + which + ", "
					+ severity + ", " + tier + ": " + decision.matches(), ex);
		}
	}

	private static boolean isMovable(Deadline deadline) {
		return deadline.isOpen() && deadline.breachedAt() == null;
	}

}
