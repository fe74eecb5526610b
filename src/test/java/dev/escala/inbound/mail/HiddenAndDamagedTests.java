package dev.escala.inbound.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What a mail hides is not read, what is damaged is said, and a page names its own charset")
class HiddenAndDamagedTests {

	@ParameterizedTest
	@ValueSource(strings = { "display:none", "DISPLAY : none !important", "mso-hide:all", "visibility: hidden",
			"max-height:0px; overflow:hidden", "overflow: hidden;max-height: 0", "opacity:0",
			"opacity: 0.0;color:red" })
	@DisplayName("A preheader that no program shows is no word of the sender")
	void preheader(String style) {
		assertThat(html("<div style=\"" + style + "\">Ábralo ya</div><p>No llega la factura.</p>").text())
			.isEqualTo("No llega la factura.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "max-height:0", "opacity:0.8", "font-size:0", "overflow:hidden;max-height:40px",
			"mso-hide:none" })
	@DisplayName("What may be seen is read")
	void shown(String style) {
		assertThat(html("<div style=\"" + style + "\">Léalo</div><p>Gracias.</p>").text()).contains("Léalo",
				"Gracias.");
	}

	@Test
	@DisplayName("A mail all of which is hidden is read all the same")
	void allHidden() {
		assertThat(html("<div style='mso-hide:all'>Solo esto.</div>").text()).isEqualTo("Solo esto.");
	}

	@ParameterizedTest
	@CsvSource({ "windows-1251, <meta charset=windows-1251>, Счёт не пришёл",
			"iso-8859-2, <META http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-2\">, Łódź",
			"shift_jis, '<meta charset=''shift_jis''/>', 請求書" })
	@DisplayName("A page without a charset in its header has the one of its meta")
	void meta(String charset, String meta, String words) {
		byte[] page = ("<html><head>" + meta + "</head><body>" + words + "</body></html>")
			.getBytes(Charset.forName(charset));

		assertThat(MailParser.parse(mail("Content-Type: text/html\r\n\r\n", page)).text()).isEqualTo(words);
		assertThat(MailParser
			.parse(mail("Content-Type: text/html; charset=utf-8\r\n\r\n",
					("<meta charset=" + charset + ">" + words).getBytes(StandardCharsets.UTF_8)))
			.text()).isEqualTo(words);
	}

	@Test
	@DisplayName("Damaged base64 is read as far as it goes and said to be damaged; without padding it is whole")
	void damaged() {
		String whole = Base64.getEncoder()
			.encodeToString("No llega la factura de mayo..".getBytes(StandardCharsets.UTF_8));

		assertThat(base64(whole.replace("=", "")).problems()).isEmpty();
		assertThat(base64(whole.replaceAll("(.{20})", "$1\r\n")).problems()).isEmpty();
		assertThat(base64(whole.substring(0, 12) + "#$%" + whole.substring(12)).problems()).singleElement()
			.asString()
			.contains("dañad");
		assertThat(base64(whole.substring(0, 13)).problems()).singleElement().asString().contains("dañad");
		assertThat(base64(whole.substring(0, 13)).text()).isEqualTo("No llega");
		assertThat(MailParser
			.parse(mail(BASE64, whole.substring(0, 13).getBytes(StandardCharsets.UTF_8)), true, new Ourselves("", ""))
			.problems()).isEmpty();
	}

	private static final String BASE64 = "Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n";

	private static ParsedMail base64(String signs) {
		return MailParser.parse(mail(BASE64, signs.getBytes(StandardCharsets.UTF_8)));
	}

	private static ParsedMail html(String body) {
		return MailParser.parse(mail("Content-Type: text/html; charset=utf-8\r\n\r\n",
				("<html><body>" + body + "</body></html>").getBytes(StandardCharsets.UTF_8)));
	}

	private static byte[] mail(String headers, byte[] body) {
		ByteArrayOutputStream whole = new ByteArrayOutputStream();
		whole.writeBytes(("From: Ana <ana@x.example>\r\n" + headers).getBytes(StandardCharsets.UTF_8));
		whole.writeBytes(body);
		return whole.toByteArray();
	}

}
