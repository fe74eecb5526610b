package dev.escala.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.escala.calendar.Calendars;
import dev.escala.calendar.WorkingCalendar;
import dev.escala.customer.Tier;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts, meets and breaches the clocks of a case. Whoever changes them arms the timers
 * in the same transaction.
 */
@Service
@Transactional
public class ServiceLevels {

	private final AgreedLevels levels;

	private final Calendars calendars;

	private final DeadlineRepository repository;

	private final PauseRepository pauses;

	private final Clock clock;

	ServiceLevels(AgreedLevels levels, Calendars calendars, DeadlineRepository repository, PauseRepository pauses,
			Clock clock) {
		this.levels = levels;
		this.calendars = calendars;
		this.repository = repository;
		this.pauses = pauses;
		this.clock = clock;
	}

	/**
	 * Starts the customer's clocks, or moves the open ones where severity or tier has
	 * changed since: a moved clock still counts from its first start and may be over at
	 * once. Met, breached and stopped clocks stay as they are.
	 * @param reportedAt when the customer's clocks began; never restarts
	 * @return the open deadlines, by due date
	 * @throws UnmeasurableException where a date cannot be computed; nothing is written
	 */
	public List<Deadline> apply(Subject subject, Instant reportedAt) {
		return apply(subject, reportedAt, ServiceClock.fromReport());
	}

	/**
	 * The same, where the matter does not have all of the customer's clocks.
	 * @param begin those that it has
	 */
	public List<Deadline> apply(Subject subject, Instant reportedAt, Set<ServiceClock> begin) {
		this.repository.lock(subject.caseNumber());
		Optional<String> change = this.levels.decide(subject);
		List<Deadline> known = this.repository.deadlines(subject.caseNumber());
		for (ServiceClock which : begin) {
			if (known.stream().noneMatch((deadline) -> deadline.clock() == which)) {
				begin(subject, which, 1, reportedAt);
			}
		}
		change.ifPresent((reason) -> agreeAnew(subject, known, reason));
		return deadlines(subject.caseNumber()).stream().filter(Deadline::isOpen).toList();
	}

	private void agreeAnew(Subject subject, List<Deadline> known, String reason) {
		Map<ServiceClock, AgreedLevel> agreed = this.levels.levels(subject.caseNumber());
		known.stream()
			.filter(Deadline::isMovable)
			.forEach((deadline) -> move(subject, deadline, deadline.under(agreed.get(deadline.clock())), UserId.SYSTEM,
					reason));
	}

	/**
	 * Starts a clock that begins on an occasion: a contact, a level, a pause. One that
	 * runs already goes on.
	 * @return the clock that runs now
	 */
	public Deadline start(Subject subject, ServiceClock which) {
		this.repository.lock(subject.caseNumber());
		Optional<Deadline> current = find(subject.caseNumber(), which);
		if (current.isPresent() && current.get().isMovable()) {
			return current.get();
		}
		return begin(subject, which, current.map(Deadline::run).orElse(0) + 1, this.clock.instant());
	}

	/**
	 * Why a clock cannot be started now, if that is so. Tells it without an exception,
	 * which would undo whatever else the caller does in its transaction.
	 * @return one or more Spanish sentences
	 */
	public Optional<String> obstacle(Subject subject, ServiceClock which) {
		this.repository.lock(subject.caseNumber());
		try {
			beginning(subject, which, 1, this.clock.instant());
			return Optional.empty();
		}
		catch (UnmeasurableException ex) {
			return Optional.of(ex.getMessage());
		}
	}

	/** Meets a clock, if it runs, and starts it again from now: the next one counts. */
	public Deadline restart(Subject subject, ServiceClock which) {
		meet(subject.caseNumber(), which);
		return start(subject, which);
	}

	private Deadline begin(Subject subject, ServiceClock which, int run, Instant start) {
		this.repository.add(beginning(subject, which, run, start));
		return find(subject.caseNumber(), which).orElseThrow();
	}

	private Deadline beginning(Subject subject, ServiceClock which, int run, Instant start) {
		AgreedLevel level = Optional.ofNullable(this.levels.levels(subject.caseNumber()).get(which))
			.orElseGet(() -> this.levels.look(subject.caseNumber(), which, subject.severity(), subject.tier()));
		// The database keeps microseconds: what is computed equals what is read later.
		return Deadline.start(subject.caseNumber(), level, run, start.truncatedTo(ChronoUnit.MICROS), calendar(subject),
				pauses(subject.caseNumber()));
	}

	/**
	 * Computes the open clocks again from the ledger.
	 * @param reason what changed, one Spanish sentence; recorded where a date moved
	 */
	public void recalculate(Subject subject, UserId actor, String reason) {
		this.repository.lock(subject.caseNumber());
		this.repository.deadlines(subject.caseNumber())
			.stream()
			.filter(Deadline::isMovable)
			.forEach((deadline) -> move(subject, deadline, deadline, actor, reason));
	}

	/** Writes the dates that a clock has now, and the change where there is one. */
	void move(Subject subject, Deadline before, Deadline changed, UserId actor, String reason) {
		Deadline after = changed.recalculated(calendar(subject), pauses(subject.caseNumber()));
		if (!after.equals(before)) {
			this.repository.save(after);
		}
		if (!after.dueAt().equals(before.dueAt())) {
			this.repository.changed(before, after, this.clock.instant(), actor, reason);
		}
	}

	/**
	 * Marks a clock as met now, in time or late.
	 * @return whether it was open until now; a second call changes nothing
	 */
	public boolean meet(CaseNumber caseNumber, ServiceClock which) {
		return metAt(caseNumber, which, this.clock.instant());
	}

