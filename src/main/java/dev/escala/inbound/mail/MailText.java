package dev.escala.inbound.mail;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import dev.escala.text.Shortening;

/** Turns bytes and characters of a mail into text that can be stored and read. */
public final class MailText {

	private static final Charset WINDOWS = Charset.forName("windows-1252");

	/** Names under which programs send something else, or their own private names. */
	private static final Map<String, Charset> MEANT = Map.of("iso-8859-1", WINDOWS, "latin1", WINDOWS, "us-ascii",
			StandardCharsets.UTF_8, "ascii", StandardCharsets.UTF_8, "ansi_x3.4-1968", StandardCharsets.UTF_8,
			"unknown-8bit", StandardCharsets.UTF_8, "x-unknown", StandardCharsets.UTF_8, "utf8mb4",
			StandardCharsets.UTF_8, "cp-850", WINDOWS);

	private static final Set<Charset> LATIN = Set.of(WINDOWS, Charset.forName("iso-8859-15"));

	/** In bytes, in any charset that mails are written in. */
	private static final int LONGEST_CHARACTER = 4;

	/** Signs that turn the direction of writing and make one name look like another. */
	private static final Pattern TURNING = Pattern.compile("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

	private static final Pattern META = Pattern.compile(
			"<(?:meta\\s[^>]{0,200}?charset|\\?xml[^>]{0,100}?encoding)\\s{0,3}=\\s{0,3}[\"']?([\\w.:-]{2,40})",
			Pattern.CASE_INSENSITIVE);

	/**
	 * As much of a page as comes before its words, with the styles that programs write.
	 */
	private static final int LONGEST_HEAD = 64 * 1024;

	private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

	private MailText() {
	}

	/**
	 * Decodes what somebody wrote. A charset that does not exist or does not fit the
	 * bytes is not believed: then it is UTF-8 where that fits, else Windows-1252. One bad
	 * byte spoils only itself. UTF-7 is never decoded, because it can hide what it says
	 * from whoever checks it.
	 * @param bytes the bytes
	 * @param charset the name that the mail gives, or {@code null}
	 */
	public static String decode(byte[] bytes, String charset) {
		Optional<Charset> said = named(charset);
		// What is UTF-8 by chance is hardly ever words: many programs only say Latin.
		Optional<String> unicode = said.filter(LATIN::contains)
			.flatMap((known) -> strictly(bytes, StandardCharsets.UTF_8));
		return unicode.or(() -> said.flatMap((known) -> strictly(bytes, known)))
			.or(() -> strictly(bytes, StandardCharsets.UTF_8))
			.or(() -> said.filter((known) -> !LATIN.contains(known)).flatMap((known) -> mostly(bytes, known)))
			.or(() -> mostly(bytes, StandardCharsets.UTF_8))
			.orElseGet(() -> new String(bytes, WINDOWS));
	}

	/** Whether the name is a charset that these bytes may be in. */
	static boolean isCharset(String name, byte[] bytes) {
		return named(name).filter((known) -> known != StandardCharsets.UTF_8 || strictly(bytes, known).isPresent())
			.isPresent();
	}

	/** With a byte here and there that is none: in UTF-8 that one is of Windows. */
	private static Optional<String> mostly(byte[] bytes, Charset charset) {
		CharsetDecoder decoder = charset.newDecoder();
		ByteBuffer in = ByteBuffer.wrap(bytes);
		CharBuffer out = CharBuffer.allocate((int) (bytes.length * Math.max(1.0, decoder.maxCharsPerByte())) + 1);
		boolean unicode = charset.equals(StandardCharsets.UTF_8);
		int wrong = 0;
		while (true) {
			CoderResult result = decoder.decode(in, out, true);
			if (!result.isError()) {
				break;
			}
			for (int i = 0; i < result.length(); i++) {
				String one = new String(new byte[] { in.get() }, WINDOWS);
				out.put(unicode ? one : "\ufffd");
				wrong++;
			}
		}
		String text = out.flip().toString();
		long foreign = text.chars().filter((c) -> c > 0x7f).count() - wrong;
		return (foreign >= (unicode ? wrong : wrong * 5L) && foreign > 0) ? Optional.of(text) : Optional.empty();
	}

	/**
	 * What stands in base64, whole also without the signs that fill up the end, and where
	 * several pieces were filled up one after the other; what is no sign of base64 is
	 * passed over.
	 */
	static byte[] fromBase64(byte[] encoded) {
		ByteArrayOutputStream decoded = new ByteArrayOutputStream(encoded.length);
		ByteArrayOutputStream piece = new ByteArrayOutputStream();
		for (byte b : encoded) {
			if (b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '+' || b == '/') {
				piece.write(b);
			}
			else if (b == '=') {
				decoded.writeBytes(ofPiece(piece.toByteArray()));
				piece.reset();
			}
		}
		decoded.writeBytes(ofPiece(piece.toByteArray()));
		return decoded.toByteArray();
	}

	/** Whether signs stand in it that are none of base64, or some are missing. */
	static boolean isDamagedBase64(byte[] encoded) {
		int signs = 0;
		for (byte b : encoded) {
			boolean letter = b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9';
			if (letter || b == '+' || b == '/') {
				signs++;
			}
			else if (b == '=') {
				// One that stands alone fills nothing up.
				if (signs % 4 == 1) {
					return true;
				}
				signs = 0;
			}
			else if (b != '\r' && b != '\n' && b != ' ' && b != '\t') {
				return true;
			}
		}
		return signs % 4 == 1;
	}

	/** The charset that a page names for itself at its beginning, or {@code null}. */
	static String charsetOfPage(byte[] page) {
		Matcher named = META
			.matcher(new String(page, 0, Math.min(page.length, LONGEST_HEAD), StandardCharsets.ISO_8859_1));
		return named.find() ? named.group(1) : null;
	}

	private static byte[] ofPiece(byte[] signs) {
		return Base64.getDecoder().decode((signs.length % 4 == 1) ? Arrays.copyOf(signs, signs.length - 1) : signs);
	}

	/**
	 * Decodes the beginning of what somebody wrote, as {@link #decode} does the whole:
	 * the bytes of a character that the end cut in two say nothing about the charset.
	 */
	public static String decodeBeginning(byte[] bytes, String charset) {
		Optional<Charset> said = named(charset);
		return said.filter((known) -> !LATIN.contains(known))
			.flatMap((known) -> withoutEnd(bytes, known))
			.or(() -> withoutEnd(bytes, StandardCharsets.UTF_8))
			.or(() -> said.flatMap((known) -> strictly(bytes, known)))
			.or(() -> mostly(bytes, StandardCharsets.UTF_8))
			.orElseGet(() -> new String(bytes, WINDOWS));
	}

	private static Optional<String> withoutEnd(byte[] bytes, Charset charset) {
		return IntStream.range(0, Math.min(LONGEST_CHARACTER, bytes.length + 1))
			.mapToObj((missing) -> strictly(Arrays.copyOf(bytes, bytes.length - missing), charset))
			.flatMap(Optional::stream)
			.findFirst();
	}

	private static Optional<Charset> named(String name) {
		if (name == null) {
			return Optional.empty();
		}
		String plain = name.strip().replaceAll("^[\"']+|[\"']+$", "").toLowerCase(Locale.ROOT);
		if (MEANT.containsKey(plain)) {
			return Optional.of(MEANT.get(plain));
		}
		try {
			return plain.contains("utf-7") ? Optional.empty() : Optional.of(Charset.forName(plain));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static Optional<String> strictly(byte[] bytes, Charset charset) {
		try {
			return Optional.of(charset.newDecoder()
				.onMalformedInput(CodingErrorAction.REPORT)
				.onUnmappableCharacter(CodingErrorAction.REPORT)
				.decode(ByteBuffer.wrap(bytes))
				.toString());
		}
		catch (CharacterCodingException | UnsupportedOperationException ex) {
			return Optional.empty();
		}
	}

	/**
	 * The text without what PostgreSQL cannot keep and people cannot see: control
	 * characters other than line breaks and tabulators, half surrogate pairs, signs that
	 * turn the direction. Line breaks become {@code \n}.
	 */
	public static String readable(String text) {
		String lines = TURNING.matcher(text).replaceAll("").replace("\r\n", "\n").replace('\r', '\n');
		StringBuilder result = new StringBuilder(lines.length());
		lines.codePoints()
			.filter((c) -> c == '\n' || c == '\t'
					|| !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
			.forEach(result::appendCodePoint);
		return result.toString();
	}

	/** The same on one line, of at most so many characters. */
	public static String line(String text, int maximum) {
		return Shortening.withEllipsis(BLANKS.matcher(readable(text)).replaceAll(" ").strip(), maximum);
	}

}
