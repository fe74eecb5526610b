package dev.escala.inbound.mailbox;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import dev.escala.inbound.InboundProperties;
import dev.escala.inbound.mail.MailParser;
import dev.escala.inbound.mail.MailText;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Looks into the mailbox and keeps every mail that is not kept yet: first in the
 * database, then it is put away on the server. A crash between the two finds the mail
 * again by its number and only puts it away. One node looks at a time; while it talks to
 * the server it holds no database connection.
 */
@Component
public class MailboxPoller {

	private static final Logger logger = LoggerFactory.getLogger(MailboxPoller.class);

	/** So many mails at most in one look; the next look comes soon. */
	private static final int BATCH = 200;

	/** As much of a mail that is too large as tells who sent it and what it is about. */
	private static final int BEGINNING = 64 * 1024;

	private static final int LONGEST_FAILURE = 500;

	/** So many looks has a server to give a mail; then a person is told. */
	private static final int MOST_LOOKS = 3;

	private final String node = UUID.randomUUID().toString();

	private final InboundProperties properties;

	private final MailboxRepository repository;

	private volatile ImapMailbox open;

	MailboxPoller(InboundProperties properties, MailboxRepository repository) {
		this.properties = properties;
		this.repository = repository;
	}

	/**
	 * Looks once. What goes wrong is kept for the self-audit and tried again the next
	 * time.
	 * @return whether this node looked and the server let it
	 * @throws IllegalStateException within a transaction, which would be held open for as
	 * long as the server likes
	 */
	public boolean poll() {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException("Mails are not fetched within a transaction.");
		}
		String mailbox = this.properties.mailbox();
		// Longer than the sockets live: whoever holds it after that is dead.
		Duration lease = this.properties.pollLimit().plusMinutes(1);
		if (this.properties.host().isBlank() || !this.repository.take(mailbox, this.node, lease)) {
			return false;
		}
		try (ImapMailbox opened = ImapMailbox.open(this.properties)) {
			this.open = opened;
			fetch(opened);
			this.repository.succeeded(mailbox, this.node);
			return true;
		}
		catch (MessagingException | RuntimeException ex) {
			String failure = told(ex);
			logger.warn("The mailbox {} cannot be read: {}", mailbox, failure);
			this.repository.failed(mailbox, this.node, failure);
			return false;
		}
		finally {
			this.open = null;
		}
	}

	/** Ends the conversation that is under way, so that a node can stop. */
	public void stop() {
		ImapMailbox current = this.open;
		if (current != null) {
			current.close();
		}
	}

	private void fetch(ImapMailbox box) throws MessagingException {
		String mailbox = this.properties.mailbox();
		long validity = box.uidValidity();
		List<Long> present = box.uids();
		Set<Long> known = this.repository.known(mailbox, validity, present);
		Set<Long> refused = this.repository.unread(mailbox, validity);
		List<Long> wanted = new ArrayList<>(present);
		wanted.removeAll(known);
		wanted.sort((one, other) -> Boolean.compare(refused.contains(one), refused.contains(other)));
		// First what an earlier look left behind: the server may end this one early. What
		// it never gave stays there for whoever opens it with a mail program.
		known.removeAll(refused);
		box.putAway(known);
		List<Long> kept = new ArrayList<>();
		// What is left comes with the next look; being cut off would look like a failure.
		long until = System.nanoTime() + this.properties.pollLimit().dividedBy(2).toNanos();
		for (Long uid : wanted.subList(0, Math.min(BATCH, wanted.size()))) {
			if (System.nanoTime() - until > 0) {
				break;
			}
			if (keep(box, validity, uid)) {
				kept.add(uid);
			}
		}
		box.putAway(kept);
	}

	/** One mail that the server does not give keeps no other from coming. */
	private boolean keep(ImapMailbox box, long validity, long uid) throws MessagingException {
		String mailbox = this.properties.mailbox();
		int maximum = (int) this.properties.maxMailSize().toBytes();
		try {
			boolean large = box.size(uid) > maximum;
			byte[] source = box.source(uid, large ? BEGINNING : maximum + 1);
			if (source == null) {
				return false;
			}
			if (source.length > maximum) {
				source = Arrays.copyOf(source, BEGINNING);
				large = true;
			}
			this.repository.keep(mailbox, validity, uid, source, large);
			return true;
		}
		catch (MessagingException | IOException | RuntimeException ex) {
			if (ex instanceof DataAccessException) {
				// Our own trouble, not the mail's.
				throw (DataAccessException) ex;
			}
			refused(box, validity, uid, told(ex));
			if (!box.isConnected()) {
				throw new MessagingException(told(ex), ex);
			}
			return false;
		}
	}

	/** After some looks a person gets what there is of the mail. */
	private void refused(ImapMailbox box, long validity, long uid, String failure) {
		String mailbox = this.properties.mailbox();
		int looks = this.repository.unread(mailbox, validity, uid, failure);
		if (looks == 1) {
			logger.warn("The server does not give mail {} of {}: {}", uid, mailbox, failure);
		}
		if (looks >= MOST_LOOKS) {
			byte[] headers = box.isConnected() ? box.headers(uid) : new byte[0];
			this.repository.giveUp(mailbox, validity, uid, headers, MailParser.parse(headers),
					"El servidor no entrega este correo: " + failure + ". Sigue en la carpeta "
							+ this.properties.folder()
							+ " del buzón: ábralo allí con un programa de correo y pase a mano lo que diga a su caso.");
		}
	}

	/** What went wrong on one line, and never the password, whatever a server echoes. */
	private String told(Exception problem) {
		StringBuilder text = new StringBuilder(
				(problem instanceof AuthenticationFailedException) ? "Authentication failed" : "");
		for (Throwable next = problem; next != null; next = next.getCause()) {
			String said = (next.getMessage() == null) ? next.getClass().getSimpleName() : next.getMessage();
			if (text.indexOf(said) < 0) {
				text.append(text.isEmpty() ? "" : " / ").append(said);
			}
		}
		String line = this.properties.password().isEmpty() ? text.toString()
				: text.toString().replace(this.properties.password(), "***");
		return MailText.line(line, LONGEST_FAILURE);
	}

}
