package dev.escala.notification.channel;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import dev.escala.notification.Lane;
import dev.escala.notification.OutboxQueueRepository;
import dev.escala.notification.OutboxQueueRepository.Claimed;
import dev.escala.notification.channel.Delivery.Result;
import dev.escala.text.Sentences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends what waits in the outbox, each queue by itself. Any number of nodes may run it at
 * once. A message is marked as being sent, and that mark committed, before the server
 * hears of it; during the conversation no database connection is held.
 */
@Service
public class Dispatcher {

	private static final Logger logger = LoggerFactory.getLogger(Dispatcher.class);

	/** A node that sends says so more often; later it is dead. */
	private static final Duration LEASE = Duration.ofSeconds(45);

	/** Nodes that are started one by one may know a new endpoint a little later. */
	private static final Duration UNKNOWN_ENDPOINT = Duration.ofHours(1);

	private final String node = UUID.randomUUID().toString();

	private final OutboxQueueRepository repository;

	private final Channels channels;

	private final RetrySchedule retries;

	private final ApplicationEventPublisher events;

	/** What this node has marked and not yet written down. */
	private final Set<Claimed> underway = ConcurrentHashMap.newKeySet();

	/** What became of messages while the database was away. */
	private final Queue<Runnable> late = new ConcurrentLinkedQueue<>();

	private volatile boolean stopping;

	Dispatcher(OutboxQueueRepository repository, Channels channels, RetrySchedule retries,
			ApplicationEventPublisher events) {
		this.repository = repository;
		this.channels = channels;
		this.retries = retries;
		this.events = events;
	}

	/**
	 * Sends the messages that are due now, one after the other.
	 * @return how many were tried
	 * @throws IllegalStateException within a transaction, because the mark on a message
	 * must be committed before the message leaves
	 */
	public int run() {
		tidyUp();
		return lanes().stream().mapToInt((lane) -> {
			try {
				return run(lane, () -> {
				});
			}
			finally {
				lane.sender().rest(Duration.ZERO);
			}
		}).sum();
	}

	List<OutgoingLane> lanes() {
		return this.channels.lanes();
	}

	void start() {
		this.stopping = false;
	}

	/** Lets every queue end with the message that it is sending. */
	void stop() {
		this.stopping = true;
	}

	/**
	 * Says which messages this node is still sending, and looks after those that nobody
	 * sends any more.
	 */
	void tidyUp() {
		writeDownLate();
		if (!this.underway.isEmpty()) {
			this.repository.renew(this.underway, this.node);
		}
		int lost = this.repository.giveUpOn(LEASE,
				"No se sabe si llegó: Escala se detuvo mientras lo enviaba. No se reenvía por sí solo.");
		if (lost > 0) {
			logger.warn("{} messages were being sent when their node stopped; their state is UNKNOWN.", lost);
		}
		int again = this.repository.takeBack(LEASE);
		if (again > 0) {
			logger.warn("{} webhooks and notices were being sent when their node stopped; they are sent again.", again);
		}
		int orphans = this.repository.failWithout(this.channels.names(), UNKNOWN_ENDPOINT,
				"Ningún canal de la configuración se llama ya así.");
		if (orphans > 0) {
			logger.warn("{} messages were for endpoints that are not configured any more; they FAILED.", orphans);
		}
	}

