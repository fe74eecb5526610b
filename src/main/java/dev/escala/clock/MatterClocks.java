package dev.escala.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.escala.clock.recalculation.Recalculations;
import dev.escala.matter.Matter;
import dev.escala.matter.MatterEnded;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The clocks of a case together with its timers: whatever changes a clock arms the timers
 * anew in the same transaction, so that they never tell different times.
 */
@Service
@Transactional
public class MatterClocks {

	/** The owner's own clocks, which begin again with each movement or review. */
	private static final Set<ServiceClock> BEGIN_AGAIN = EnumSet.of(ServiceClock.ACTIVITY, ServiceClock.PAUSE_REVIEW);

	private final Matters matters;

	private final ServiceLevels serviceLevels;

	private final ClockAdjustments adjustments;

	private final Recalculations recalculations;

	private final ClockFlow flow;

	private final ObjectProvider<OfKind> kinds;

	private final Clock clock;

	MatterClocks(Matters matters, ServiceLevels serviceLevels, ClockAdjustments adjustments,
			Recalculations recalculations, ClockFlow flow, ObjectProvider<OfKind> kinds, Clock clock) {
		this.matters = matters;
		this.serviceLevels = serviceLevels;
		this.adjustments = adjustments;
		this.recalculations = recalculations;
		this.flow = flow;
		this.kinds = kinds;
		this.clock = clock;
	}

	/**
	 * Starts the customer's clocks, or moves them where severity or tier has changed.
	 * @throws UnmeasurableException where a deadline cannot be computed
	 */
	public void apply(CaseNumber number) {
		Matter matter = this.matters.get(number);
		this.serviceLevels.apply(subject(matter), matter.beganAt(), begin(matter.kind()));
		this.flow.syncTimers(number);
	}

	/**
	 * Computes the open clocks again: a calendar, the team or the customer has changed.
	 * @param reason one Spanish sentence
	 * @throws UnmeasurableException where a deadline cannot be computed
	 */
	public void recalculate(CaseNumber number, UserId actor, String reason) {
		this.serviceLevels.recalculate(subject(number), actor, reason);
		this.flow.syncTimers(number);
	}

	/** Starts a clock that begins on an occasion; one that runs goes on. */
	public Deadline start(CaseNumber number, ServiceClock which) {
		Deadline started = this.serviceLevels.start(subject(number), which);
		this.flow.syncTimers(number);
		return started;
	}

	/**
	 * Starts a clock that begins on an occasion, or asks the supervisors to mend what
	 * keeps it from being measured: a recalculation starts it then. Whatever else happens
	 * on that occasion stands.
	 * @return why it could not be started, in Spanish, if that is so
	 */
	public Optional<String> startOrAsk(CaseNumber number, ServiceClock which, String occasion) {
		Optional<String> obstacle = this.serviceLevels.obstacle(subject(number), which);
		if (obstacle.isEmpty()) {
			start(number, which);
		}
		obstacle.ifPresent((failure) -> {
			this.recalculations.wantFailed(number, occasion, failure);
			this.flow.askToCorrectDeadlines(number, failure);
		});
		return obstacle;
	}

	/** Meets a clock, if it runs, and starts it again from now. */
	public Deadline restart(CaseNumber number, ServiceClock which) {
		Deadline started = this.serviceLevels.restart(subject(number), which);
		this.flow.syncTimers(number);
		return started;
	}

	/**
	 * From now on its owner is expected to do something; not in a kind whose dates no
	 * clock sets.
	 */
	public void expectActivity(CaseNumber number) {
		boolean none = ofKind(this.matters.get(number).kind()).filter((own) -> own.begin().isEmpty()).isPresent();
		if (!none) {
			restart(number, ServiceClock.ACTIVITY);
		}
	}

	/**
	 * Marks a clock as met now. Where it is late already, its timer stays: every miss is
	 * told (001-09).
	 * @return whether it was open until now
	 */
	public boolean meet(CaseNumber number, ServiceClock which) {
		boolean met = this.serviceLevels.meet(number, which);
		if (met) {
			this.flow.syncTimers(number);
		}
		return met;
	}

	/** The same for what became known only now: it was met at that moment. */
	public boolean metAt(CaseNumber number, ServiceClock which, Instant when) {
		boolean met = this.serviceLevels.metAt(number, which, when);
		if (met) {
			this.flow.syncTimers(number);
		}
		return met;
	}

	/**
	 * Marks a clock as met at its very date, if that has come.
	 * @return whether it was open until now and is due
	 */
	public boolean meetAsPlanned(CaseNumber number, ServiceClock which) {
		boolean met = this.serviceLevels.meetAsPlanned(number, which);
		if (met) {
			this.flow.syncTimers(number);
		}
		return met;
	}

