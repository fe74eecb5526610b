package dev.escala.inbound.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@DisplayName("Whatever a mail is encoded in, and however badly, its words arrive")
class DecodingTests {

	private static final String FROM = "From: Iria <iria@lonja.example>\r\n";

	private static final String PLAIN = "Content-Type: text/plain; charset=";

	private static final String WITHIN = "From: Luis <luis@otra.example>\r\nSubject: Motor\r\n\r\nEl motor arde.\r\n";

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource
	@DisplayName("One bad byte spoils only itself, and a charset that is not the one is not believed")
	void bytes(String charset, byte[] text, String read) {
		assertThat(MailParser.parse(mail(PLAIN + charset + "\r\n\r\n", text)).text()).isEqualTo(read);
	}

	static Stream<Arguments> bytes() {
		return Stream.of(arguments("utf-8", with("Llegará mañana: ", 0x93, "ya", 0x94), "Llegará mañana: “ya”"),
				arguments("utf-8", with("Mañana ", 0xff, " llega"), "Mañana ÿ llega"),
				arguments("utf-8", with("Счёт не пришёл", 0x85), "Счёт не пришёл…"),
				arguments("utf-8", with("Mañana señor", 0xc3), "Mañana señorÃ"),
				arguments("iso-8859-1", with("Mañana señor"), "Mañana señor"),
				arguments("us-ascii", with("Mañana señor"), "Mañana señor"),
				arguments("windows-1251", concat("Счёт не пришёл", "windows-1251", 0x98), "Счёт не пришёл\ufffd"),
				arguments("shift_jis", concat("請求書が届きません", "Shift_JIS", 0xff), "請求書が届きません\ufffd"),
				arguments("shift_jis", concat("Mañana sí llegó, señor", "windows-1252"), "Mañana sí llegó, señor"),
				arguments("'iso-8859-2'", concat("Łódź", "iso-8859-2"), "Łódź"),
				arguments("iso-8859-2 (Latin 2)", concat("Łódź", "iso-8859-2"), "Łódź"),
				arguments("gb2312", concat("发票", "GB2312"), "发票"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "base64 (whole)", "Base64 ;", "\"base64\"", "(of the gateway) base64",
			"base64\t(by the (nested) gateway)", " BASE64 " })
	@DisplayName("A comment or a sign around the coding changes nothing, with and without padding")
	void coding(String coding) {
		String signs = Base64.getEncoder().encodeToString("Mañana no llega".getBytes(StandardCharsets.UTF_8));
		String head = PLAIN + "utf-8\r\nContent-Transfer-Encoding: " + coding + "\r\n\r\n";

		assertThat(MailParser.parse(mail(head, signs.getBytes(StandardCharsets.US_ASCII))).text())
			.isEqualTo("Mañana no llega");
		assertThat(MailParser.parse(mail(head, signs.replace("=", "").getBytes(StandardCharsets.US_ASCII))).text())
			.isEqualTo("Mañana no llega");
		assertThat(MailParser
			.parse(mail(head.replaceFirst("(?i)base64", "quoted-printable"), with("Ma=C3=B1ana=\r\n no llega")))
			.text()).isEqualTo("Mañana no llega");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			=?ISO-8859-1?B?U29uIDMggA==?=      | Son 3 €
			=?iso-8859-1?q?=80_3?= y =?latin1?Q?=80?= | € 3 y €
			=?iso-8859-1*es?Q?Son_=80?=        | Son €
			=?ISO8859-1?Q?5_=80_y_=93tal=94?=  | 5 € y “tal”
			=?us-ascii?Q?Son_=E2=82=AC?=       | Son €
			=?iso-8859-15?Q?Son_=A4?=          | Son €
			=?cp1252?Q?Son_=80?=               | Son €
			=?utf-8?B?U29uIDMg4oKs?= =?utf-8?B?IG3DoXM?= | Son 3 € más
			=?klingon?Q?Son_3?=                | Son 3
			=?UTF-8?Q?Son_3?==?UTF-8?Q?_m=C3=A1s?= | Son 3 más
			""")
	@DisplayName("A subject and a name are read in the charset that was meant")
	void words(String written, String read) {
		ParsedMail mail = MailParser
			.parse(mail("From: " + written + " <eva@norte.example>\r\nSubject: " + written + "\r\n\r\n", new byte[0]));

		assertThat(mail.subject()).isEqualTo(read);
		assertThat(mail.senderName()).isEqualTo(read);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Mon,  23 Nov 2026 10:00:00 +0100", "Mon, 23  Nov  2026  10:00:00  +0100",
			"Sun, 23 Nov 2026 09:00:00 UT", "23 Nov 2026 09:00 UT", "Mon,23 Nov 2026 10:00:00 +0100",
			"Mon 23 Nov 2026 10:00:00 +0100", "Mon, 23 Nov 26 10:00:00 +0100", "Mon, 23 Nov 2026 04:00:00 EST",
			"Mon, 23 Nov 2026 10:00:00 +01:00", "Mon, 23 Nov 2026 9:00:00 GMT", "mon, 23 NOV 2026 10:00:00 +0100",
			"Mon, 23 Nov 2026 10:00:00 +0100 (Zeit (Winter))", "Mon, 23 Nov 2026 09:00:00 -0000",
			"Mon, 23 Nov 2026 10:00:00 GMT+0100", "Mon, 23 Nov 2026 10:00:00 CET", "23-Nov-2026 10:00:00 +0100",
			"Monday, 23 November 2026 10:00:00 +0100", "lun, 23 nov. 2026 10:00:00 +0100", "2026-11-23T09:00:00Z" })
	@DisplayName("A date is read with two blanks, names of zones, and a weekday that is wrong")
	void dates(String date) {
		assertThat(MailParser.parse(mail(FROM + "Date: " + date + "\r\n\r\n", new byte[0])).sentAt())
			.hasToString("2026-11-23T09:00:00Z");
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			Content-Type: message/rfc822 | 7bit
			Content-Type: message/rfc822; name="Motor.eml" | 7bit
			Content-Type: message/rfc822; name="Motor arde" | 7bit
			Content-Type: message/rfc822 | base64
			Content-Type: message/global | 7bit
			Content-Type: application/octet-stream; name="Motor.EML" | base64
			""")
	@DisplayName("A mail that is forwarded as a file keeps its text beside the sender's own words, two of them both")
	void forwarded(String type, String coding) {
		String body = coding.equals("base64")
				? Base64.getMimeEncoder().encodeToString(WITHIN.getBytes(StandardCharsets.UTF_8)) : WITHIN;
		String part = "--x\r\n" + type + "\r\nContent-Transfer-Encoding: " + coding + "\r\n\r\n" + body + "\r\n";
		String mail = FROM + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nMiren.\r\n" + part
				+ part.replace("El motor arde.", "Y gotea.") + "--x--";

		String text = MailParser.parse(mail.getBytes(StandardCharsets.UTF_8)).text();

		assertThat(text).startsWith("Miren.\n\nCorreo adjunto de luis@otra.example, «Motor»:\n\nEl motor arde.");
		if (!coding.equals("base64")) {
			assertThat(text).contains("Y gotea.");
		}
	}

	@Test
	@DisplayName("What we wrote ourselves is not read again as a file, and mails in mails end somewhere")
	void forwardedOurs() {
		String ours = WITHIN.replace("luis@otra.example", "s@e.example");
		String head = FROM + "Content-Type: message/rfc822\r\n\r\n";

		assertThat(MailParser.parse(mail(head, with(ours)), false, new Ourselves("s@e.example", "E")).text()).isEmpty();
		assertThat(MailParser.parse(mail(head, with(head + WITHIN))).text()).contains("El motor arde.");
		assertThat(MailParser.parse(mail(head.repeat(50), with(WITHIN))).text()).doesNotContain("El motor arde.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			application/x-pkcs7-mime; smime-type=signed-data; name="smime.p7m" | S/MIME
			application/octet-stream; name=smime.p7m   | S/MIME
			application/vnd.ms-tnef                    | winmail.dat
			application/octet-stream; name=winmail.dat | winmail.dat
			application/pgp-encrypted                  | PGP
			""")
	@DisplayName("What only a mail program opens says what it is, under whatever type it comes")
	void sealed(String type, String said) {
		assertThat(MailParser.parse(mail(FROM + "Content-Type: " + type + "\r\n\r\n", with("x"))).problems())
			.singleElement()
			.asString()
			.contains(said);
	}

	@ParameterizedTest
	@CsvSource({ "Iria.vcf, TEXT", "firma.xsig, TEXT", "signature.asc, TEXT", "smime.p7s, TEXT", "datos.tsv, TEXT",
			"pedido.edi, TEXT", "notas, TEXT", "captura.eml, TEXT", "carta.rtf, OTHER", "x.js, ACTIVE", "x.ps1, ACTIVE",
			"x.html, ACTIVE", "x.lnk, ACTIVE", "x.xll, ACTIVE" })
	@DisplayName("A card, a signature or data is no program; what a program runs is one")
	void files(String name, FileKind kind) {
		assertThat(FileKind.of(with("a: <b>"), name)).isEqualTo(kind);
		assertThat(FileKind.of(new byte[0], name)).isEqualTo(FileKind.OTHER);
	}

	private static byte[] mail(String head, byte[] body) {
		ByteArrayOutputStream whole = new ByteArrayOutputStream();
		whole.writeBytes(head.getBytes(StandardCharsets.UTF_8));
		whole.writeBytes(body);
		return whole.toByteArray();
	}

	private static byte[] with(Object... parts) {
		ByteArrayOutputStream whole = new ByteArrayOutputStream();
		for (Object part : parts) {
			if (part instanceof Integer one) {
				whole.write(one);
			}
			else {
				whole.writeBytes(part.toString().getBytes(StandardCharsets.UTF_8));
			}
		}
		return whole.toByteArray();
	}

	private static byte[] concat(String text, String charset, int... bytes) {
		ByteArrayOutputStream whole = new ByteArrayOutputStream();
		whole.writeBytes(text.getBytes(Charset.forName(charset)));
		for (int one : bytes) {
			whole.write(one);
		}
		return whole.toByteArray();
	}

}
