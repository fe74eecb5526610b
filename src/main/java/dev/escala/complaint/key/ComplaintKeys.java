package dev.escala.complaint.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.escala.limit.Counter;
import dev.escala.limit.Limit;
import dev.escala.limit.Limits;
import dev.escala.reference.CaseNumber;
import dev.escala.validation.ConflictException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issues the keys of complaints and recognises them. Kept is a digest under a secret:
 * whoever reads the table can neither tell a key nor try some out on it.
 */
@Service
public class ComplaintKeys {

	/**
	 * Ten wrong keys of one address at once; from then on one more each six minutes, so
	 * that ten an hour is all that anybody gets.
	 */
	private static final Limit WRONG = new Limit("complaint-key", 10, Duration.ofMinutes(6), Duration.ofMinutes(6),
			Duration.ofMinutes(6));

	private static final String ALGORITHM = "HmacSHA256";

	private static final int SECRET_BYTES = 32;

	private final SecureRandom random = new SecureRandom();

	private final ComplaintKeyRepository repository;

	private final ComplaintKeyProperties properties;

	private final Limits limits;

	private final Clock clock;

	ComplaintKeys(ComplaintKeyRepository repository, ComplaintKeyProperties properties, Limits limits, Clock clock) {
		this.repository = repository;
		this.properties = properties;
		this.limits = limits;
		this.clock = clock;
	}

	/**
	 * Gives a matter its key (Ley 10/2025 art. 11), in the transaction in which it
	 * begins.
	 * @return the key, which nobody can ask for again
	 * @throws ConflictException where the matter has one already
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public ComplaintKey issue(CaseNumber number) {
		ComplaintKey key = ComplaintKey.random(this.random);
		if (!this.repository.add(number, digest(signing(), key), this.clock.instant())) {
			throw new ConflictException(number + " ya tiene su clave: figura en el justificante.");
		}
		return key;
	}

	/**
	 * What a key opens. A key that opens something is no wrong one; while somebody has to
	 * wait, none is looked at.
	 * @param typed as somebody typed it
	 * @param address from where, as {@link dev.escala.limit.CallerAddress} says
	 */
	public KeyAnswer find(String typed, String address) {
		Counter counter = new Counter(WRONG, address);
		Instant now = this.clock.instant();
		Optional<Duration> wait = this.limits.take(List.of(counter));
		if (wait.isPresent()) {
			return new KeyAnswer.Waits(now.plus(wait.get()));
		}
		Optional<CaseNumber> number = ComplaintKey.read(typed)
			.flatMap((key) -> this.repository.find(secrets().stream().map((secret) -> digest(secret, key)).toList()));
		if (number.isEmpty()) {
			return new KeyAnswer.Wrong();
		}
		this.limits.giveBack(counter);
		return new KeyAnswer.Opens(number.get());
	}

	private byte[] signing() {
		return this.properties.secrets().stream().findFirst().map(ComplaintKeys::bytes).orElseGet(() -> {
			byte[] fresh = new byte[SECRET_BYTES];
			this.random.nextBytes(fresh);
			return this.repository.secret().orElseGet(() -> this.repository.secret(fresh));
		});
	}

	/** Also the one that counted before somebody configured another. */
	private List<byte[]> secrets() {
		List<byte[]> secrets = new ArrayList<>(this.properties.secrets().stream().map(ComplaintKeys::bytes).toList());
		this.repository.secret().ifPresent(secrets::add);
		return secrets;
	}

	private static byte[] bytes(String secret) {
		return secret.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] digest(byte[] secret, ComplaintKey key) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(secret, ALGORITHM));
			return mac.doFinal(key.characters().getBytes(StandardCharsets.US_ASCII));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java has " + ALGORITHM, ex);
		}
	}

}
