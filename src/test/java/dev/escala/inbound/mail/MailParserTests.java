package dev.escala.inbound.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@DisplayName("A mail is read, whatever its sender made of it")
class MailParserTests {

	private static final String HEAD = "From: Ana <ana@norte.example>\r\nSubject: Hola\r\nMessage-ID: <a@b>\r\n";

	private static final Ourselves OWN = new Ourselves("s@e.example", "Escala");

	private static final String WRITTEN = "Mañana, señora Ñuñez: ¿llegó el paquete de 3 €? 😀 Sí.";

	@ParameterizedTest(name = "{0}")
	@MethodSource
	@DisplayName("Malformed and strange mails keep their sender and their words")
	void readable(String what, byte[] source, String sender, String text) {
		ParsedMail mail = MailParser.parse(source);

		assertThat(mail.sender()).isEqualTo(sender);
		assertThat(mail.text()).isEqualTo(text);
		assertThat(mail.fullText()).doesNotContain("\0");
	}

	static Stream<Arguments> readable() {
		String ana = "ana@norte.example";
		Charset windows = Charset.forName("windows-1252");
		return Stream.of(arguments("plain", mail(HEAD + "\r\nBuenos días"), ana, "Buenos días"),
				arguments("no blank line but the end", mail("From: ana@norte.example"), ana, ""),
				arguments("nothing at all", new byte[0], null, ""),
				arguments("no From", mail("Subject: x\r\n\r\nHola"), null, "Hola"),
				arguments("From that is no address", mail("From: =?utf-8?q?Ana?= <>\r\n\r\nHola"), null, "Hola"),
				arguments("From with an address as its name",
						mail("From: \"ana@norte.example\" <otro@malo.example>\r\n\r\nHola"), "otro@malo.example",
						"Hola"),
				arguments("From with two at signs", mail("From: ana@norte.example@malo.example\r\n\r\nx"), null, "x"),
				arguments("a group without members", mail("From: undisclosed-recipients:;\r\n\r\nx"), null, "x"),
				arguments("line ends of Unix", mail(HEAD.replace("\r", "") + "\nuna\ndos"), ana, "una\ndos"),
				arguments("line ends of old Macs in the text", mail(HEAD + "\r\nuna\rdos"), ana, "una\ndos"),
				arguments("first a line of a mailbox file",
						mail("From ana Mon Nov 23 10:00:00 2026\r\n" + HEAD + "\r\nHola"), ana, "Hola"),
				arguments("a header without a colon", mail("esto no es nada\r\n" + HEAD + "\r\nHola"), ana, "Hola"),
				arguments("a charset that does not exist",
						mail(HEAD + "Content-Type: text/plain; charset=klingon\r\n\r\nCafé"), ana, "Café"),
				arguments("UTF-8 that is Windows-1252",
						bytes(HEAD + "Content-Type: text/plain; charset=utf-8\r\n\r\nCafé a 3 €", windows), ana,
						"Café a 3 €"),
				arguments("ISO-8859-1 with signs of Windows",
						bytes(HEAD + "Content-Type: text/plain; charset=iso-8859-1\r\n\r\n“Café” a 3 €", windows), ana,
						"“Café” a 3 €"),
				arguments("no charset, UTF-8", mail(HEAD + "\r\n¿Mañana?"), ana, "¿Mañana?"),
				arguments("UTF-16",
						concat(mail(HEAD + "Content-Type: text/plain; charset=utf-16le\r\n\r\n"),
								"Hola".getBytes(StandardCharsets.UTF_16LE)),
						ana, "Hola"),
				arguments("UTF-7 stays as it is",
						mail(HEAD + "Content-Type: text/plain; charset=utf-7\r\n\r\n+ADw-script+AD4-"), ana,
						"+ADw-script+AD4-"),
				arguments("NUL and other control characters", mail(HEAD + "\r\nHo\0la\u0007\u001b!"), ana, "Hola!"),
				arguments("a name that is written backwards", mail(HEAD + "\r\nfactura\u202Efdp.exe"), ana,
						"facturafdp.exe"),
				arguments("half a surrogate pair", mail(HEAD + "Content-Type: text/html\r\n\r\nHola &#xD800;tú"), ana,
						"Hola tú"),
				arguments("base64 with rubbish in it",
						mail(HEAD + "Content-Transfer-Encoding: base64\r\n\r\nSG9*s\r\nY!Q=="), ana, "Hola"),
				arguments("base64 in several pieces, each filled up",
						mail(HEAD + "Content-Transfer-Encoding: base64\r\n\r\nSG9sYQ==\r\nLCBBbmE=\r\n"), ana,
						"Hola, Ana"),
				arguments("base64 that breaks off", mail(HEAD + "Content-Transfer-Encoding: base64\r\n\r\nSG9sYSB"),
						ana, "Hola"),
				arguments("a comment behind the coding",
						mail(HEAD + "Content-Transfer-Encoding: base64 (8 bits)\r\n\r\nSG9sYQ"), ana, "Hola"),
				arguments("a sign behind the coding",
						mail(HEAD + "Content-Transfer-Encoding: quoted-printable;\r\n\r\nma=C3=B1ana"), ana, "mañana"),
				arguments("one bad byte in UTF-8",
						concat(mail(HEAD + "\r\nMañana no llegó "), new byte[] { (byte) 0x80, '.' }), ana,
						"Mañana no llegó €."),
				arguments("cells of a head",
						mail(HEAD + "Content-Type: text/html\r\n\r\n<table><tr><th>Uno</th><th>Dos</th></tr></table>"),
						ana, "Uno Dos"),
				arguments("words that nobody sees",
						mail(HEAD
								+ "Content-Type: text/html\r\n\r\n<div style='display: none'>Oferta</div><p>Hola</p>"),
						ana, "Hola"),
				arguments("a picture with words, and a link", mail(HEAD
						+ "Content-Type: text/html\r\n\r\n<img alt='Error 5'> <a href='https://norte.example/f'>aquí</a>"),
						ana, "Error 5 aquí (https://norte.example/f)"),
				arguments("text that was laid out", mail(HEAD + "Content-Type: text/html\r\n\r\n<pre>uno\n  dos</pre>"),
						ana, "uno\n  dos"),
				arguments("a mail forwarded as a file", mail(HEAD
						+ "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n"
						+ "From: luis@otra.example\r\nSubject: Motor\r\n\r\nArde.\r\n--x--"), ana,
						"Correo adjunto de luis@otra.example, «Motor»:\n\nArde."),
				arguments("quoted-printable with wrong codes",
						mail(HEAD + "Content-Transfer-Encoding: quoted-printable\r\n\r\n100=ZZ, ma=F1ana"), ana,
						"100=ZZ, mañana"),
				arguments("a coding that nobody knows", mail(HEAD + "Content-Transfer-Encoding: x-cebra\r\n\r\nHola"),
						ana, "Hola"),
				arguments("a multipart without a boundary", mail(HEAD + "Content-Type: multipart/mixed\r\n\r\nHola"),
						ana, "Hola"),
				arguments("a multipart that does not end",
						mail(HEAD + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nHola\r\n"), ana,
						"Hola"),
				arguments("a multipart whose boundary never comes",
						mail(HEAD + "Content-Type: multipart/mixed; boundary=x\r\n\r\nHola"), ana, "Hola"),
				arguments("a type that is none", mail(HEAD + "Content-Type: ;;;\r\n\r\nHola"), ana, "Hola"),
				arguments("plain and HTML", mail(HEAD + alternative("Hola", "<p>Otra cosa</p>")), ana, "Hola"),
				arguments("an empty plain text beside HTML", mail(HEAD + alternative("  ", "<p>Hola<br>tú</p>")), ana,
						"Hola\ntú"),
				arguments("HTML with a script", mail(HEAD
						+ "Content-Type: text/html\r\n\r\n<style>p{}</style><p>Hola</p><script>alert(1)</script>&lt;b&gt;"),
						ana, "Hola\n<b>"));
	}

	@Test
	@DisplayName("Subject, names of people and of files are decoded in all the ways there are")
	void decodes() {
		ParsedMail mail = MailParser.parse(mail("From: =?iso-8859-1?Q?Bego=F1a?= <b@norte.example>\r\n"
				+ "Subject: =?utf-8?B?RmFjdHVyYSDDsQ==?=\r\n =?utf-8?Q?_y_m=C3=A1s?=\r\n"
				+ "Date: Mon, 23 Nov 2026 10:00:00 +0100 (CET)\r\n"
				+ "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n"
				+ "Content-Type: application/pdf; name=\"=?utf-8?Q?a=C3=B1o.pdf?=\"\r\n\r\n%PDF-1\r\n--x\r\n"
				+ "Content-Disposition: attachment; filename*=utf-8''ma%C3%B1ana.pdf\r\n\r\n%PDF-1\r\n--x\r\n"
				+ "Content-Disposition: attachment; filename=\"../../etc/pass wd\"\r\n\r\nx\r\n--x--"));

		assertThat(mail.senderName()).isEqualTo("Begoña");
		assertThat(mail.subject()).isEqualTo("Factura ñ y más");
		assertThat(mail.sentAt()).hasToString("2026-11-23T09:00:00Z");
		assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("año.pdf", "mañana.pdf", "pass wd");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Mon, 23 Nov 2026  10:00:00 +0100", "Tue, 23 Nov 2026 10:00:00 +0100",
			"Mon, 23 Nov 2026 09:00:00 UT", "23 Nov 2026 09:00:00 UTC (siempre)", "lun., 23 Nov 2026 09:00:00 Z" })
	@DisplayName("A date is read with blanks, zones and weekdays as programs write them")
	void dates(String date) {
		ParsedMail mail = MailParser.parse(mail("Date: " + date + "\r\nSubject: =?ISO-8859-1?Q?Son_3_=80?=\r\n\r\n"));

		assertThat(mail.sentAt()).hasToString("2026-11-23T09:00:00Z");
		assertThat(mail.subject()).isEqualTo("Son 3 €");
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/pkcs7-mime", "application/ms-tnef" })
	@DisplayName("What only a mail program opens says what it is")
	void sealed(String type) {
		ParsedMail mail = MailParser.parse(mail(HEAD + "Content-Type: " + type + "; name=x\r\n\r\nx"));

		assertThat(mail.problems()).hasSize(1);
	}

	@Test
	@DisplayName("What it answers is read nearest first, and only so many")
	void references() {
		String many = "<x@y> ".repeat(50_000);
		ParsedMail mail = MailParser
			.parse(mail("In-Reply-To: <c@d>\r\nReferences: " + many.substring(0, 9000) + "\r\n\t<a@b> <b@c>\r\n\r\n"));

		assertThat(mail.references()).startsWith("<c@d>", "<b@c>", "<a@b>").hasSizeLessThanOrEqualTo(100);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	@DisplayName("Mails made to hurt are read within seconds and say what is missing")
	void bombs(String what, byte[] source, boolean told) {
		ParsedMail mail = assertTimeout(Duration.ofSeconds(10), () -> MailParser.parse(source));

		assertThat(mail.problems().isEmpty()).isNotEqualTo(told);
		assertThat(mail.fullText().length()).isLessThanOrEqualTo(200_000);
		assertThat(mail.subject().length()).isLessThanOrEqualTo(500);
		assertThat(mail.attachments()).hasSizeLessThanOrEqualTo(501);
	}

	static Stream<Arguments> bombs() {
		StringBuilder deep = new StringBuilder(HEAD);
		for (int i = 0; i < 5000; i++) {
			deep.append("Content-Type: multipart/mixed; boundary=b")
				.append(i)
				.append("\r\n\r\n--b")
				.append(i)
				.append("\r\n");
		}
		String mixed = HEAD + "Content-Type: multipart/mixed; boundary=x\r\n\r\n";
		return Stream.of(arguments("100,000 parts", mail(mixed + "--x\r\n\r\na\r\n".repeat(100_000)), true),
				arguments("5,000 levels", mail(deep.toString()), true),
				arguments(
						"a header of 5 MB", mail("X-Big: " + "a".repeat(5_000_000) + "\r\n" + HEAD + "\r\nHola"), true),
				arguments("200,000 headers", mail("X: y\r\n".repeat(200_000) + HEAD + "\r\nHola"), true),
				arguments("a subject of 1 MB of encoded words",
						mail("Subject: " + "=?utf-8?q?a?= ".repeat(30_000) + "\r\n\r\n"), false),
				arguments("a subject of beginnings", mail("Subject: " + "=?=?".repeat(100_000) + "\r\n\r\n"), false),
				arguments("a text of 20 MB on one line", mail(HEAD + "\r\n" + "a".repeat(20_000_000)), false),
				arguments("5 MB of blanks", mail(HEAD + "\r\n" + " ".repeat(5_000_000) + "x"), false),
				arguments("addresses of 500 kB",
						mail("From: " + "a@b,".repeat(120_000) + "\r\n\r\n" + "a.".repeat(90_000)), false),
				arguments("HTML of 100,000 boxes",
						mail(HEAD + "Content-Type: text/html\r\n\r\n" + "<div>".repeat(100_000)), false),
				arguments("HTML of hard blanks",
						mail(HEAD + "Content-Type: text/html\r\n\r\n" + "&nbsp;".repeat(170_000) + "x"), false),
				arguments("50,000 answers", mail(HEAD + "\r\n" + "El lunes Ana escribió:\n".repeat(20_000)), false));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	@DisplayName("Where only the beginning of a mail was kept, its end may fall within a character")
	void beginnings(String what, String transfer, byte[] encoded) {
		byte[] head = mail(HEAD + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: " + transfer
				+ "\r\n\r\n");

		for (int length = 40; length <= encoded.length; length++) {
			byte[] source = Arrays.copyOf(head, head.length + length);
			System.arraycopy(encoded, 0, source, head.length, length);

			assertThat(MailParser.parse(source, true, OWN).text()).startsWith("Mañana, señora ");
			assertThat(WRITTEN).startsWith(MailParser.parse(source, true, OWN).text());
		}
	}

	static Stream<Arguments> beginnings() {
		byte[] text = mail(WRITTEN);
		StringBuilder quoted = new StringBuilder();
		for (byte b : text) {
			quoted.append((b < 0) ? String.format("=%02X", b) : String.valueOf((char) b));
		}
		return Stream.of(arguments("as it is", "8bit", text),
				arguments("quoted", "quoted-printable", mail(quoted.toString())),
				arguments("in base64", "base64", Base64.getEncoder().encode(text)));
	}

	@Test
	@DisplayName("A text that is too long to be read ends before the character that would be cut in two")
	void longText() {
		ParsedMail mail = MailParser
			.parse(mail(HEAD + "\r\n" + "ñ".repeat(199_999) + "\n" + " ".repeat(1024 * 1024 - 2 * 199_999 - 2) + "ñ"));

		assertThat(mail.fullText()).isEqualTo("ñ".repeat(199_999));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	@DisplayName("What the sender answers is taken off, what they wrote between it stays")
	void quoted(String what, String text, String own) {
		ParsedMail mail = MailParser
			.parse(mail(HEAD + "In-Reply-To: <escala-outbox-7.ESC-2026-000013@e.example>\r\n\r\n" + text), false, OWN);

		assertThat(mail.text()).isEqualTo(own);
		assertThat(mail.fullText()).isEqualTo(text.strip());
	}

	static Stream<Arguments> quoted() {
		return Stream.of(arguments("Gmail",
				"Gracias.\n\nEl lun, 23 nov 2026 a las 10:00, Escala (<s@e.example>) escribió:\n> Hola\n>\n> Adiós\n",
				"Gracias."),
				arguments("Gmail on two lines",
						"Gracias.\n\nEl lun, 23 nov 2026 a las 10:00, Escala\n<s@e.example> escribió:\n> Hola",
						"Gracias."),
				arguments("English", "Thanks.\n\nOn Mon, Nov 23, 2026 at 10:00 AM Escala <s@e.example> wrote:\n> Hello",
						"Thanks."),
				arguments("Outlook",
						"Gracias.\n________________________________\nDe: Escala <s@e.example>\nEnviado: lunes\nPara: Ana\nAsunto: Hola\n\nHola",
						"Gracias."),
				arguments("an old program", "Gracias.\n-----Mensaje original-----\nDe: Escala\n\nHola", "Gracias."),
				arguments("only quoted lines below", "Sí.\n> ¿Vale?\n> Un saludo", "Sí."),
				arguments("between the lines", "El lunes Escala escribió:\n> ¿Vale?\nSí.\n> ¿Y esto?\nTambién.",
						"El lunes Escala escribió:\n> ¿Vale?\nSí.\n> ¿Y esto?\nTambién."),
				arguments("nothing but the quoted mail", "> Hola\n> Adiós", "> Hola\n> Adiós"),
				arguments("over four lines",
						"Gracias.\n\nEl lun, 23 nov 2026\na las 10:00, Atención al cliente\nde Escala\n<s@e.example> escribió:\n> Hola",
						"Gracias."),
				arguments("a signature below",
						"Gracias.\nEl lun, Escala <s@e.example> escribió:\n> Hola\n\n-- \nEva Ruiz",
						"Gracias.\n\n-- \nEva Ruiz"),
				arguments("an answer below", "El lun, Escala <s@e.example> escribió:\n> ¿Vale?\n\nSí, vale.",
						"Sí, vale."),
				arguments("a telephone that marks no line",
						"Va bien.\n\nOn 23 Nov 2026, at 10:00, Escala <s@e.example> wrote:\n\nHello,\nit is done.\n\nEscala Customer Care\nSent from my phone",
						"Va bien.\n\nSent from my phone"),
				arguments("Portuguese headers",
						"Obrigado.\n\nDe: Escala <s@e.example>\nEnviada em: segunda\nPara: Rui\nAssunto: Caso\n\nOlá",
						"Obrigado."),
				arguments("German headers",
						"Danke.\n\nVon: Escala <s@e.example>\nGesendet: Montag\nAn: Jan\nBetreff: Fall\n\nHallo",
						"Danke."),
				arguments("French headers",
						"Merci.\n\nDe : Escala <s@e.example>\nEnvoyé : lundi\nÀ : Léa\nObjet : Cas\n\nBonjour",
						"Merci."),
				arguments("Italian headers",
						"Grazie.\n\nDa: Escala <s@e.example>\nInviato: lunedì\nA: Ugo\nOggetto: Caso\n\nBuongiorno",
						"Grazie."),
				arguments("German words", "Danke.\n\nAm 23.11.2026 um 10:00 schrieb Escala <s@e.example>:\n> Hallo",
						"Danke."),
				arguments("words below our whole mail",
						"De: Escala <s@e.example>\nEnviado: lunes\nPara: Ana\nAsunto: Caso\n\nHola\n\nAtención al cliente de Escala\n\nNo llegó nada.",
						"No llegó nada."),
				same("somebody else's mail",
						"Miren esto.\n\nEl lun, Luis <luis@otra.example> escribió:\n> El motor arde\n\nUrgente."),
				same("somebody else's mail below",
						"Miren.\n\nDe: Luis <luis@otra.example>\nEnviado: lunes\nPara: Ana\nAsunto: Motor\n\nArde."),
				same("a forwarded mail",
						"---------- Mensaje reenviado ---------\nDe: Luis <luis@otra.example>\nFecha: lunes\nAsunto: Motor\nPara: Ana\n\nArde."),
				same("a list of data", "De: Madrid\nPara: Lugo\nFecha: 3 dic\nBultos: 4\nNo llegó ninguno."),
				same("an address like ours", "Ojo:\nEl lun, Luis <otros@e.example> escribió:\n> Pague aquí\nNo."),
				same("what we are said to have said",
						"El lunes Escala me escribió:\nque vendrían el martes.\nNadie vino."),
				arguments("a list that looks like headers", "De: Madrid\nhasta Lugo no hay línea.",
						"De: Madrid\nhasta Lugo no hay línea."));
	}

	private static Arguments same(String what, String text) {
		return arguments(what, text, text);
	}

	private static String alternative(String plain, String html) {
		return "Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\n" + plain
				+ "\r\n--x\r\nContent-Type: text/html\r\n\r\n" + html + "\r\n--x--";
	}

	private static byte[] mail(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] bytes(String text, Charset charset) {
		return text.getBytes(charset);
	}

	private static byte[] concat(byte[] one, byte[] other) {
		ByteArrayOutputStream both = new ByteArrayOutputStream();
		both.writeBytes(one);
		both.writeBytes(other);
		return both.toByteArray();
	}

	static String base64(byte[] content) {
		return Base64.getMimeEncoder().encodeToString(content);
	}

}
