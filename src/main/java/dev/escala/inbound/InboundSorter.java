package dev.escala.inbound;

import java.time.Clock;
import java.time.Duration;

import dev.escala.inbound.InboundMail.Status;
import dev.escala.inbound.mail.MailOrigin;
import dev.escala.inbound.mail.ParsedMail;

import org.springframework.stereotype.Component;

/** Decides what becomes of a mail; changes nothing but what a bounce says. */
@Component
class InboundSorter {

	private final InboundQueueRepository repository;

	private final MatterMatcher matcher;

	private final BouncedMail bounced;

	private final InboundProperties properties;

	private final Clock clock;

	private final MailReader reader;

	InboundSorter(InboundQueueRepository repository, MatterMatcher matcher, BouncedMail bounced,
			InboundProperties properties, MailReader reader, Clock clock) {
		this.repository = repository;
		this.matcher = matcher;
		this.bounced = bounced;
		this.properties = properties;
		this.clock = clock;
		this.reader = reader;
	}

	/**
	 * Decides about a mail.
	 * @param id the mail
	 * @param contentHash what it says, with its Message-ID, or {@code null} where it has
	 * none
	 */
	Verdict sort(long id, ParsedMail mail, byte[] contentHash) {
		if (this.repository.isRepeated(id, contentHash)) {
			return Verdict.of(Status.DUPLICATE, "El mismo correo ya había llegado.");
		}
		return switch (MailOrigin.of(mail, this.reader.ourselves())) {
			case REPORT -> this.bounced.take(mail);
			case OURSELVES ->
				Verdict.of(Status.AUTOMATIC, "Lo envió Escala misma: alguna regla de correo lo devuelve aquí.");
			case MACHINE ->
				Verdict.of(Status.AUTOMATIC, "Es una respuesta automática o un envío masivo: no empieza ningún plazo.");
			case PERSON -> person(id, mail);
		};
	}

	private Verdict person(long id, ParsedMail mail) {
		if (mail.sender() != null && this.repository.countOf(mail.sender(), id,
				this.clock.instant().minus(Duration.ofHours(1))) >= this.properties.maxPerSender()) {
			return Verdict.of(Status.HELD, "Su remitente ha enviado más de " + this.properties.maxPerSender()
					+ " correos en una hora: los demás se guardan aparte.");
		}
		return this.matcher.match(mail);
	}

}
