package dev.escala.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import dev.escala.text.Shortening;

/** What text from outside may be, and how it may be repeated in an answer. */
public final class Text {

	private static final int QUOTED = 60;

	private Text() {
	}

	/** The text between quotation marks, without controls and not too long. */
	public static String quote(String text) {
		StringBuilder quoted = new StringBuilder("«");
		Shortening.withEllipsis(text, QUOTED)
			.codePoints()
			.map((c) -> (Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF)) ? '?' : c)
			.forEach(quoted::appendCodePoint);
		return quoted.append('»').toString();
	}

	/**
	 * Undoes the percent encoding of an address.
	 * @return the text, or empty where it is not valid UTF-8 or the encoding is broken
	 */
	static Optional<String> decoded(String encoded) {
		byte[] raw = encoded.getBytes(StandardCharsets.UTF_8);
		ByteBuffer bytes = ByteBuffer.allocate(raw.length);
		for (int i = 0; i < raw.length; i++) {
			if (raw[i] != '%') {
				bytes.put(raw[i]);
				continue;
			}
			int high = (i + 2 < raw.length) ? Character.digit(raw[i + 1], 16) : -1;
			int low = (i + 2 < raw.length) ? Character.digit(raw[i + 2], 16) : -1;
			if (high < 0 || low < 0) {
				return Optional.empty();
			}
			bytes.put((byte) (high * 16 + low));
			i += 2;
		}
		try {
			return Optional.of(StandardCharsets.UTF_8.newDecoder()
				.onMalformedInput(CodingErrorAction.REPORT)
				.onUnmappableCharacter(CodingErrorAction.REPORT)
				.decode(bytes.flip())
				.toString());
		}
		catch (CharacterCodingException ex) {
			return Optional.empty();
		}
	}

}
