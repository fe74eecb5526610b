package dev.escala.clock;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The clocks for which the very process waits that carries a matter. A kind with such
 * timers declares them as a bean.
 *
 * @param kind the name of the kind of matter
 * @param warnings the timers that wait for the warning of a clock
 * @param dues the timers that wait until a clock is over
 * @param waits where the process waits for each clock
 */
public record CarrierClocks(String kind, Map<String, ServiceClock> warnings, Map<String, ServiceClock> dues,
		Map<ServiceClock, Wait> waits) {

	/** The steps that follow a timer: a process that stands at one needs none. */
	public Set<String> steps() {
		return this.waits.values().stream().flatMap((wait) -> wait.steps().stream()).collect(Collectors.toSet());
	}

	/**
	 * Where a process waits for one clock.
	 *
	 * @param timers the timers that wait for its date, one at a time
	 * @param steps what follows them until the clock is met or waited for again
	 * @param again where the process is put to wait again
	 * @param once whether it waits for the warning only, and does not wait again where
	 * the clock still runs after that
	 */
	public record Wait(Set<String> timers, Set<String> steps, String again, boolean once) {
	}

}
