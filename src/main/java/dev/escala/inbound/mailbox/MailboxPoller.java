package dev.escala.inbound.mailbox;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

	/** So often in a row may a server hang up on new mails before that is its failure. */
	private static final int MOST_IN_A_ROW = 5;

	/** So many mails that it has refused before are tried again in one look. */
	private static final int MOST_AGAIN = 50;

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
		try {
			Look look = new Look(System.nanoTime());
			boolean over = false;
			while (!over && look.hasTime(this.properties.pollLimit())) {
				over = converse(look);
			}
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

	/**
	 * One conversation. Some servers hang up on a mail that they do not give: the others
	 * come with the next conversation of the same look.
	 * @return whether the look is over
	 */
	private boolean converse(Look look) throws MessagingException {
		Duration left = this.properties.pollLimit().minusNanos(System.nanoTime() - look.begin);
		try (ImapMailbox opened = ImapMailbox.open(this.properties, left)) {
			this.open = opened;
			return giveUp(opened, look) && fetch(opened, look);
		}
	}

	/**
	 * @return whether the server still talks to us
	 */
	private boolean fetch(ImapMailbox box, Look look) throws MessagingException {
		String mailbox = this.properties.mailbox();
		long validity = box.uidValidity();
		List<Long> present = box.uids();
		Set<Long> known = this.repository.known(mailbox, validity, present);
		Set<Long> refused = this.repository.unread(mailbox, validity);
		List<Long> wanted = new ArrayList<>(present);
		wanted.removeAll(known);
		wanted.removeAll(look.refused);
		wanted.sort((one, other) -> Boolean.compare(refused.contains(one), refused.contains(other)));
		// First what an earlier look left behind: the server may end this one early. What
		// it never gave stays there for whoever opens it with a mail program.
		known.removeAll(refused);
		box.putAway(known);
		List<Long> kept = new ArrayList<>();
		for (Long uid : wanted.subList(0, Math.min(BATCH - look.tried, wanted.size()))) {
			if (!look.hasTime(this.properties.pollLimit())) {
				break;
			}
			boolean again = refused.contains(uid);
			if (again && look.again++ >= MOST_AGAIN) {
				break;
			}
			look.tried++;
			if (keep(box, validity, uid, look)) {
				kept.add(uid);
				look.inARow = 0;
			}
			else if (!box.isConnected()) {
				look.hungUp(again);
				return false;
			}
		}
		box.putAway(kept);
		return giveUp(box, look);
	}

	/** One mail that the server does not give keeps no other from coming. */
	private boolean keep(ImapMailbox box, long validity, long uid, Look look) {
		String mailbox = this.properties.mailbox();
		int maximum = (int) this.properties.maxMailSize().toBytes();
		try {
			boolean large = box.size(uid) > maximum;
			Instant arrived = box.arrival(uid);
			byte[] source = box.source(uid, large ? BEGINNING : maximum + 1);
			if (source == null) {
				return false;
			}
			if (source.length > maximum) {
				source = Arrays.copyOf(source, BEGINNING);
				large = true;
			}
			this.repository.keep(mailbox, validity, uid, source, large, arrived);
			return true;
		}
		catch (MessagingException | IOException | RuntimeException ex) {
			if (ex instanceof DataAccessException) {
				// Our own trouble, not the mail's.
				throw (DataAccessException) ex;
			}
			refused(validity, uid, told(ex), look);
			return false;
		}
	}

	private void refused(long validity, long uid, String failure, Look look) {
		String mailbox = this.properties.mailbox();
		look.refused.add(uid);
		look.failure = failure;
		int looks = this.repository.unread(mailbox, validity, uid, failure);
		if (looks == 1) {
			logger.warn("The server does not give mail {} of {}: {}", uid, mailbox, failure);
		}
		if (looks >= MOST_LOOKS) {
			look.givenUp.put(uid, failure);
		}
	}

	/**
	 * After some looks a person gets what there is of a mail.
	 * @return whether the server still talks to us
	 */
	private boolean giveUp(ImapMailbox box, Look look) throws MessagingException {
		String mailbox = this.properties.mailbox();
		long validity = box.uidValidity();
		while (!look.givenUp.isEmpty()) {
			long uid = look.givenUp.keySet().iterator().next();
			String failure = look.givenUp.remove(uid);
			byte[] headers = box.headers(uid);
			this.repository.giveUp(mailbox, validity, uid, headers, MailParser.parse(headers),
					"El servidor no entrega este correo: " + failure + ". Sigue en la carpeta "
							+ this.properties.folder()
							+ " del buzón: ábralo allí con un programa de correo y pase a mano lo que diga a su caso.");
			if (!box.isConnected()) {
				return false;
			}
		}
		return true;
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

	/** What a look has done, over all of its conversations. */
	private static final class Look {

		private final long begin;

		private final Set<Long> refused = new HashSet<>();

		/** Why the server never gave them, by their numbers. */
		private final Map<Long, String> givenUp = new LinkedHashMap<>();

		private int tried;

		private int again;

		private int inARow;

		private String failure;

		Look(long begin) {
			this.begin = begin;
		}

		/** A server that hangs up on every mail has a trouble of its own. */
		void hungUp(boolean before) throws MessagingException {
			this.inARow += before ? 0 : 1;
			if (this.inARow >= MOST_IN_A_ROW) {
				throw new MessagingException(this.failure);
			}
		}

		/**
		 * What is left comes with the next look; being cut off would look like a failure.
		 */
		boolean hasTime(Duration limit) {
			return System.nanoTime() - this.begin < limit.dividedBy(2).toNanos();
		}

	}

}
