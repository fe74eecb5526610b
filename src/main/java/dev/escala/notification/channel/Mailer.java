package dev.escala.notification.channel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;

import dev.escala.limit.SocketDeadline;
import dev.escala.notification.Attachments;
import dev.escala.notification.Lane;
import dev.escala.notification.MailAddress;
import dev.escala.notification.MailFile;
import dev.escala.notification.NotificationProperties;
import dev.escala.notification.OutboxQueueRepository.Claimed;
import dev.escala.notification.ReturnPaths;
import dev.escala.notification.channel.Delivery.Result;
import dev.escala.text.Shortening;
import dev.escala.text.Storable;
import jakarta.activation.FileTypeMap;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.StreamProvider;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailStreamProvider;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.dao.DataAccessException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Hands one mail to the mail server and says honestly what is known afterwards. */
class Mailer implements Sender {

	private static final int LONGEST_DETAIL = 500;

	/** For a whole mail. */
	private static final Duration DEADLINE = Duration.ofMinutes(2);

	private static final FileTypeMap FILE_TYPES = FileTypeMap.getDefaultFileTypeMap();

	static {
		// Otherwise the library looks through the whole class path for its only
		// provider, ten times for each mail. Whoever runs it may have named another.
		System.getProperties().putIfAbsent(StreamProvider.class.getName(), MailStreamProvider.class.getName());
	}

	private final JavaMailSenderImpl server;

	private final NotificationProperties properties;

	private final ReturnPaths returnPaths;

	private final Attachments attachments;

	private final Clock clock;

	private final int connections;

	private final SocketDeadline deadline;

	/** Connections between two mails. */
	private final Deque<MailLine> lines = new ConcurrentLinkedDeque<>();

	Mailer(JavaMailSenderImpl server, NotificationProperties properties, ReturnPaths returnPaths,
			Attachments attachments, Clock clock, int connections) {
		this(server, properties, returnPaths, attachments, clock, connections, DEADLINE);
	}

	Mailer(JavaMailSenderImpl server, NotificationProperties properties, ReturnPaths returnPaths,
			Attachments attachments, Clock clock, int connections, Duration deadline) {
		this.server = server;
		this.properties = properties;
		this.returnPaths = returnPaths;
		this.attachments = attachments;
		this.clock = clock;
		this.connections = connections;
		this.deadline = new SocketDeadline(deadline);
		// A session out of JNDI is its administrator's, and is lost with other
		// properties.
		if (server.getHost() != null) {
			limitWaiting(server, this.deadline);
		}
	}

	@Override
	public Lane lane() {
		return Lane.MAIL;
	}

	@Override
	public int connections() {
		return this.connections;
	}

	@Override
	public Delivery send(Claimed message) {
		Outgoing mail = new Outgoing(this.server.getSession());
		try {
			compose(mail, message);
		}
		catch (MessagingException | IOException | IllegalArgumentException ex) {
			return new Delivery(Result.REFUSED, detail(ex));
		}
		catch (DataAccessException ex) {
			// Nobody has heard of the mail yet.
			return new Delivery(Result.REFUSED_FOR_NOW, "No se pudo leer el archivo adjunto.");
		}
		return send(mail);
	}

	private Delivery send(Outgoing mail) {
		MailLine line = line();
		try {
			line.send(this.server, mail, this.clock.instant());
		}
		catch (MessagingException ex) {
			boolean isEnded = line.isUsed() && !mail.written && isAboutConnection(replyCode(ex));
			boolean isOver = line.isOver();
			line.close();
			if (isEnded) {
				// The server ended a kept connection between two mails.
				return send(mail);
			}
			Delivery delivery = explain(ex, mail.written);
			return (isOver && delivery.detail() != null)
					? new Delivery(delivery.result(), "La conversación duraba demasiado. " + delivery.detail())
					: delivery;
		}
		catch (RuntimeException ex) {
			line.close();
			throw ex;
		}
		keep(line);
		return new Delivery(Result.SENT, null);
	}

	private MailLine line() {
		MailLine kept = this.lines.pollFirst();
		return (kept != null) ? kept : MailLine.begin(this.deadline);
	}

	/** The one that was used last is used next, so that the others come to rest. */
	private void keep(MailLine line) {
		if (line.isOpen()) {
			this.lines.addFirst(line);
		}
		else {
			line.close();
		}
	}

	@Override
	public void rest(Duration idle) {
		for (MailLine line : this.lines) {
			// Whoever takes it out owns it.
			if (line.isIdleFor(idle) && this.lines.remove(line)) {
				line.close();
			}
		}
	}