	/**
	 * Marks a clock as met at a moment that became known only now.
	 * @param when never in the future
	 * @return whether it was open until now
	 */
	public boolean metAt(CaseNumber caseNumber, ServiceClock which, Instant when) {
		this.repository.lock(caseNumber);
		Optional<Deadline> current = find(caseNumber, which);
		current.filter(Deadline::isPaused).ifPresent(this::endStandstill);
		return current.map((deadline) -> this.repository.meet(deadline.id(), when)).orElse(false);
	}

	/**
	 * Marks a clock as met at its very date, if that has come: what it waits for happens
	 * then by itself, however late the engine is.
	 * @return whether it was open until now and is due
	 */
	public boolean meetAsPlanned(CaseNumber caseNumber, ServiceClock which) {
		this.repository.lock(caseNumber);
		return find(caseNumber, which).filter(Deadline::isMovable)
			.filter((deadline) -> !deadline.isPaused() && !deadline.dueAt().isAfter(this.clock.instant()))
			.map((deadline) -> this.repository.meet(deadline.id(), deadline.dueAt()))
			.orElse(false);
	}

	/** The pause goes on, but for this clock it ends here: its date is final. */
	private void endStandstill(Deadline deadline) {
		Instant now = this.clock.instant();
		List<Pause> until = pauses(deadline.caseNumber()).stream()
			.map((pause) -> pause.isOpen() ? pause.ended(now, UserId.SYSTEM) : pause)
			.toList();
		Optional<WorkingCalendar> own = this.calendars.find(deadline.calendarCode());
		Deadline ended = deadline.recalculated(own.orElseGet(this.calendars::organisation), until);
		this.repository.save(ended);
		if (own.isEmpty()) {
			// Also where the date stays: whoever doubts it reads which calendar counted.
			this.repository.changed(deadline, ended, now, UserId.SYSTEM, "El calendario «" + deadline.calendarCode()
					+ "» se eliminó: al terminar la pausa se contó todo con el de la organización.");
		}
		else if (!ended.dueAt().equals(deadline.dueAt())) {
			this.repository.changed(deadline, ended, now, UserId.SYSTEM,
					"Se cumplió en pausa: el tiempo en pausa no contó.");
		}
	}

	/**
	 * Marks a clock as breached now if it is due, was not met in time and is not breached
	 * yet. A clock that somebody met late, before anybody noticed, is breached too: every
	 * miss is told (001-09).
	 * @return whether this call breached it: exactly one caller ever gets {@code true}
	 */
	public boolean breach(long deadlineId) {
		this.repository.find(deadlineId).ifPresent((deadline) -> this.repository.lock(deadline.caseNumber()));
		return this.repository.breach(deadlineId, this.clock.instant());
	}

	/**
	 * Marks that people are warned of a clock now, if it is time and the clock runs.
	 * @return whether this call marked it: exactly one caller ever gets {@code true}
	 */
	public boolean warn(long deadlineId) {
		this.repository.find(deadlineId).ifPresent((deadline) -> this.repository.lock(deadline.caseNumber()));
		return this.repository.warn(deadlineId, this.clock.instant());
	}

	/** Stops every open clock of a case that is over; a stopped clock is never missed. */
	public void stop(CaseNumber caseNumber) {
		this.repository.lock(caseNumber);
		this.pauses.end(caseNumber, this.clock.instant(), UserId.SYSTEM);
		this.repository.stop(caseNumber, this.clock.instant());
	}

	/** The latest run of a clock. */
	public Optional<Deadline> find(CaseNumber caseNumber, ServiceClock which) {
		return this.repository.deadlines(caseNumber)
			.stream()
			.filter((deadline) -> deadline.clock() == which)
			.max(Comparator.comparing(Deadline::run));
	}

	public Optional<Deadline> find(long deadlineId) {
		return this.repository.find(deadlineId);
	}

	/** All clocks of the case in all their runs, by due date. */
	public List<Deadline> deadlines(CaseNumber caseNumber) {
		return this.repository.deadlines(caseNumber);
	}

	/**
	 * The clock as it is now, for whoever arms a timer from it: until the end of the
	 * transaction nobody else moves it.
	 */
	public Optional<Deadline> forTimer(long deadlineId) {
		return this.repository.find(deadlineId).flatMap((deadline) -> {
			this.repository.lock(deadline.caseNumber());
			return this.repository.find(deadlineId);
		});
	}

	/** The ledger of pauses, oldest first. */
	public List<Pause> pauses(CaseNumber caseNumber) {
		return this.pauses.pauses(caseNumber);
	}

	/** How a deadline was moved, oldest first. */
	public List<DeadlineChange> changes(long deadlineId) {
		return this.repository.changes(deadlineId);
	}

	/** Remembers which process instance watches a clock, or {@code null} for none. */
	public void watch(long deadlineId, String watchId) {
		this.repository.watch(deadlineId, watchId);
	}

	/** The clocks of the cases whose dates may still change. */
	public List<Deadline> running(Collection<CaseNumber> cases) {
		return this.repository.running(cases);
	}

	/** Those of one case; until the end of the transaction nobody else moves them. */
	public List<Deadline> kept(CaseNumber caseNumber) {
		this.repository.lock(caseNumber);
		return this.repository.running(List.of(caseNumber));
	}

	/** The tier for which the case's service levels were decided, if they were. */
	public Optional<Tier> agreedTier(CaseNumber caseNumber) {
		return this.levels.tier(caseNumber);
	}

	WorkingCalendar calendar(Subject subject) {
		this.repository.keepCalendars();
		return this.calendars.effective(subject.groupId(), subject.customerId());
	}

}
