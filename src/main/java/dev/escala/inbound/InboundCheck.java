package dev.escala.inbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.escala.inbound.mailbox.MailboxHealth;
import dev.escala.monitoring.SelfCheck;

import org.springframework.stereotype.Component;

/** Finds mails that nobody reads: a mailbox that cannot be opened, a queue that waits. */
@Component
class InboundCheck implements SelfCheck {

	/**
	 * Customers expect a word within a day: whoever decides needs to know well before.
	 */
	private static final Duration PATIENCE = Duration.ofHours(4);

	private final MailboxHealth mailbox;

	private final InboundMailRepository repository;

	private final Clock clock;

	InboundCheck(MailboxHealth mailbox, InboundMailRepository repository, Clock clock) {
		this.mailbox = mailbox;
		this.repository = repository;
		this.clock = clock;
	}

	@Override
	public String kind() {
		return "inbound-mail";
	}

	@Override
	public String description() {
		return "Correo de clientes que no se lee o que espera a que alguien decida";
	}

	@Override
	public String page(String subject) {
		return "/entrada";
	}

	@Override
	public List<Trouble> find() {
		List<Trouble> troubles = new ArrayList<>();
		this.mailbox.trouble().ifPresent((text) -> troubles.add(new Trouble("mailbox", text)));
		this.mailbox.refused().forEach((id, text) -> troubles.add(new Trouble("mail:" + id, text)));
		Instant before = this.clock.instant().minus(PATIENCE);
		long waiting = this.repository.waitingSince(before);
		if (waiting > 0) {
			troubles.add(new Trouble("queue",
					"Hay correos de entrada sin decidir desde hace más de " + PATIENCE.toHours() + " horas (" + waiting
							+ "). Ábralos en /entrada: asígnelos a su caso o " + "descártelos con su motivo."));
		}
		return troubles;
	}

}