	/**
	 * Sends what is due in one queue, as long as its server answers. Any number of
	 * threads may do so.
	 * @param taken is told of each message that is taken: there may be more
	 * @return how many were tried
	 */
	int run(OutgoingLane lane, Runnable taken) {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException("Messages are not sent within a transaction.");
		}
		writeDownLate();
		int tried = 0;
		boolean goOn = true;
		while (goOn && !this.stopping && lane.breaker().permits()) {
			// One at a time: a crash leaves one message in doubt, not a batch.
			Optional<Claimed> message = claim(lane);
			if (message.isEmpty()) {
				break;
			}
			taken.run();
			goOn = send(lane, message.get());
			tried++;
		}
		return tried;
	}

	private Optional<Claimed> claim(OutgoingLane lane) {
		Optional<Claimed> message = Optional.empty();
		try {
			message = this.repository.claim(lane.lane(), this.node);
			message.ifPresent(this.underway::add);
		}
		finally {
			if (message.isEmpty()) {
				lane.breaker().unused();
			}
		}
		return message;
	}

	/** Sends one message and says whether it makes sense to go on with the next. */
	private boolean send(OutgoingLane lane, Claimed message) {
		Delivery delivery;
		try {
			delivery = lane.sender().send(message);
		}
		catch (RuntimeException ex) {
			// A mistake of ours: how far it got, nobody knows.
			logger.error("Message {} of {} could not be handed over", message.id(), message.caseNumber(), ex);
			delivery = new Delivery(Result.UNKNOWN, ex.getClass().getSimpleName());
		}
		// First the breaker: writing it down may fail, and the server is as it is.
		boolean isBack = tell(lane.breaker(), delivery);
		boolean isWritten = writeDownOrKeep(lane.lane(), message, delivery);
		if (isBack) {
			logger.info("{} answers again.", lane.lane().id());
			this.repository.wake(lane.lane());
		}
		return isWritten && delivery.pause() == null && delivery.result() != Result.UNREACHABLE
				&& delivery.result() != Result.UNKNOWN;
	}

	/** Tells the breaker, and says whether the server was away until now. */
	private static boolean tell(LaneBreaker breaker, Delivery delivery) {
		if (delivery.pause() != null) {
			breaker.waitFor(delivery.pause());
			return false;
		}
		return switch (delivery.result()) {
			case SENT, REFUSED, REFUSED_FOR_NOW -> breaker.answered();
			case UNREACHABLE, UNKNOWN -> {
				breaker.failed(delivery.result() == Result.UNKNOWN);
				yield false;
			}
		};
	}

	/**
	 * What the server has taken stays known while the database is away, and is written
	 * down when it is back.
	 * @return whether it is written down
	 */
	private boolean writeDownOrKeep(Lane lane, Claimed message, Delivery delivery) {
		try {
			writeDown(lane, message, delivery);
			return true;
		}
		catch (DataAccessException ex) {
			logger.warn("What became of message {} of {} is written down later: {}", message.id(), message.caseNumber(),
					ex.getMessage());
			this.late.add(() -> writeDown(lane, message, delivery));
			return false;
		}
	}

	private void writeDownLate() {
		for (Runnable next = this.late.poll(); next != null; next = this.late.poll()) {
			try {
				next.run();
			}
			catch (DataAccessException ex) {
				this.late.add(next);
				throw ex;
			}
		}
	}

	private void writeDown(Lane lane, Claimed message, Delivery delivery) {
		String detail = (delivery.detail() == null) ? "" : delivery.detail();
		switch (delivery.result()) {
			case SENT -> this.repository.sent(message);
			case REFUSED_FOR_NOW -> retry(lane, message, delivery, lane.server() + " lo rechazó por ahora: " + detail);
			case UNREACHABLE -> retry(lane, message, delivery, lane.unreachable() + detail);
			case REFUSED -> fail(lane, message, lane.server() + " lo rechazó: " + detail);
			case UNKNOWN -> {
				logger.warn("Message {} of {}: {} did not say whether it took it: {}", message.id(),
						message.caseNumber(), lane.id(), detail);
				this.repository.unknown(message, "No se sabe si llegó: " + lane.subject()
						+ " no contestó. No se reenvía por sí solo. " + detail);
			}
		}
		this.underway.remove(message);
		if (delivery.result() == Result.SENT) {
			this.events.publishEvent(new MessageSent(message.caseNumber(), message.step()));
		}
	}

	private void retry(Lane lane, Claimed message, Delivery delivery, String error) {
		this.retries.after(message.tries(), delivery.pause())
			.ifPresentOrElse((delay) -> this.repository.retry(message, delay, error),
					() -> fail(lane, message, "No se pudo entregar en "
							+ Sentences.counted(message.tries(), "intento", "intentos") + ". " + error));
	}

	private void fail(Lane lane, Claimed message, String error) {
		logger.warn("Message {} of {} cannot be delivered to {}: {}", message.id(), message.caseNumber(), lane.id(),
				error);
		this.repository.failed(message, error);
	}

}
