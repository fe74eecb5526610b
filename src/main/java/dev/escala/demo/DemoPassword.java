package dev.escala.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * The one password of all demo users: configured, or made up once and kept in the data
 * folder so that a restart prints the same.
 */
@Component
@OnlyInDemo
class DemoPassword {

	private static final String FILE = "demo-password";

	private static final String HASHES = "demo-password-hashes";

	/** Without letters and digits that are easily taken for each other. */
	private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

	private final Argon2PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();

	private final DataFolder folder;

	private final String value;

	DemoPassword(DemoProperties properties, DataFolder folder) {
		this.folder = folder;
		String configured = properties.demo().password();
		this.value = StringUtils.hasText(configured) ? configured : folder.readSecret(FILE).orElseGet(() -> {
			String made = madeUp();
			folder.writeSecret(FILE, made);
			return made;
		});
	}

	String value() {
		return this.value;
	}

	/**
	 * Whether these hashes are still those that were made of this password. To make ten
	 * of them takes a second of each start; here one of them is made, and compared is
	 * that none of the ten was replaced.
	 */
	boolean isKnownBy(List<String> hashes) {
		String kept = this.folder.readSecret(HASHES).orElse("");
		return kept.startsWith(fingerprint(hashes))
				&& this.encoder.matches(this.value, kept.substring(kept.indexOf(' ') + 1));
	}

	/** From now on these hashes are those of this password. */
	void isGivenTo(List<String> hashes) {
		this.folder.writeSecret(HASHES, fingerprint(hashes) + ' ' + this.encoder.encode(this.value));
	}

	private static String fingerprint(List<String> hashes) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256")
					.digest(String.join(" ", hashes).getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex); // every Java has it
		}
	}

	private static String madeUp() {
		SecureRandom random = new SecureRandom();
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < 15; i++) {
			text.append((i % 5 == 0 && i > 0) ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
		}
		return text.toString();
	}

}
