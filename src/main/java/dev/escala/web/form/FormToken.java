package dev.escala.web.form;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a page with a form is known by: 256 random bits that only its reader has. Equal
 * forms are sent once by it, its confirmation lies at it, and what the confirmation alone
 * may show is sealed with it: whoever reads the database opens nothing.
 */
public final class FormToken {

	private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final String CIPHER = "AES/GCM/NoPadding";

	private static final int TOKEN_BYTES = 32;

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private final String value;

	private FormToken(String value) {
		this.value = value;
	}

	/** A new one. */
	public static FormToken fresh() {
		return new FormToken(base64(random(TOKEN_BYTES)));
	}

	/** What came with a request; empty where it is none. */
	public static Optional<FormToken> read(String sent) {
		return (sent != null && SHAPE.matcher(sent).matches()) ? Optional.of(new FormToken(sent)) : Optional.empty();
	}

	/** What may be stored of it, in hexadecimal. */
	public String digest() {
		return HexFormat.of().formatHex(sha256("form " + this.value));
	}

	/** Makes a text readable with this token only. */
	public String seal(String text) {
		byte[] nonce = random(NONCE_BYTES);
		byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8));
		return base64(ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array());
	}

	/** The text that was sealed. */
	public String unseal(String sealed) {
		byte[] bytes = Base64.getUrlDecoder().decode(sealed);
		return new String(cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, NONCE_BYTES),
				Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length)), StandardCharsets.UTF_8);
	}

	private byte[] cipher(int mode, byte[] nonce, byte[] text) {
		try {
			Cipher cipher = Cipher.getInstance(CIPHER);
			cipher.init(mode, new SecretKeySpec(sha256("seal " + this.value), "AES"),
					new GCMParameterSpec(TAG_BITS, nonce));
			return cipher.doFinal(text);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] sha256(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] random(int length) {
		byte[] bytes = new byte[length];
		RANDOM.nextBytes(bytes);
		return bytes;
	}

	private static String base64(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	/** As it stands in forms and addresses. */
	@Override
	public String toString() {
		return this.value;
	}

}
