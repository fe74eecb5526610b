package dev.escala.notification.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key of Standard Webhooks ({@code whsec_…}); shows itself to nobody. */
public final class WebhookSecret {

	static final String PREFIX = "whsec_";

	private static final String ALGORITHM = "HmacSHA256";

	/** What the specification asks for, in bytes. */
	private static final int SHORTEST = 24;

	private static final int LONGEST = 64;

	private final SecretKeySpec key;

	private WebhookSecret(byte[] key) {
		this.key = new SecretKeySpec(key, ALGORITHM);
	}

	/**
	 * Reads a key.
	 * @throws IllegalArgumentException where it is none; the message does not tell it
	 */
	public static WebhookSecret read(String text) {
		byte[] key;
		try {
			key = text.startsWith(PREFIX) ? Base64.getDecoder().decode(text.substring(PREFIX.length())) : new byte[0];
		}
		catch (IllegalArgumentException ex) {
			key = new byte[0];
		}
		if (key.length < SHORTEST || key.length > LONGEST) {
			throw new IllegalArgumentException(
					"must be " + PREFIX + " and " + SHORTEST + " to " + LONGEST + " random bytes in base64");
		}
		return new WebhookSecret(key);
	}

	/** The signature of one attempt, as it stands in {@code webhook-signature}. */
	public String sign(String id, long timestamp, String body) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			byte[] signature = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
			return "v1," + Base64.getEncoder().encodeToString(signature);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java has " + ALGORITHM, ex);
		}
	}

	@Override
	public String toString() {
		return PREFIX + "…";
	}

}
