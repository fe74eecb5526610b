package dev.escala.inbound.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import dev.escala.inbound.InboundProperties;

import org.springframework.stereotype.Component;

/** Says what is wrong with the mailbox, so that a person mends it. */
@Component
public class MailboxHealth {

	/** A network that stutters is nobody's business. */
	private static final Duration STUTTER = Duration.ofMinutes(5);

	private final InboundProperties properties;

	private final MailboxRepository repository;

	private final Clock clock;

	MailboxHealth(InboundProperties properties, MailboxRepository repository, Clock clock) {
		this.properties = properties;
		this.repository = repository;
		this.clock = clock;
	}

	/**
	 * What is wrong and what to do, in Spanish; empty where all is well or none is set.
	 */
	public Optional<String> trouble() {
		if (this.properties.host().isBlank()) {
			return Optional.empty();
		}
		Optional<MailboxRepository.State> state = this.repository.state(this.properties.mailbox());
		Optional<String> failing = state.filter((known) -> known.failingSince() != null)
			.filter((known) -> isLogin(known.failure()) || isOld(known.failingSince()))
			.map((known) -> "No se puede leer el buzón " + this.properties.mailbox() + ". "
					+ (isLogin(known.failure()) ? "El servidor no acepta el usuario o la contraseña"
							: "El servidor o la red fallan")
					+ ": " + known.failure()
					+ ". Los correos siguen en el servidor y nadie los contesta. Revise escala.inbound.* y el servidor.");
		if (failing.isPresent()) {
			return failing;
		}
		long unread = this.repository.unreadable(this.properties.mailbox());
		return (unread == 0) ? Optional.empty()
				: Optional.of("El servidor no entrega " + unread + " correos del buzón " + this.properties.mailbox()
						+ ". Ábralos con un programa de correo y pase a mano lo que digan a su caso.");
	}

	private boolean isOld(Instant since) {
		return since.plus(STUTTER).isBefore(this.clock.instant());
	}

	private static boolean isLogin(String failure) {
		String text = failure.toLowerCase(Locale.ROOT);
		return text.contains("authenticat") || text.contains("login") || text.contains("credential")
				|| text.contains("password");
	}

}
