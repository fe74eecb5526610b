package dev.escala.access.login;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.stereotype.Component;

/**
 * The logins of tools that were found right a moment ago, so that a call does not cost
 * the hash of a password. Kept is a digest under a key that lives as long as this
 * process, and with it what the caller was then: who has another password or other groups
 * since is not remembered.
 */
@Component
public class RememberedLogins {

	private static final Duration KEPT = Duration.ofMinutes(5);

	private static final int MOST = 2000;

	private static final int TURNS = 256;

	private static final String DIGEST = "HmacSHA256";

	private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
			return size() > MOST;
		}

	};

	private final Object[] turns = IntStream.range(0, TURNS).mapToObj((n) -> new Object()).toArray();

	private final SecretKeySpec key;

	private final Clock clock;

	RememberedLogins(Clock clock) {
		byte[] secret = new byte[32];
		new SecureRandom().nextBytes(secret);
		this.key = new SecretKeySpec(secret, DIGEST);
		this.clock = clock;
	}

	/** What a name and a password are remembered by. */
	public String digest(String user, String password) {
		try {
			Mac mac = Mac.getInstance(DIGEST);
			mac.init(this.key);
			// A user id has no NUL.
			return Base64.getEncoder()
				.encodeToString(mac.doFinal((user + "\0" + password).getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Whether the login was found right lately. */
	public boolean contains(String digest) {
		return entry(digest) != null;
	}

	/** Whether the login was found right lately, of a caller who was as now. */
	public boolean contains(String digest, String caller) {
		Entry entry = entry(digest);
		return entry != null && entry.caller().equals(caller);
	}

	/** Remembers a login that was found right, and what its caller is. */
	public void add(String digest, String caller) {
		synchronized (this.entries) {
			this.entries.put(digest, new Entry(caller, this.clock.instant().plus(KEPT)));
		}
	}

	/** Forgets everything, as a restart does. */
	public void clear() {
		synchronized (this.entries) {
			this.entries.clear();
		}
	}

	/**
	 * Equal logins that come at the same moment take turns: the first one is checked, the
	 * others are remembered by then.
	 */
	public Object turn(String digest) {
		return this.turns[Math.floorMod(digest.hashCode(), TURNS)];
	}

	private Entry entry(String digest) {
		synchronized (this.entries) {
			Entry entry = this.entries.get(digest);
			if (entry != null && !this.clock.instant().isBefore(entry.until())) {
				this.entries.remove(digest);
				return null;
			}
			return entry;
		}
	}

	private record Entry(String caller, Instant until) {
	}

}
