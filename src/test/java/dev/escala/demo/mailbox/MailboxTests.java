package dev.escala.demo.mailbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.mail.javamail.MimeMessageHelper;

import static org.assertj.core.api.Assertions.assertThat;

class MailboxTests {

	private static final Instant NOW = Instant.parse("2026-11-22T09:30:00.123456Z");

	@TempDir
	private Path folder;

	@Test
	@DisplayName("A mail is still there after a restart, with all its parts")
	void keepsMailsOverARestart() throws Exception {
		open(NOW).keep(mail("ana@acme.es", "Conexión caída", "Hola, Ana", "<p>Hola, Ana</p>"));

		assertThat(open(NOW.plusSeconds(60)).find("")).singleElement().satisfies((mail) -> {
			assertThat(mail.receivedAt()).isEqualTo(NOW);
			assertThat(mail.to()).isEqualTo("ana@acme.es");
			assertThat(mail.subject()).isEqualTo("Conexión caída");
			assertThat(mail.text()).contains("Hola, Ana");
			assertThat(mail.html()).isEqualTo("<p>Hola, Ana</p>");
			assertThat(mail.headers()).extracting(Mail.Field::name).contains("Subject", "To");
		});
		try (Stream<Path> files = Files.list(this.folder)) {
			assertThat(files).singleElement().satisfies((file) -> assertThat(file).hasExtension("eml"));
		}
	}

	@Test
	@DisplayName("The newest mail comes first, even within the same moment")
	void showsTheNewestFirst() throws Exception {
		Mailbox mailbox = open(NOW);
		mailbox.keep(mail("ana@acme.es", "primero", "x", "x"));
		mailbox.keep(mail("ana@acme.es", "segundo", "x", "x"));
		Mailbox later = open(NOW.plusSeconds(1));
		later.keep(mail("ana@acme.es", "tercero", "x", "x"));

		assertThat(later.find("")).extracting(Mail::subject).containsExactly("tercero", "segundo", "primero");
	}

	@Test
	@DisplayName("Words are found in recipient, subject and text, without regard to case and accents")
	void findsWords() throws Exception {
		Mailbox mailbox = open(NOW);
		mailbox.keep(mail("ana@acme.es", "Conexión caída", "El plan está listo", "x"));
		mailbox.keep(mail("luis@otra.es", "Factura", "El plan está listo", "x"));

		assertThat(subjects(mailbox, "CONEXION")).containsExactly("Conexión caída");
		assertThat(subjects(mailbox, "plan LUIS@")).containsExactly("Factura");
		assertThat(subjects(mailbox, "  plan  esta ")).hasSize(2);
		assertThat(subjects(mailbox, "nada")).isEmpty();
	}

	@Test
	@DisplayName("A file that is no mail of ours does not keep the mailbox from opening")
	void survivesStrangeFiles() throws Exception {
		open(NOW).keep(mail("ana@acme.es", "bueno", "x", "x"));
		Files.writeString(this.folder.resolve("nota.eml"), "no soy un correo");
		Files.writeString(this.folder.resolve("20261122T093000.000000-000009.eml"), "");
		Files.write(this.folder.resolve("20261122T093000.000000-000010.eml"), new byte[] { 0, -1, 13, 10, 13, 10, -2 });
		Files.writeString(this.folder.resolve("a medias.tmp"), "Subject: a medias\n\nx");

		assertThat(subjects(open(NOW), "")).contains("bueno").doesNotContain("a medias");
	}

	private Mailbox open(Instant now) {
		return new Mailbox(this.folder, Clock.fixed(now, ZoneOffset.UTC));
	}

	private static List<String> subjects(Mailbox mailbox, String text) {
		return mailbox.find(text).stream().map(Mail::subject).toList();
	}

	private static MimeMessage mail(String to, String subject, String text, String html)
			throws MessagingException, IOException {
		MimeMessageHelper helper = new MimeMessageHelper(new MimeMessage((Session) null), true, "UTF-8");
		helper.setTo(to);
		helper.setFrom("soporte@escala.example", "Atención");
		helper.setSubject(subject);
		helper.setText(text, html);
		return helper.getMimeMessage();
	}

}
