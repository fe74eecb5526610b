package dev.escala.access.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.http.ResponseCookie;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * From where each person logged in before: browsers, by a random mark in a cookie, and
 * addresses, for tools that keep no cookie. Both are kept as hashes, belong to one person
 * each, and open nothing: they only spare their owner the waits that others cause.
 */
@Component
class KnownPlaces {

	static final String COOKIE = "ESCALA-BROWSER";

	/** How long a place is known after it was seen last. */
	private static final Duration KNOWN_FOR = Duration.ofDays(180);

	/** Not every login is a write. */
	private static final Duration REFRESHED_AFTER = Duration.ofDays(1);

	private static final int MOST_PLACES = 50;

	private static final int MARK_BYTES = 32;

	private static final Pattern MARK = Pattern.compile("[A-Za-z0-9_-]{43}");

	private final SecureRandom random = new SecureRandom();

	private final KnownPlaceRepository repository;

	private final Clock clock;

	KnownPlaces(KnownPlaceRepository repository, Clock clock) {
		this.repository = repository;
		this.clock = clock;
	}

	/** The mark of the browser, if it has one, whosever it is. */
	Optional<String> mark(LoginRequest request) {
		return request.cookie(COOKIE).filter((value) -> MARK.matcher(value).matches());
	}

	boolean isMarkOf(String mark, String user) {
		return isKnown(user, place("mark", mark));
	}

	boolean isAddressOf(String address, String user) {
		return isKnown(user, place("address", address));
	}

	/** Keeps from where somebody logged in who gave the right password. */
	void remember(LoginRequest request, String user) {
		if (request.isAtDoor()) {
			rememberBrowser(request, user);
		}
		else {
			keep(user, place("address", request.address()));
		}
	}

	/**
	 * A browser that this person did not use before gets a new mark, also where it has
	 * one: nobody can know a mark from before that somebody else will have. Other people
	 * who share the browser keep theirs with it.
	 */
	private void rememberBrowser(LoginRequest request, String user) {
		Optional<String> before = mark(request);
		String mark = before.filter((known) -> isMarkOf(known, user)).orElseGet(this::newMark);
		before.filter((old) -> !old.equals(mark))
			.ifPresent((old) -> this.repository.move(place("mark", old), place("mark", mark)));
		keep(user, place("mark", mark));
		request.addCookie(ResponseCookie.from(COOKIE, mark)
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Strict")
			.path("/")
			.maxAge(KNOWN_FOR)
			.build()
			.toString());
	}

	private void keep(String user, byte[] place) {
		Instant now = this.clock.instant();
		if (this.repository.keep(user, place, now, now.minus(REFRESHED_AFTER))) {
			this.repository.forgetAllBut(user, MOST_PLACES);
		}
	}

	private boolean isKnown(String user, byte[] place) {
		return this.repository.isKnown(user, place, this.clock.instant().minus(KNOWN_FOR));
	}

	/** Forgets where nobody came from for long; on every node, as often as it likes. */
	@Scheduled(cron = "0 37 3 * * *")
	void forgetOld() {
		this.repository.forgetBefore(this.clock.instant().minus(KNOWN_FOR));
	}

	private String newMark() {
		byte[] secret = new byte[MARK_BYTES];
		this.random.nextBytes(secret);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
	}

	private static byte[] place(String kind, String value) {
		try {
			return MessageDigest.getInstance("SHA-256").digest((kind + " " + value).getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
