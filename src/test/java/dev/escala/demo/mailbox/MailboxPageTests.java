package dev.escala.demo.mailbox;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.BiConsumer;

import dev.escala.demo.DemoProgress;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** Mails travel by real SMTP into the mailbox and are read on its page. */
class MailboxPageTests {

	@TempDir
	private Path data;

	@Test
	@DisplayName("An empty mailbox says what will be here")
	void showsAnEmptyMailbox() {
		run((page, sender) -> assertThat(page.get().uri("/buzon")).hasStatusOk()
			.bodyText()
			.contains("Todavía no hay correo")
			.doesNotContain("null"));
	}

	@Test
	@DisplayName("A mail that was sent can be found, opened and read, at the hour of the business zone")
	void showsAMail() {
		run((page, sender) -> {
			send(sender, "Ana Ruiz <ana@acme.es>", "ESC-2026-000001 · Conexión caída", "<p>Hola, <b>Ana</b></p>");

			var list = assertThat(page.get().uri("/buzon?texto=conexion")).hasStatusOk().bodyText();
			list.contains("Ana Ruiz &lt;ana@acme.es&gt;", "Conexión caída", "22 nov 2026, 10:30", "1 correo");
			assertThat(page.get().uri("/buzon?texto=nada")).bodyText().contains("Ningún correo coincide");
			assertThat(page.get().uri(address(page))).hasStatusOk()
				.bodyText()
				.contains("srcdoc=\"&lt;base target=&quot;_blank&quot;&gt;&lt;p&gt;Hola, &lt;b&gt;Ana&lt;/b&gt;",
						"sandbox=\"allow-popups allow-popups-to-escape-sandbox\"", "Versión de solo texto",
						"Message-ID");
		});
	}

	@Test
	@DisplayName("A hostile mail stays within its frame, and no script may run")
	void containsAHostileMail() {
		run((page, sender) -> {
			send(sender, "ana@acme.es", "<script>alert(1)</script>",
					"\"></iframe><script>alert(2)</script><img src=x onerror=alert(3)>");

			assertThat(page.get().uri("/buzon")).bodyText().doesNotContain("<script>");
			var mail = assertThat(page.get().uri(address(page)));
			mail.bodyText().doesNotContain("<script>", "<img");
			mail.headers().containsHeader("Content-Security-Policy");
			assertThat(page.get().uri("/buzon").exchange().getResponse().getHeader("Content-Security-Policy"))
				.startsWith("default-src 'none';")
				.doesNotContain("script-src");
			assertThat(page.get().uri("/buzon?texto=\"><script>alert(4)</script>")).bodyText()
				.doesNotContain("<script>");
		});
	}

	@Test
	@DisplayName("Many mails are shown in pages; a page that does not exist is the nearest one")
	void showsPages() {
		run((page, sender) -> {
			for (int i = 1; i <= 26; i++) {
				send(sender, "ana@acme.es", "Correo " + i, "x");
			}

			assertThat(page.get().uri("/buzon")).bodyText()
				.contains("26 correos", "Página 1 de 2", "Más antiguos", "Correo 26<")
				.doesNotContain("Correo 1<", "Más recientes");
			for (String last : new String[] { "2", "3", "9999999" }) {
				assertThat(page.get().uri("/buzon?pagina=" + last)).bodyText()
					.contains("Página 2 de 2", "Correo 1<", "Más recientes")
					.doesNotContain("Más antiguos");
			}
			for (String none : new String[] { "0", "-1", "x", "99999999999", "" }) {
				assertThat(page.get().uri("/buzon?pagina=" + none)).hasStatusOk().bodyText().contains("Página 1 de 2");
			}
		});
	}

	@Test
	@DisplayName("A mail that is not there is a page that says so")
	void missesAMailKindly() {
		run((page, sender) -> {
			for (String id : new String[] { "x", "20261122T093000.123456-000001", "..%2F..%2Fpom" }) {
				assertThat(page.get().uri(java.net.URI.create("/buzon/" + id))).hasStatus(404);
			}
			assertThat(page.get().uri("/buzon/x")).bodyText().contains("Ese correo no está en el buzón");
		});
	}

	@Test
	@DisplayName("Whoever brings a database or a mail server gets no mailbox")
	void isAbsentInProduction() {
		for (String configured : new String[] { "spring.datasource.url=jdbc:postgresql://db/escala",
				"spring.mail.host=mail.example" }) {
			runner().withPropertyValues(configured)
				.run((context) -> assertThat(context).doesNotHaveBean(Mailbox.class)
					.doesNotHaveBean(MailboxPage.class));
		}
	}

	private WebApplicationContextRunner runner() {
		return new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(WebMvcAutoConfiguration.class, ThymeleafAutoConfiguration.class,
					MailSenderAutoConfiguration.class))
			.withUserConfiguration(MailboxConfiguration.class, MailboxPage.class, DemoProgress.class)
			.withBean(Clock.class, () -> Clock.fixed(Instant.parse("2026-11-22T09:30:00Z"), ZoneOffset.UTC))
			.withPropertyValues("escala.zone=Europe/Madrid", "escala.data-directory=" + this.data);
	}

	private void run(BiConsumer<MockMvcTester, JavaMailSender> test) {
		runner().run((context) -> {
			assertThat(context).hasNotFailed();
			test.accept(MockMvcTester.from(context), context.getBean(JavaMailSender.class));
		});
	}

	private static String address(MockMvcTester page) {
		String list;
		try {
			list = page.get().uri("/buzon").exchange().getResponse().getContentAsString();
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
		return list.replaceAll("(?s).*?href=\"(/buzon/[^\"]+)\".*", "$1");
	}

	private static void send(JavaMailSender sender, String to, String subject, String html) {
		MimeMessage mail = sender.createMimeMessage();
		try {
			MimeMessageHelper helper = new MimeMessageHelper(mail, true, "UTF-8");
			helper.setFrom("soporte@escala.example");
			helper.setTo(to);
			helper.setSubject(subject);
			helper.setText("Hola, Ana", html);
		}
		catch (jakarta.mail.MessagingException ex) {
			throw new IllegalStateException(ex);
		}
		sender.send(mail);
	}

}
