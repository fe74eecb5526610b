package dev.escala.secondmatter;

import java.time.Clock;
import java.time.Duration;
import java.util.Properties;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.escala.inbound.InboundProcessor;
import dev.escala.inbound.InboundProperties;
import dev.escala.inbound.mailbox.Pollers;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** The mailbox to which a customer writes, with real SMTP and IMAP. */
final class CustomersMail implements AutoCloseable {

	private static final String SUPPORT = "soporte@escala.example";

	private final GreenMail server = new GreenMail(
			new ServerSetup[] { new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort(),
					new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP).dynamicPort() });

	CustomersMail() {
		this.server.start();
		this.server.setUser(SUPPORT, "soporte", "clave-del-buzon");
	}

	void send(String from, String subject, String text) throws MessagingException {
		Properties settings = new Properties();
		settings.setProperty("mail.smtp.host", "127.0.0.1");
		settings.setProperty("mail.smtp.port", String.valueOf(this.server.getSmtp().getPort()));
		MimeMessage mail = new MimeMessage(Session.getInstance(settings));
		mail.setFrom(new InternetAddress(from));
		mail.setRecipient(Message.RecipientType.TO, new InternetAddress(SUPPORT));
		mail.setSubject(subject, "UTF-8");
		mail.setText(text, "UTF-8");
		Transport.send(mail);
	}

	/** Fetches what is in the mailbox and treats it. */
	void fetch(JdbcClient jdbc, Clock clock, InboundProcessor processor) {
		InboundProperties settings = new InboundProperties("127.0.0.1", this.server.getImap().getPort(), "imap", false,
				"soporte", "clave-del-buzon", "INBOX", "Escala", Duration.ofSeconds(30), Duration.ofSeconds(5),
				Duration.ofMinutes(1), DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), 20, null, 30);
		Pollers.node(settings, jdbc, clock).poll();
		processor.run();
	}

	@Override
	public void close() {
		this.server.stop();
	}

}
