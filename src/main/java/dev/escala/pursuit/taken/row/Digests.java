package dev.escala.pursuit.taken.row;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Texts as short digests: they tell whether something changed and not what it was, so
 * that nothing has to be erased from them.
 */
final class Digests {

	private static final int BYTES = 10;

	private Digests() {
	}

	/** Equal texts have equal digests, whatever their blanks; nothing has none. */
	static String of(String text) {
		String plain = (text == null) ? "" : text.replaceAll("(?U)\\s+", " ").strip();
		if (plain.isEmpty()) {
			return null;
		}
		try {
			byte[] whole = MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(Arrays.copyOf(whole, BYTES));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
