package dev.escala.complaint.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.escala.limit.Counter;
import dev.escala.limit.Limit;
import dev.escala.limit.Limits;

import org.springframework.stereotype.Component;

/** How many complaints one connection presents on the public page. */
@Component
class ComplaintPosts {

	/**
	 * Ten at once; from then on one more each six minutes, so that ten an hour is all
	 * that anybody presents.
	 */
	private static final Limit ADDRESS = new Limit("complaint-web", 10, Duration.ofMinutes(6), Duration.ofMinutes(6),
			Duration.ofMinutes(6));

	private final Limits limits;

	ComplaintPosts(Limits limits) {
		this.limits = limits;
	}

	/**
	 * Counts what is about to be presented.
	 * @param address from where, as {@link dev.escala.limit.CallerAddress} says
	 * @return how long to wait instead, or empty: go on
	 */
	Optional<Duration> take(String address) {
		return this.limits.take(List.of(new Counter(ADDRESS, address)));
	}

	/** Nothing was presented after all. */
	void giveBack(String address) {
		this.limits.giveBack(new Counter(ADDRESS, address));
	}

}