	private void compose(Outgoing mail, Claimed message) throws MessagingException, IOException {
		String from = this.properties.customerCare().mailFrom();
		MimeMessageHelper helper = new Helper(mail);
		helper.setFrom(from, this.properties.organisationName());
		this.returnPaths.of(message.id(), message.recipient()).ifPresent(mail::setEnvelopeFrom);
		helper.setReplyTo(from, this.properties.organisationName());
		helper.setTo(new jakarta.mail.internet.InternetAddress(MailAddress.withAsciiDomain(message.recipient()),
				message.recipientName().isEmpty() ? null : message.recipientName(), StandardCharsets.UTF_8.name()));
		helper.setSubject(message.subject());
		helper.setText(message.text(), message.html());
		if (message.attachment() != null) {
			attach(helper, message.attachment());
		}
		mail.setContentLanguage(new String[] { message.locale() });
		String domain = this.properties.customerCare().domain();
		String number = message.caseNumber().value().replaceAll("[^A-Za-z0-9-]", "");
		mail.setHeader("Message-ID", "<escala-outbox-" + message.id() + "." + number + "@" + domain + ">");
		// A mail that never existed, named by all: programs show a case as one thread.
		mail.setHeader("References", "<escala-case." + number + "@" + domain + ">");
		// Keeps absence notices from answering.
		mail.setHeader("Auto-Submitted", "auto-generated");
		// Lets us recognise our own mail where somebody's rule sends it back.
		mail.setHeader("X-Escala-Loop", number);
	}

	private void attach(MimeMessageHelper helper, String reference) throws MessagingException {
		MailFile file = this.attachments.find(reference)
			.orElseThrow(() -> new MessagingException("El archivo adjunto ya no existe."));
		helper.addAttachment(file.name(), new ByteArrayResource(file.content()), file.type());
	}

	private static Delivery explain(MessagingException problem, boolean written) {
		int code = replyCode(problem);
		if (problem instanceof AuthenticationFailedException || isAboutLogin(code)) {
			return new Delivery(Result.UNREACHABLE, detail(problem));
		}
		if (code >= 500) {
			return new Delivery(Result.REFUSED, detail(problem));
		}
		if (code >= 400) {
			return new Delivery(Result.REFUSED_FOR_NOW, detail(problem));
		}
		return new Delivery(written ? Result.UNKNOWN : Result.UNREACHABLE, detail(problem));
	}

	/** No answer at all, or that the server is going (RFC 5321, 3.8). */
	private static boolean isAboutConnection(int code) {
		return code < 0 || code == 421;
	}

	/** What the server answered last, or -1 where it did not answer. */
	private static int replyCode(Throwable problem) {
		int code = -1;
		for (Throwable next = problem; next != null; next = next(next)) {
			if (next instanceof SMTPAddressFailedException refused) {
				code = refused.getReturnCode();
			}
			else if (next instanceof SMTPSenderFailedException refused) {
				code = refused.getReturnCode();
			}
			else if (next instanceof SMTPSendFailedException refused) {
				code = refused.getReturnCode();
			}
		}
		return code;
	}

	private static Throwable next(Throwable problem) {
		return (problem instanceof MessagingException messaging) ? messaging.getNextException() : null;
	}

	/** The mail is fine, our configuration is not: worth waiting for its repair. */
	private static boolean isAboutLogin(int code) {
		return code == 530 || code == 534 || code == 535 || code == 538;
	}

	private static String detail(Throwable problem) {
		StringBuilder text = new StringBuilder();
		for (Throwable next = problem; next != null; next = next(next)) {
			String said = (next.getMessage() == null) ? next.getClass().getSimpleName() : next.getMessage();
			if (text.indexOf(said) < 0) {
				text.append(text.isEmpty() ? "" : " / ").append(said);
			}
		}
		String line = Storable.storable(text.toString()).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
		return Shortening.beginning(line, LONGEST_DETAIL);
	}

	/** A server that does not answer must not hold the dispatcher for ever. */
	private static void limitWaiting(JavaMailSenderImpl sender, SocketDeadline deadline) {
		String prefix = "mail." + ((sender.getProtocol() == null) ? "smtp" : sender.getProtocol()) + ".";
		Properties limited = new Properties();
		limited.setProperty(prefix + "connectiontimeout", "5000");
		limited.setProperty(prefix + "timeout", "10000");
		limited.setProperty(prefix + "writetimeout", "10000");
		limited.put(prefix + "socketFactory", deadline);
		// Otherwise a socket that the deadline closed would be followed by another one.
		limited.setProperty(prefix + "socketFactory.fallback", "false");
		limited.putAll(sender.getJavaMailProperties());
		sender.setJavaMailProperties(limited);
	}

	/** Reads no list of file types for each mail: our files say what they are. */
	private static final class Helper extends MimeMessageHelper {

		Helper(MimeMessage mail) throws MessagingException {
			super(mail, true, StandardCharsets.UTF_8.name());
		}

		@Override
		protected FileTypeMap getDefaultFileTypeMap(MimeMessage mail) {
			return FILE_TYPES;
		}

	}

	/**
	 * Remembers whether it was written to the server as a whole: from then on, no answer
	 * may mean that it was taken.
	 */
	private static final class Outgoing extends SMTPMessage {

		private boolean written;

		Outgoing(Session session) {
			super(session);
		}

		@Override
		public void writeTo(OutputStream stream, String[] ignored) throws IOException, MessagingException {
			super.writeTo(stream, ignored);
			this.written = true;
		}

	}

}
