package dev.escala.servicelevel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.escala.customer.Tier;

import org.springframework.stereotype.Service;

/** Starts, moves, meets and breaches the clocks of a case. */
@Service
public class ServiceLevels {

	/**
	 * Starts every clock, or moves the open ones when severity or tier has changed since.
	 * Durations come from the decision {@code serviceLevels}; a clock that cannot be
	 * computed is an error, never a missing deadline. Met and breached clocks stay as
	 * they are.
	 * @param reportedAt when the customer's clocks began; never restarts
	 * @return the open deadlines
	 */
	public List<Deadline> apply(String caseNumber, Severity severity, Tier tier, Instant reportedAt) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Starts {@link ServiceClock#UPDATE} again from now: the customer was told something.
	 */
	public Deadline restartUpdates(String caseNumber, Severity severity, Tier tier) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Marks a clock as met now.
	 * @return whether it was open until now; a second call changes nothing
	 */
	public boolean meet(String caseNumber, ServiceClock clock) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Marks a clock as breached now if it is open, due and not breached yet.
	 * @return whether this call breached it: exactly one caller ever gets {@code true}
	 */
	public boolean breach(String caseNumber, ServiceClock clock) {
		throw new UnsupportedOperationException();
	}

	/** When three quarters of the clock's time are over. */
	public Instant warningAt(String caseNumber, ServiceClock clock) {
		throw new UnsupportedOperationException();
	}

	/** Stops every open clock of a case that is over. */
	public void stop(String caseNumber) {
		throw new UnsupportedOperationException();
	}

	public Optional<Deadline> find(String caseNumber, ServiceClock clock) {
		throw new UnsupportedOperationException();
	}

	/** All clocks of the case, by due date. */
	public List<Deadline> of(String caseNumber) {
		throw new UnsupportedOperationException();
	}

}
