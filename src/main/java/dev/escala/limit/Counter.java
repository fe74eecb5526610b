package dev.escala.limit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Whose tries are counted together.
 *
 * @param limit how many there may be
 * @param key who or from where, in any text
 */
public record Counter(Limit limit, String key) {

	/** What is stored of the key. */
	public byte[] stored() {
		try {
			return MessageDigest.getInstance("SHA-256").digest(this.key.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** All nodes take counters in the same order, so that none waits for the other. */
	String order() {
		return this.limit.kind() + HexFormat.of().formatHex(stored());
	}

}
