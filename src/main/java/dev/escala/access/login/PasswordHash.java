package dev.escala.access.login;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id as the engine's hash of passwords, by OWASP's parameters: 19 MiB, two passes,
 * one lane. Hashes carry their parameters, so that other ones can follow. No more are
 * computed at a time than there are processors: hundreds of logins at once wait for each
 * other instead of taking gigabytes.
 */
@Component
class PasswordHash implements PasswordEncryptor {

	/** How the engine tells it from older hashes in its table. */
	static final String NAME = "argon2id";

	private static final Logger log = LoggerFactory.getLogger(PasswordHash.class);

	private static final int SALT_BYTES = 16;

	private static final int HASH_BYTES = 32;

	private static final int LANES = 1;

	private static final int PASSES = 2;

	private static final int KIB = 1024;

	private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

	private final LongAdder computed = new LongAdder();

	private final Argon2PasswordEncoder argon2;

	/** Made while Escala starts: nobody logs in before. */
	private final CompletableFuture<String> nobodys;

	PasswordHash(LoginProperties properties) {
		long memory = properties.hashMemory().toBytes();
		if (memory < LoginProperties.RECOMMENDED.toBytes()) {
			log.warn("escala.login.hash-memory is below the recommended 19MB: stolen hashes are easier to guess.");
		}
		this.argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, (int) (memory / KIB), PASSES);
		this.nobodys = CompletableFuture.supplyAsync(() -> this.argon2.encode("nobody's"));
	}

	@Override
	public String encrypt(String password) {
		return oneOfFew(() -> this.argon2.encode(password));
	}

	@Override
	public boolean check(String password, String encrypted) {
		return oneOfFew(() -> this.argon2.matches(password, encrypted));
	}

	/** Takes as long as a check, where there is nothing to check. */
	void checkNobodys(String password) {
		check(password, this.nobodys.join());
	}

	@Override
	public String hashAlgorithmName() {
		return NAME;
	}

	/** How many hashes were computed since the start. */
	long computed() {
		return this.computed.sum();
	}

	private <T> T oneOfFew(Supplier<T> work) {
		this.processors.acquireUninterruptibly();
		try {
			this.computed.increment();
			return work.get();
		}
		finally {
			this.processors.release();
		}
	}

}
