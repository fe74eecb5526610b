package dev.escala.notification.channel;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

import dev.escala.limit.SocketDeadline;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;

import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * A connection to the mail server, kept while one mail follows another: greeting, TLS and
 * login cost many times what a mail does. Of one thread at a time; each mail has the
 * whole deadline for itself.
 */
final class MailLine implements AutoCloseable {

	/** Many servers end a connection after a hundred mails. */
	private static final int MOST = 100;

	/** RFC 5322, 3.3. */
	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z",
			Locale.ENGLISH);

	private final SocketDeadline.Conversation conversation;

	private Transport transport;

	private volatile int sent;

	/** By the clock of the machine, which nobody sets. */
	private volatile long usedAt = System.nanoTime();

	private MailLine(SocketDeadline.Conversation conversation) {
		this.conversation = conversation;
	}

	/** Begins a conversation; the server is called with the first mail. */
	static MailLine begin(SocketDeadline deadline) {
		return new MailLine(deadline.begin());
	}

	/** Whether mails have gone through it, so that the server may have ended it since. */
	boolean isUsed() {
		return this.sent > 0;
	}

	/** Whether another mail may go through it. */
	boolean isOpen() {
		return this.sent < MOST;
	}

	/** Whether no mail has gone through it for that long. */
	boolean isIdleFor(Duration time) {
		return System.nanoTime() - this.usedAt >= time.toNanos();
	}

	/** Whether the deadline of the mail has passed. */
	boolean isOver() {
		return this.conversation.isOver();
	}

	/**
	 * Hands a mail to the server.
	 * @param now the time that the mail bears
	 * @throws MessagingException where the server did not say that it took it
	 */
	void send(JavaMailSenderImpl server, MimeMessage mail, Instant now) throws MessagingException {
		this.conversation.renew();
		if (this.transport == null) {
			this.transport = connect(server);
		}
		String id = mail.getMessageID();
		mail.setHeader("Date", DATE.format(now.atOffset(ZoneOffset.UTC)));
		mail.saveChanges();
		// Saving gives it another one.
		mail.setHeader("Message-ID", id);
		this.transport.sendMessage(mail, mail.getAllRecipients());
		this.sent = this.sent + 1;
		this.usedAt = System.nanoTime();
	}

	private static Transport connect(JavaMailSenderImpl server) throws MessagingException {
		String protocol = Optional.ofNullable(server.getProtocol())
			.or(() -> Optional.ofNullable(server.getSession().getProperty("mail.transport.protocol")))
			.orElse(JavaMailSenderImpl.DEFAULT_PROTOCOL);
		Transport transport = server.getSession().getTransport(protocol);
		transport.connect(server.getHost(), server.getPort(), orNull(server.getUsername()),
				orNull(server.getPassword()));
		return transport;
	}

	private static String orNull(String text) {
		return (text == null || text.isEmpty()) ? null : text;
	}

	/** Says goodbye; what the server answers changes nothing any more. */
	@Override
	public void close() {
		try (this.conversation) {
			if (this.transport != null) {
				this.conversation.renew();
				this.transport.close();
			}
		}
		catch (MessagingException ex) {
			// Every mail was answered before.
		}
	}

}
