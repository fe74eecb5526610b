package dev.escala.clock.count;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One way of counting, for one clock and its pauses. */
interface Measure {

	/** When the clock is over; empty where a pause without end keeps it from that. */
	Optional<Instant> dueAt();

	/** When people are warned; empty where a pause without end keeps it from that. */
	Optional<Instant> warnAt();

	/** How many days it has to reach; nothing where time is counted. */
	Share goal();

	/** What each date from that of the start until then adds. */
	List<CountedDay> days(Instant until);

}
