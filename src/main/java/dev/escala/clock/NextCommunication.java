package dev.escala.clock;

import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;

import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;

import org.springframework.stereotype.Component;

/**
 * By when a customer hears from us again, whatever happens (003-08). Until the answer is
 * given that is its date, and where that was missed, the one by which the level acts that
 * it went to; then it is the clock of the updates, and once the service is usable that of
 * the closing: an open case always has one of them.
 */
@Component
public class NextCommunication {

	private final ServiceLevels serviceLevels;

	private final MatterClocks clocks;

	private final Matters matters;

	private final Clock clock;

	NextCommunication(ServiceLevels serviceLevels, MatterClocks clocks, Matters matters, Clock clock) {
		this.serviceLevels = serviceLevels;
		this.clocks = clocks;
		this.matters = matters;
		this.clock = clock;
	}

	/** The clock that runs; empty where the case is over. */
	public Optional<Deadline> deadline(CaseNumber number) {
		return open(number, ServiceClock.UPDATE, ServiceClock.CLOSING).or(() -> open(number, ServiceClock.ANSWER)
			.map((answer) -> isPast(answer) ? open(number, ServiceClock.LEVEL_3, ServiceClock.LEVEL_2)
				.filter((level) -> !level.isPaused() && !isPast(level))
				.orElse(answer) : answer));
	}

	private Optional<Deadline> open(CaseNumber number, ServiceClock... clocks) {
		return Stream.of(clocks)
			.flatMap((clock) -> this.serviceLevels.find(number, clock).stream())
			.filter(Deadline::isOpen)
			.findFirst();
	}

	private boolean isPast(Deadline deadline) {
		return !deadline.dueAt().isAfter(this.clock.instant());
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
		counted(number);
	}

	/**
	 * The customer heard from us, but only a question. Where the answer is still owed,
	 * its date stays the next communication; else that is counted from now.
	 */
	public void asked(CaseNumber number) {
		if (deadline(number).filter(NextCommunication::awaitsAnswer).isEmpty()) {
			counted(number);
		}
	}

	private static boolean awaitsAnswer(Deadline deadline) {
		return deadline.clock() != ServiceClock.UPDATE && deadline.clock() != ServiceClock.CLOSING;
	}

	private void counted(CaseNumber number) {
		this.clocks.restart(number, this.matters.isClosing(number) ? ServiceClock.CLOSING : ServiceClock.UPDATE);
	}

}