	/** The pause, the hand-set date and the earlier report change a case's clocks. */
	public void adjust(CaseNumber number, Adjustment adjustment) {
		adjustment.make(this.adjustments, subject(number));
		this.flow.syncTimers(number);
	}

	/**
	 * Sets the date of a clock by hand (recorded).
	 * @throws ConflictException where the clock is over, or begins again all the time: a
	 * date that stays would let it pass whatever happens in the case
	 */
	public void setDue(CaseNumber number, ServiceClock which, Instant due, UserId by) {
		if (BEGIN_AGAIN.contains(which)) {
			throw new ConflictException("El plazo «" + which.label()
					+ "» vuelve a empezar por sí solo mientras se atiende el caso: su fecha no se fija a mano.");
		}
		adjust(number, (adjustments, subject) -> adjustments.setDue(subject, which, due, by));
	}

	/**
	 * The case shows a sign of life: its owner is not reminded for now.
	 * @param since when somebody did something last
	 */
	public void active(CaseNumber number, Instant since) {
		this.serviceLevels.find(number, ServiceClock.ACTIVITY)
			.filter((deadline) -> deadline.isMovable() && deadline.startedAt().isBefore(since))
			.ifPresent((deadline) -> adjust(number,
					(adjustments, subject) -> adjustments.beginAgain(subject, ServiceClock.ACTIVITY, since)));
	}

	/** Stops every clock of a matter that ended, and takes all that waits for one. */
	@EventListener
	void stop(MatterEnded ended) {
		CaseNumber number = ended.number();
		this.serviceLevels.stop(number);
		if (this.recalculations.failure(number).isPresent()) {
			// Whoever carries out recalculations forgets those of a case that is over.
			this.recalculations.want(List.of(number), "El caso terminó.");
		}
		this.flow.endWatches(number);
	}

	/**
	 * Makes the timers of an open case right again, whatever became of them.
	 * @return what is still wrong and nobody can repair here, as Spanish sentences
	 * @throws ConflictException where the case is over
	 */
	public List<String> repair(CaseNumber number) {
		Matter matter = this.matters.lock(number);
		if (!matter.open()) {
			throw new ConflictException(number + " ya terminó: no tiene plazos que vigilar.");
		}
		this.serviceLevels.apply(subject(matter), matter.beganAt(), begin(matter.kind()));
		return this.flow.repairTimers(number);
	}

	/** Whether a clock runs and is due already. */
	boolean isDue(Deadline deadline) {
		return !deadline.isPaused() && !deadline.dueAt().isAfter(this.clock.instant());
	}

	/** Whether it is time to warn of a clock, if that runs. */
	boolean isNear(Deadline deadline) {
		// The engine keeps milliseconds: its timer fires a part of one too early.
		return !deadline.isPaused() && !deadline.warnAt().truncatedTo(ChronoUnit.MILLIS).isAfter(this.clock.instant());
	}

	public Optional<Deadline> find(CaseNumber number, ServiceClock which) {
		return this.serviceLevels.find(number, which);
	}

	private Set<ServiceClock> begin(String kind) {
		return ofKind(kind).map(OfKind::begin).orElseGet(ServiceClock::fromReport);
	}

	/**
	 * Whether a law sets the clock for matters of that kind: it is over when it is over,
	 * whoever edits what it is counted by.
	 */
	public boolean isLegal(String kind, ServiceClock which) {
		return ofKind(kind).filter((own) -> own.legal().contains(which)).isPresent();
	}

	private Optional<OfKind> ofKind(String kind) {
		return this.kinds.stream().filter((own) -> own.kind().equals(kind)).findFirst();
	}

	private Subject subject(CaseNumber number) {
		return subject(this.matters.get(number));
	}

	private Subject subject(Matter matter) {
		return Subject.of(matter, this.matters.tier(matter));
	}

	/**
	 * The customer's clocks that begin with a matter of a kind. A kind that does not have
	 * all of them declares its own as a bean.
	 *
	 * @param kind the name of the kind of matter
	 * @param begin some of {@link ServiceClock#fromReport()}; the updates, too, of a kind
	 * that owes no answer first. Of a kind without any, the owner is watched by none
	 * either
	 * @param legal those that a law sets: an edit that moves one into the past lets it
	 * pass, and no short term takes its place
	 */
	public record OfKind(String kind, Set<ServiceClock> begin, Set<ServiceClock> legal) {

		public OfKind {
			begin = Set.copyOf(begin);
			legal = Set.copyOf(legal);
		}

		/** A kind for whose clocks there is no law. */
		public OfKind(String kind, Set<ServiceClock> begin) {
			this(kind, begin, Set.of());
		}

	}

	/** A change of the ledger of one case. */
	public interface Adjustment {

		void make(ClockAdjustments adjustments, Subject subject);

	}

}
