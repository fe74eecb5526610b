package dev.escala.inbound;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/**
 * Mails of one kind that differ in sender, charset and MIME shape. The people in them are
 * invented.
 */
final class WrittenMail {

	private static final List<String> NAMES = List.of("Nerea Ibarrola", "\"Cabrales, Tomás\"",
			"=?utf-8?Q?Bego=C3=B1a?=", "Compras (Lugo)", "\"\"", "Zoë van Dael", "=?iso-8859-1?B?Sm9zZSDBbHZhcmV6?=");

	private static final List<String> CHARSETS = List.of("utf-8", "iso-8859-1", "windows-1252", "iso-8859-15");

	private final Random random;

	private final String address;

	private final String id;

	private String from;

	private String headers = "";

	private String subject = "Pedido";

	private Shape shape;

	private String charset;

	/**
	 * @param id what stands in the Message-ID before the at sign
	 */
	WrittenMail(Random random, String address, String id) {
		this.random = random;
		this.address = address;
		this.id = id;
		this.from = one(NAMES) + " <" + address + ">";
		this.shape = one(List.of(Shape.values()));
		this.charset = one(CHARSETS);
	}

	private <T> T one(List<T> choices) {
		return choices.get(this.random.nextInt(choices.size()));
	}

	String address() {
		return this.address;
	}

	WrittenMail from(String from) {
		this.from = from;
		return this;
	}

	WrittenMail header(String header) {
		this.headers += header + "\r\n";
		return this;
	}

	WrittenMail subject(String subject) {
		this.subject = subject;
		return this;
	}

	/** Only where the kind itself is about it; else it differs. */
	WrittenMail as(Shape shape, String charset) {
		this.shape = shape;
		this.charset = charset;
		return this;
	}

	/** The mail with that text. */
	byte[] text(String text) {
		return whole(this.shape.write(text, this.charset));
	}

	/** The mail with a body that brings its own headers. */
	byte[] body(String body) {
		return whole(body.getBytes(StandardCharsets.UTF_8));
	}

	private byte[] whole(byte[] body) {
		byte[] head = ("From: " + this.from + "\r\nSubject: " + this.subject + "\r\nMessage-ID: <" + this.id
				+ "@mail.example>\r\nMIME-Version: 1.0\r\n" + this.headers)
			.getBytes(StandardCharsets.UTF_8);
		byte[] whole = new byte[head.length + body.length];
		System.arraycopy(head, 0, whole, 0, head.length);
		System.arraycopy(body, 0, whole, head.length, body.length);
		return whole;
	}

	/** How the text is packed. */
	enum Shape {

		PLAIN, QUOTED, BASE64, UNPADDED, PAGE, BOTH, WITH_FILE;

		byte[] write(String text, String charset) {
			Charset set = Charset.forName(charset);
			byte[] bytes = text.replace("\n", "\r\n").getBytes(set);
			String plain = "Content-Type: text/plain; charset=" + charset + "\r\n";
			String page = "<html><body><p>" + text.replace("<", "&lt;").replace("\n", "<br>") + "</p></body></html>";
			return switch (this) {
				case PLAIN -> join(plain + "Content-Transfer-Encoding: 8bit\r\n\r\n", bytes);
				case QUOTED ->
					join(plain + "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + quoted(bytes), null);
				case BASE64 -> join(plain + "Content-Transfer-Encoding: base64 (whole)\r\n\r\n"
						+ Base64.getMimeEncoder().encodeToString(bytes), null);
				case UNPADDED -> join(plain + "Content-Transfer-Encoding: base64\r\n\r\n"
						+ Base64.getMimeEncoder().withoutPadding().encodeToString(bytes), null);
				case PAGE -> join("Content-Type: text/html; charset=" + charset + "\r\n\r\n", page.getBytes(set));
				case BOTH -> join("Content-Type: multipart/alternative; boundary=b1\r\n\r\n--b1\r\n" + plain
						+ "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + quoted(bytes)
						+ "\r\n--b1\r\nContent-Type: text/html\r\n\r\n<p>otra forma</p>\r\n--b1--\r\n", null);
				case WITH_FILE -> join("Content-Type: multipart/mixed; boundary=b2\r\n\r\n--b2\r\n" + plain
						+ "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + quoted(bytes)
						+ "\r\n--b2\r\nContent-Type: text/csv; name=datos.csv\r\n"
						+ "Content-Disposition: attachment; filename=datos.csv\r\n\r\na;b\r\n--b2--\r\n", null);
			};
		}

		private static String quoted(byte[] bytes) {
			StringBuilder quoted = new StringBuilder();
			for (byte b : bytes) {
				quoted.append((b >= 32 && b < 127 && b != '=' || b == '\r' || b == '\n') ? String.valueOf((char) b)
						: "=%02X".formatted(b));
			}
			return quoted.toString();
		}

		private static byte[] join(String head, byte[] body) {
			byte[] begin = head.getBytes(StandardCharsets.UTF_8);
			if (body == null) {
				return begin;
			}
			byte[] whole = new byte[begin.length + body.length];
			System.arraycopy(begin, 0, whole, 0, begin.length);
			System.arraycopy(body, 0, whole, begin.length, body.length);
			return whole;
		}

	}

}
