package dev.escala.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import dev.escala.clock.count.Target;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.Durations;
import dev.escala.text.Sentences;
import dev.escala.validation.ConflictException;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes the ledger of a case by hand: pauses it, resumes it, sets a date, reopens it,
 * counts from an earlier report. Every change of a deadline is recorded with its reason;
 * a deadline that was breached stays breached. Whoever calls arms the timers in the same
 * transaction.
 */
@Service
@Transactional
public class ClockAdjustments {

	private static final Duration FARTHEST = Duration.ofDays(366);

	private final ServiceLevels serviceLevels;

	private final DeadlineRepository repository;

	private final PauseRepository pauses;

	private final Clock clock;

	ClockAdjustments(ServiceLevels serviceLevels, DeadlineRepository repository, PauseRepository pauses, Clock clock) {
		this.serviceLevels = serviceLevels;
		this.repository = repository;
		this.pauses = pauses;
		this.clock = clock;
	}

	/**
	 * Pauses the clocks that may, from now on.
	 * @throws ConflictException where the case is paused already
	 */
	public void pause(Subject subject, Pause.Reason reason, String note, UserId by) {
		this.repository.lock(subject.caseNumber());
		open(subject.caseNumber()).ifPresent((open) -> {
			throw new ConflictException(subject.caseNumber() + " ya está en pausa: " + open.reason().label() + ".");
		});
		this.pauses.add(subject.caseNumber(), new Pause(reason, note, now(), by, null, null));
		this.serviceLevels.recalculate(subject, by, "En pausa: " + Sentences.within(reason.label()) + ".");
	}

	/**
	 * Ends the open pause, now.
	 * @return the pause that ended, or empty where there was none
	 */
	public Optional<Pause> resume(Subject subject, UserId by) {
		this.repository.lock(subject.caseNumber());
		Optional<Pause> open = open(subject.caseNumber());
		open.ifPresent((pause) -> {
			this.pauses.end(subject.caseNumber(), now(), by);
			this.serviceLevels.meet(subject.caseNumber(), ServiceClock.PAUSE_REVIEW);
			this.serviceLevels.recalculate(subject, by, "Terminó la pausa («" + pause.reason().label() + "»), que duró "
					+ Durations.text(Duration.between(pause.startedAt(), now())) + ".");
		});
		return open;
	}

	/**
	 * Sets the date of a clock by hand; every hour counts until then.
	 * @throws InvalidInputException where the date is past or more than a year away
	 * @throws ConflictException where the clock is over
	 */
	public Deadline setDue(Subject subject, ServiceClock which, Instant due, UserId by) {
		this.repository.lock(subject.caseNumber());
		Deadline deadline = this.serviceLevels.find(subject.caseNumber(), which)
			.filter(Deadline::isMovable)
			.orElseThrow(() -> new ConflictException(
					"El plazo «" + which.label() + "» ya terminó o venció: su fecha no se puede cambiar."));
		Duration ahead = Duration.between(now(), due);
		if (ahead.compareTo(Duration.ofMinutes(1)) < 0 || ahead.compareTo(FARTHEST) > 0) {
			throw new InvalidInputException("dueAt",
					"El nuevo vencimiento debe estar en el futuro y a menos de un año.");
		}
		this.serviceLevels.move(subject, deadline, deadline.fixed(now(), due), by, "Fecha fijada a mano.");
		return this.serviceLevels.find(deadline.id()).orElseThrow();
	}

	/**
	 * Lets the resolution count on after a case was resolved and is not any more: the
	 * time between does not count. More parties are called in later, if the case was
	 * resolved before that was due.
	 */
	public void reopen(Subject subject, UserId by) {
		this.repository.lock(subject.caseNumber());
		Optional<Deadline> resolution = this.serviceLevels.find(subject.caseNumber(), ServiceClock.RESOLUTION);
		resolution.map(ClockAdjustments::overSince).ifPresent((since) -> {
			this.pauses.add(subject.caseNumber(), new Pause(Pause.Reason.RESOLVED, null, since, by, now(), by));
			countOn(subject, resolution.get(), by);
			this.serviceLevels.find(subject.caseNumber(), ServiceClock.INVOLVE_PARTIES)
				.filter((parties) -> overSince(parties) != null && overSince(parties).isBefore(parties.dueAt()))
				.ifPresent((parties) -> countOn(subject, parties, by));
		});
		this.serviceLevels.restart(subject, ServiceClock.UPDATE);
	}

	private static Instant overSince(Deadline deadline) {
		return Optional.ofNullable(deadline.metAt()).orElse(deadline.stoppedAt());
	}

	private void countOn(Subject subject, Deadline over, UserId by) {
		Deadline reopened = over.reopened();
		this.repository.save(reopened);
		this.serviceLevels.move(subject, reopened, reopened, by, "El caso se reabrió.");
	}

	/**
	 * Counts the customer's open clocks from an earlier report of the same matter.
	 * @param reason one Spanish sentence
	 */
	public void countFrom(Subject subject, Instant earlier, UserId by, String reason) {
		this.repository.lock(subject.caseNumber());
		this.serviceLevels.deadlines(subject.caseNumber())
			.stream()
			.filter((deadline) -> deadline.isMovable() && deadline.run() == 1
					&& ServiceClock.fromReport().contains(deadline.clock()) && deadline.startedAt().isAfter(earlier))
			.forEach((deadline) -> this.serviceLevels.move(subject, deadline,
					deadline.startedAt(earlier.truncatedTo(ChronoUnit.MICROS)), by, reason));
	}

	/**
	 * Gives a clock that only an edit would have ended a short term from now on; people
	 * are warned of it again.
	 * @param term how long it is
	 * @param latest when it is over at the latest, or {@code null}
	 * @param reason one Spanish sentence
	 * @return the clock as it is now
	 */
	public Deadline freshTerm(Subject subject, ServiceClock which, Target term, Instant latest, String reason) {
		this.repository.lock(subject.caseNumber());
		Deadline deadline = this.serviceLevels.find(subject.caseNumber(), which).orElseThrow();
		Deadline.FreshTerm fresh = FreshTermRule.term(now(), term, latest, this.serviceLevels.calendar(subject));
		this.serviceLevels.move(subject, deadline, deadline.fresh(fresh), UserId.SYSTEM, reason);
		this.repository.forgetWarning(deadline.id());
		return this.serviceLevels.find(deadline.id()).orElseThrow();
	}

	/** Lets a running clock begin again from then; people may be warned of it again. */
	public void beginAgain(Subject subject, ServiceClock which, Instant since) {
		this.repository.lock(subject.caseNumber());
		this.serviceLevels.find(subject.caseNumber(), which).filter(Deadline::isMovable).ifPresent((deadline) -> {
			this.repository.save(deadline.startedAt(since.truncatedTo(ChronoUnit.MICROS))
				.recalculated(this.serviceLevels.calendar(subject), this.pauses.pauses(subject.caseNumber())));
			this.repository.forgetWarning(deadline.id());
		});
	}

	/** The pause that lasts, if the case is paused. */
	public Optional<Pause> open(CaseNumber caseNumber) {
		return this.pauses.pauses(caseNumber).stream().filter(Pause::isOpen).findFirst();
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
