package dev.escala.inbound.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.escala.inbound.InboundProperties;
import dev.escala.text.DateTexts;

import org.springframework.stereotype.Component;

/** Says what is wrong with the mailbox, so that a person mends it. */
@Component
public class MailboxHealth {

	/** A network that stutters is nobody's business. */
	private static final Duration STUTTER = Duration.ofMinutes(5);

	private final InboundProperties properties;

	private final MailboxRepository repository;

	private final DateTexts dates;

	private final Clock clock;

	MailboxHealth(InboundProperties properties, MailboxRepository repository, DateTexts dates, Clock clock) {
		this.properties = properties;
		this.repository = repository;
		this.dates = dates;
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
		return state.filter((known) -> known.failingSince() != null)
			.filter((known) -> isLogin(known.failure()) || isOld(known.failingSince()))
			.map((known) -> "No se puede leer el buzón " + this.properties.mailbox() + ". "
					+ (isLogin(known.failure()) ? "El servidor no acepta el usuario o la contraseña"
							: "El servidor o la red fallan")
					+ ": " + known.failure()
					+ ". Los correos siguen en el servidor y nadie los contesta. Revise escala.inbound.* y el servidor.");
	}

	/**
	 * Each mail that the server does not give and nobody has decided about, by our id of
	 * it: who sent it, when, what it is about and what to do, in Spanish.
	 */
	public Map<Long, String> refused() {
		if (this.properties.host().isBlank()) {
			return Map.of();
		}
		Map<Long, String> texts = new LinkedHashMap<>();
		this.repository.refused(this.properties.mailbox())
			.forEach((mail) -> texts.put(mail.id(), "El servidor no entrega un correo del buzón "
					+ this.properties.mailbox() + " de "
					+ (mail.sender().isEmpty() ? "un remitente que no dice" : mail.sender()) + ", del "
					+ this.dates.brief(mail.date()) + ", con el asunto «" + mail.subject()
					+ "». Ábralo en /entrada: allí está lo que se sabe de él. Léalo en el buzón con un programa de correo."));
		return texts;
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
