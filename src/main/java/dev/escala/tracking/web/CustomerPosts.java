package dev.escala.tracking.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.escala.limit.CallerAddress;
import dev.escala.limit.Counter;
import dev.escala.limit.Limit;
import dev.escala.limit.Limits;
import dev.escala.tracking.TrackingLink;

import org.springframework.stereotype.Component;

/**
 * How often customers can send us something from their pages, by case and customer,
 * whichever of their links they use, and by address: each message starts clocks and asks
 * people to do something.
 */
@Component
class CustomerPosts {

	private static final Duration FIRST = Duration.ofMinutes(1);

	private static final Duration LONGEST = Duration.ofMinutes(15);

	private static final Duration FORGOTTEN = Duration.ofMinutes(3);

	private static final Limit CUSTOMER = new Limit("post-customer", 30, FIRST, LONGEST, FORGOTTEN);

	/** A whole company, or everybody of a mobile network, may share one. */
	private static final Limit ADDRESS = new Limit("post-address", 100, FIRST, LONGEST, Duration.ofSeconds(30));

	private final Limits limits;

	CustomerPosts(Limits limits) {
		this.limits = limits;
	}

	/**
	 * Counts what is about to be carried out.
	 * @return how long to wait instead, or empty: go on
	 */
	Optional<Duration> take(TrackingLink link) {
		return this.limits.take(List.of(new Counter(CUSTOMER, link.caseNumber() + " " + link.customerId()),
				new Counter(ADDRESS, CallerAddress.current())));
	}

}
