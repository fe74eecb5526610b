package dev.escala.clock.recalculation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.escala.calendar.CalendarsChanged;
import dev.escala.clock.DeadlineRepository;
import dev.escala.reference.CaseNumber;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The cases whose deadlines have to be computed again. What is wanted is written in the
 * transaction of its cause and taken in the transaction that carries it out, so that a
 * node may die anywhere and nothing is lost.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Recalculations {

	private final RecalculationRepository repository;

	private final DeadlineRepository deadlines;

	private final Clock clock;

	Recalculations(RecalculationRepository repository, DeadlineRepository deadlines, Clock clock) {
		this.repository = repository;
		this.deadlines = deadlines;
		this.clock = clock;
	}

	/**
	 * Working time is counted differently: wants every open case that was counted by one
	 * of the calendars, and those that could not be computed before, which may have
	 * waited for this.
	 */
	@EventListener
	public void calendarsChanged(CalendarsChanged event) {
		this.deadlines.waitForCounting();
		Set<CaseNumber> cases = new TreeSet<>(this.deadlines.casesCountedBy(event.codes()));
		cases.addAll(this.repository.failedCases());
		want(cases, event.reason());
	}

	/**
	 * Wants the deadlines of the cases to be computed again.
	 * @param reason what changed, one Spanish sentence
	 */
	public void want(Collection<CaseNumber> cases, String reason) {
		this.repository.add(cases, reason, this.clock.instant());
	}

	/**
	 * Wants what cannot be computed before somebody has mended the cause.
	 * @param failure why, in Spanish
	 */
	public void wantFailed(CaseNumber caseNumber, String reason, String failure) {
		this.repository.addFailed(caseNumber, reason, failure, this.clock.instant());
	}

	/**
	 * Takes the case that has waited longest; until the end of the transaction nobody
	 * else gets it, and a rollback gives it back.
	 * @param except cases to leave
	 */
	public Optional<WantedRecalculation> take(Collection<CaseNumber> except) {
		return this.repository.next(except, this.clock.instant()).flatMap(this.repository::take);
	}

	/** Takes all that is wanted for one case, also what failed. */
	public Optional<WantedRecalculation> take(CaseNumber caseNumber) {
		return this.repository.take(caseNumber);
	}

	/**
	 * Keeps what cannot be computed until somebody has mended the cause.
	 * @param failure why, in Spanish
	 * @return whether it still waited: another node may have computed it meanwhile
	 */
	public boolean failed(WantedRecalculation wanted, String failure) {
		return this.repository.failed(wanted, failure, this.clock.instant());
	}

	/** Keeps what failed for a reason that may pass by itself. */
	public void later(WantedRecalculation wanted, Duration wait) {
		this.repository.later(wanted, this.clock.instant().plus(wait));
	}

	/** Why the deadlines of the case could not be computed, where that is so. */
	@Transactional(readOnly = true)
	public Optional<String> failure(CaseNumber caseNumber) {
		return this.repository.failure(caseNumber);
	}

	/** How much there is to do. */
	@Transactional(readOnly = true)
	public Progress progress() {
		return this.repository.progress();
	}

	/** The cases that wait, those for a supervisor first; at most so many. */
	@Transactional(readOnly = true)
	public List<Waiting> waiting(int most) {
		return this.repository.waiting(most);
	}

	/**
	 * A case that waits.
	 *
	 * @param number the case
	 * @param reason what changed, in Spanish
	 * @param since when that was first
	 * @param failure why it waits for a supervisor, in Spanish, or {@code null} where it
	 * waits for its turn
	 */
	public record Waiting(CaseNumber number, String reason, Instant since, String failure) {
	}

	/**
	 * How much there is to do.
	 *
	 * @param waiting cases that wait for their turn
	 * @param failed cases that wait for a supervisor
	 * @param waitingSince since when the first of the waiting cases waits, or
	 * {@code null}
	 */
	public record Progress(long waiting, long failed, Instant waitingSince) {
	}

}
