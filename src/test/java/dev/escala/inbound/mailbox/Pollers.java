package dev.escala.inbound.mailbox;

import java.time.Clock;

import dev.escala.inbound.InboundProperties;
import dev.escala.text.DateTexts;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes nodes that look into a mailbox, and what watches over it. */
public final class Pollers {

	private Pollers() {
	}

	public static MailboxPoller node(InboundProperties properties, JdbcClient jdbc, Clock clock) {
		return new MailboxPoller(properties, new MailboxRepository(jdbc, clock));
	}

	public static MailboxHealth health(InboundProperties properties, JdbcClient jdbc, DateTexts dates, Clock clock) {
		return new MailboxHealth(properties, new MailboxRepository(jdbc, clock), dates, clock);
	}

	/** Keeps a mail as a node does that dies before it puts the mail away. */
	public static void keepOnly(InboundProperties properties, JdbcClient jdbc, Clock clock) throws Exception {
		try (ImapMailbox box = ImapMailbox.open(properties, properties.pollLimit())) {
			MailboxRepository repository = new MailboxRepository(jdbc, clock);
			for (long uid : box.uids()) {
				repository.keep(properties.mailbox(), box.uidValidity(), uid, box.source(uid, 1_000_000), false,
						box.arrival(uid));
			}
		}
	}

}
