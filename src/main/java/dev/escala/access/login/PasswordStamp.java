package dev.escala.access.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import org.camunda.bpm.engine.identity.User;

/**
 * Tells one stored password from another without being one: whatever was allowed with a
 * password ends where the stamp is another one, on every node.
 */
public final class PasswordStamp {

	private PasswordStamp() {
	}

	/** The stamp of a user as read from the engine. */
	public static String of(User stored) {
		try {
			// What the engine calls the password is its salted hash.
			byte[] hash = String.valueOf(stored.getPassword()).getBytes(StandardCharsets.UTF_8);
			return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(hash));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
