package dev.escala.notification;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.escala.notification.OutboxStore.Claimed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends what waits in the outbox. Any number of nodes may run it at once. A message is
 * marked as being sent, and that mark committed, before the mail server hears of it;
 * during the conversation no database connection is held.
 */
@Service
public class Dispatcher {

	private static final Logger logger = LoggerFactory.getLogger(Dispatcher.class);

	/** So many messages at most in one run. */
	private static final int BATCH = 50;

	/** Longer than any conversation with a mail server; then its node is dead. */
	private static final Duration LEASE = Duration.ofMinutes(5);

	/** Waiting times after the first, second… failed attempt. */
	private static final List<Duration> DELAYS = List.of(Duration.ofSeconds(10), Duration.ofMinutes(1),
			Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));

	private final String node = UUID.randomUUID().toString();

	private final OutboxStore store;

	private final Mailer mailer;

	@Autowired
	Dispatcher(OutboxStore store, ObjectProvider<JavaMailSender> sender, NotificationProperties properties) {
		this(store,
				sender.stream()
					.filter(Dispatcher::isConfigured)
					.findFirst()
					.map((found) -> new Mailer(found, properties))
					.orElse(null));
	}

	Dispatcher(OutboxStore store, Mailer mailer) {
		this.store = store;
		this.mailer = mailer;
		if (mailer == null) {
			logger.warn("No mail server is configured (spring.mail.host): messages are kept and none is sent.");
		}
	}

	/** A host that is set to nothing, as container files do, is no host; none is JNDI. */
	private static boolean isConfigured(JavaMailSender sender) {
		return !(sender instanceof JavaMailSenderImpl configured) || configured.getHost() == null
				|| !configured.getHost().isBlank();
	}

	/**
	 * Sends the messages that are due now, one after the other.
	 * @return how many were tried
	 * @throws IllegalStateException within a transaction, because the mark on a message
	 * must be committed before the message leaves
	 */
	public int run() {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException("Messages are not sent within a transaction.");
		}
		int lost = this.store.giveUpOn(LEASE,
				"No se sabe si llegó: Escala se detuvo mientras lo enviaba. No se reenvía por sí solo.");
		if (lost > 0) {
			logger.warn("{} messages were being sent when their node stopped; their state is UNKNOWN.", lost);
		}
		int tried = 0;
		boolean reachable = this.mailer != null;
		while (reachable && tried < BATCH) {
			// One at a time: a crash leaves one message in doubt, not a batch.
			Optional<Claimed> message = this.store.claim(this.node);
			if (message.isEmpty()) {
				break;
			}
			reachable = send(message.get());
			tried++;
		}
		return tried;
	}

	/** Sends one message and says whether it makes sense to go on with the next. */
	private boolean send(Claimed message) {
		Delivery delivery = this.mailer.send(message);
		switch (delivery.result()) {
			case SENT -> this.store.sent(message);
			case REFUSED_FOR_NOW -> retry(message, "El servidor de correo lo rechazó por ahora: " + delivery.detail());
			case UNREACHABLE -> retry(message, "No se pudo hablar con el servidor de correo: " + delivery.detail());
			case REFUSED -> fail(message, "El servidor de correo lo rechazó: " + delivery.detail());
			case UNKNOWN -> {
				logger.warn("Message {} of {}: the mail server did not say whether it took it: {}", message.id(),
						message.caseNumber(), delivery.detail());
				this.store.unknown(message,
						"No se sabe si llegó: el servidor de correo no contestó. No se reenvía por sí solo. "
								+ delivery.detail());
			}
		}
		return delivery.result() != Delivery.Result.UNREACHABLE;
	}

	private void retry(Claimed message, String error) {
		if (message.tries() > DELAYS.size()) {
			fail(message, "No se pudo entregar en " + message.tries() + " intentos. " + error);
			return;
		}
		this.store.retry(message, DELAYS.get(message.tries() - 1), error);
	}

	private void fail(Claimed message, String error) {
		logger.warn("Message {} of {} cannot be delivered: {}", message.id(), message.caseNumber(), error);
		this.store.failed(message, error);
	}

}
