package dev.escala.clock;

import java.util.Optional;
import java.util.stream.Stream;

import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;

import org.springframework.stereotype.Component;

/**
 * By when a customer hears from us again, whatever happens (003-08). Until the service is
 * usable that is the clock of the updates, afterwards that of the closing: an open case
 * always has one of them.
 */
@Component
public class NextCommunication {

	private final ServiceLevels serviceLevels;

	private final MatterClocks clocks;

	private final Matters matters;

	NextCommunication(ServiceLevels serviceLevels, MatterClocks clocks, Matters matters) {
		this.serviceLevels = serviceLevels;
		this.clocks = clocks;
		this.matters = matters;
	}

	/** The clock that runs; empty where the case is over. */
	public Optional<Deadline> deadline(CaseNumber number) {
		return Stream.of(ServiceClock.UPDATE, ServiceClock.CLOSING)
			.flatMap((clock) -> this.serviceLevels.find(number, clock).stream())
			.filter(Deadline::isOpen)
			.findFirst();
	}

	/**
	 * By when the case should be solved (003-12); empty where that is past, stands still
	 * or is done.
	 */
	public Optional<Deadline> solution(CaseNumber number) {
		return this.serviceLevels.find(number, ServiceClock.RESOLUTION)
			.filter((solved) -> solved.isMovable() && !solved.isPaused());
	}

	/**
	 * The customer heard from us: that is the answer, and the next communication is
	 * counted from now (001-20, 003-08).
	 */
	public void told(CaseNumber number) {
		this.clocks.meet(number, ServiceClock.ANSWER);
		asked(number);
	}

	/**
	 * The customer heard from us, but only a question: the next communication is counted
	 * from now, and the answer is still owed.
	 */
	public void asked(CaseNumber number) {
		this.clocks.restart(number, this.matters.isClosing(number) ? ServiceClock.CLOSING : ServiceClock.UPDATE);
	}

}
