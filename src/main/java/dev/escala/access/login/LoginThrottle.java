package dev.escala.access.login;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.escala.limit.Counter;
import dev.escala.limit.Limit;
import dev.escala.limit.Limits;

import org.springframework.stereotype.Component;

/**
 * Lets whoever guesses wait, and not the person whose name they use. A browser that the
 * person used before has a counter of its own, and so has each address from which the
 * person came before; what strangers do with the name does not reach them. Strangers are
 * counted by name and address, by address, and by name.
 */
@Component
class LoginThrottle {

	private static final Duration FIRST = Duration.ofSeconds(3);

	private static final Duration LONGEST = Duration.ofMinutes(1);

	private static final Duration FORGOTTEN = Duration.ofMinutes(10);

	/** One person, in one browser. */
	private static final Limit BROWSER = limit("login-browser", 5);

	/** One name, from one address. */
	private static final Limit PAIR = limit("login-pair", 5);

	/**
	 * All names from one address: a whole office mistypes now and then, and comes in the
	 * morning at once.
	 */
	private static final Limit ADDRESS = limit("login-address", 40);

	/** One name from everywhere it is not known, lest many addresses share the work. */
	private static final Limit NAME = limit("login-name", 30);

	private final Limits limits;

	private final KnownPlaces places;

	LoginThrottle(Limits limits, KnownPlaces places) {
		this.limits = limits;
		this.places = places;
	}

	/** Counts a try before its password is looked at. */
	Try enter(LoginRequest request, String user) {
		List<Counter> counters = counters(request, user);
		return new Try(counters, this.limits.take(counters));
	}

	/** The password was right: its try was none, and the place is known from now on. */
	void succeed(Try attempt, LoginRequest request, String user) {
		// What strangers did with the name stays counted, and so does the address.
		this.limits.clear(attempt.counters().get(0));
		attempt.counters().stream().skip(1).forEach(this.limits::giveBack);
		this.places.remember(request, user);
	}

	/** The password was not looked at after all. */
	void undo(Try attempt) {
		attempt.counters().forEach(this.limits::giveBack);
	}

	/** Nobody who uses the name from where it is not known has to wait any more. */
	void forgive(String user) {
		this.limits.clear(new Counter(NAME, name(user)));
	}

	private List<Counter> counters(LoginRequest request, String user) {
		Optional<String> mark = this.places.mark(request).filter((value) -> this.places.isMarkOf(value, user));
		if (mark.isPresent()) {
			return List.of(new Counter(BROWSER, mark.get() + " " + name(user)));
		}
		String address = request.address();
		Counter pair = new Counter(PAIR, name(user) + " " + address);
		Counter all = new Counter(ADDRESS, address);
		return this.places.isAddressOf(address, user) ? List.of(pair, all)
				: List.of(pair, all, new Counter(NAME, name(user)));
	}

	private static String name(String user) {
		return user.toLowerCase(Locale.ROOT);
	}

	private static Limit limit(String kind, int free) {
		return new Limit(kind, free, FIRST, LONGEST, FORGOTTEN);
	}

	/**
	 * One try of a password.
	 *
	 * @param counters where it is counted, the one of person and place first
	 * @param refusal how long to wait instead, or empty: the try is counted
	 */
	record Try(List<Counter> counters, Optional<Duration> refusal) {
	}

}
