package dev.escala.inbound;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import dev.escala.inbound.InboundMail.Status;
import dev.escala.inbound.mailbox.MailboxPoller;
import dev.escala.inbound.mailbox.Pollers;
import dev.escala.reference.CaseNumber;
import dev.escala.support.Dovecot;
import dev.escala.support.Logged;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Every mail of the mailbox is read or shown to a person, whatever stands in its headers")
class UnreadableMailTests extends InboundStory {

	private static final List<String> STRANGE = List.of("Cc: Luis Gil", "To: Undisclosed recipients",
			"Cc: luis@mi_servidor.example", "Bcc: Soporte, Ana García", "Reply-To: contestar aquí",
			"Sender: MAILER-DAEMON", "To: \"sin cerrar <a@b.example>", "Cc: =?iso-8859-1?Q?Jos=E9?= sin arroba",
			"To: lista interna: ana, luis;", "Cc: \"luis gil\"@cliente.example", "To: undisclosed-recipients:;");

	@Test
	@DisplayName("An address that is not strictly valid in any header loses no mail; an empty file is one, too")
	void addresses() {
		CaseNumber number = reported();
		try (Dovecot server = Dovecot.start()) {
			strange(number).forEach(server::deliver);
			server.deliver(new byte[0]);
			MailboxPoller node = Pollers.node(settings(Dovecot.PASSWORD, server.port()), this.jdbc, this.clock);

			assertThat(node.poll()).isTrue();
			this.processor.run();
		}

		assertThat(contacts(number)).hasSize(STRANGE.size());
		assertThat(statuses()).hasSize(STRANGE.size() + 2).filteredOn(Status.WAITING::equals).hasSize(2);
		assertThat(this.jdbc.sql("SELECT count(*) FROM inbound_unread").query(Long.class).single()).isZero();
	}

	@Test
	@DisplayName("The same through a server of Java, where there is no Dovecot")
	void addressesByJava() {
		CaseNumber number = reported();
		strange(number).forEach((mail) -> deliver(new String(mail, StandardCharsets.UTF_8)));

		fetch();

		assertThat(contacts(number)).hasSize(STRANGE.size());
		assertThat(statuses()).hasSize(STRANGE.size() + 1).filteredOn(Status.WAITING::equals).hasSize(1);
		assertThat(this.jdbc.sql("SELECT count(*) FROM inbound_unread").query(Long.class).single()).isZero();
	}

	/** One for each header, and one whose sender is no address. */
	private List<byte[]> strange(CaseNumber number) {
		return Stream
			.concat(STRANGE.stream()
				.map((header) -> "From: Ana <" + this.ana + ">\r\n" + header + "\r\nSubject: " + number
						+ "\r\nMessage-ID: <" + STRANGE.indexOf(header) + "@x>\r\n\r\n" + header.split(":")[0] + " "
						+ STRANGE.indexOf(header)),
					Stream.of("From: MAILER-DAEMON\r\nSubject: Hola\r\n\r\nNada."))
			.map(UnreadableMailTests::mail)
			.toList();
	}

	@Test
	@DisplayName("What the server never gives is told once in the log, and after three looks to a person, by its name")
	void refused() throws Exception {
		CaseNumber number = reported();
		try (Dovecot server = Dovecot.start(); Logged said = Logged.by(MailboxPoller.class)) {
			Path broken = server.deliver(mail("From: Luis <luis@otra.example>\r\nDate: Mon, 23 Nov 2026 10:00:00 +0100"
					+ "\r\nSubject: Factura\r\n\r\nHola."));
			Files.setPosixFilePermissions(broken, PosixFilePermissions.fromString("---------"));
			InboundProperties settings = settings(Dovecot.PASSWORD, server.port());
			MailboxPoller node = Pollers.node(settings, this.jdbc, this.clock);
			node.poll();
			server.deliver(mail("From: " + this.ana + "\r\nSubject: " + number + "\r\n\r\nDetrás."));
			for (int i = 0; i < 5; i++) {
				node.poll();
			}
			this.processor.run();

			assertThat(said.lines().stream().filter((line) -> line.contains("does not give"))).hasSize(1);
			assertThat(node.poll()).isTrue();
			assertThat(Pollers.health(settings, this.jdbc, this.dates, this.clock).refused().values()).singleElement()
				.asString()
				.contains("El servidor no entrega un correo", "/entrada");
		}

		assertThat(statuses()).containsExactlyInAnyOrder(Status.WAITING, Status.CONTACT);
		assertThat(contacts(number)).containsExactly("Detrás.");
	}

	private static byte[] mail(String source) {
		return source.getBytes(StandardCharsets.UTF_8);
	}

}
