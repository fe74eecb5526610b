package dev.escala.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.escala.validation.ConflictException;
import dev.escala.validation.InvalidInputException;
import dev.escala.web.IdempotencyKeyRepository.Known;
import dev.escala.web.IdempotencyKeyRepository.Scope;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out equal requests once, however often and however simultaneously they arrive
 * with the same {@code Idempotency-Key}. The key is stored in the transaction that
 * creates the thing: both are there, or neither is.
 * <p>
 * Equal requests wait for each other before they take a database connection, so that
 * hundreds of them cannot empty the pool that the first one needs. Only requests that
 * arrive at different nodes meet in the database, one of each node.
 */
@Component
public class IdempotencyKeys {

	private static final JsonMapper JSON = JsonMapper.builder()
		.findAndAddModules()
		.enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.build();

	private static final int MAX_LENGTH = 200;

	private final ConcurrentMap<Scope, Waiting> underWay = new ConcurrentHashMap<>();

	private final IdempotencyKeyRepository repository;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final WebProperties properties;

	IdempotencyKeys(IdempotencyKeyRepository repository, PlatformTransactionManager transactions, Clock clock,
			WebProperties properties) {
		this.repository = repository;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
		this.properties = properties;
	}

	/**
	 * What the body of a request says, whatever its blanks and the order of its fields.
	 */
	public static String fingerprint(Object body) {
		try {
			byte[] json = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
		}
		catch (JsonProcessingException | NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Creates something, unless the same request did so before. Must not be called in a
	 * transaction: it opens the one that {@code create} joins.
	 * @param key the header's value, or {@code null} where it was not sent: then creates
	 * @param caller who asks, a user or a link; keys of different callers never meet
	 * @param path what is asked for, for example {@code /api/customers}
	 * @param bodyHash what was sent, see {@link #fingerprint}
	 * @param create creates the thing and returns its id
	 * @return the id of the thing, now or then created
	 * @throws InvalidInputException where the key is not 1 to 200 printable characters
	 * @throws ConflictException where the key came with another body before, or where an
	 * equal request takes too long
	 */
	public String once(String key, String caller, String path, String bodyHash, Supplier<String> create) {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException("Waiting in a transaction would hold its connection");
		}
		if (key == null) {
			return this.transaction.execute((status) -> create.get());
		}
		if (!key.matches("[\\x21-\\x7E]{1," + MAX_LENGTH + "}")) {
			throw new InvalidInputException("Idempotency-Key", "La cabecera Idempotency-Key debe tener entre 1 y "
					+ MAX_LENGTH + " caracteres imprimibles, sin espacios ni acentos.");
		}
		Scope scope = new Scope(caller, path, key);
		Waiting waiting = this.underWay.compute(scope, (same, now) -> (now == null) ? new Waiting() : now.join());
		try {
			return oneByOne(waiting, scope, bodyHash, create);
		}
		finally {
			this.underWay.computeIfPresent(scope, (same, now) -> now.leave());
		}
	}

	/**
	 * What an equal request created before, as long as that is remembered; whatever else
	 * it said.
	 */
	public Optional<String> created(String key, String caller, String path) {
		return this.repository.find(new Scope(caller, path, key)).map(Known::resultId);
	}

	private String oneByOne(Waiting waiting, Scope scope, String bodyHash, Supplier<String> create) {
		try {
			if (!waiting.lock.tryLock(this.properties.idempotencyWait().toMillis(), TimeUnit.MILLISECONDS)) {
				throw stillUnderWay();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw stillUnderWay();
		}
		try {
			return this.transaction.execute((status) -> known(scope, bodyHash).orElseGet(() -> {
				String id = create.get();
				this.repository.keepResult(scope, id);
				return id;
			}));
		}
		finally {
			waiting.lock.unlock();
		}
	}

	/** Takes the key, waiting for a node that has just taken it, or tells its result. */
	private Optional<String> known(Scope scope, String bodyHash) {
		if (this.repository.take(scope, bodyHash, this.clock.instant())) {
			return Optional.empty();
		}
		Known known = this.repository.find(scope).orElseThrow(IdempotencyKeys::stillUnderWay);
		if (!known.requestHash().equals(bodyHash)) {
			throw new ConflictException("La clave de Idempotency-Key ya se usó con otro contenido. "
					+ "Use una clave nueva para una petición distinta.");
		}
		return Optional.of(known.resultId());
	}

	/** Forgets keys that nobody will repeat any more. */
	@Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void forgetOld() {
		this.repository.deleteBefore(this.clock.instant().minus(this.properties.idempotencyRetention()));
	}

	private static ConflictException stillUnderWay() {
		return new ConflictException("Una petición igual sigue en curso. Vuelva a intentarlo en unos segundos.");
	}

	/** Those who want the same; counted, so that the last one leaves nothing behind. */
	private static final class Waiting {

		private final ReentrantLock lock = new ReentrantLock();

		private int requests = 1;

		private Waiting join() {
			this.requests++;
			return this;
		}

		private Waiting leave() {
			return (--this.requests == 0) ? null : this;
		}

	}

}
