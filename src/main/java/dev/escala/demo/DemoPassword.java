package dev.escala.demo;

import java.security.SecureRandom;

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

	/** Without letters and digits that are easily taken for each other. */
	private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

	private final String value;

	DemoPassword(DemoProperties properties, DataFolder folder) {
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

	private static String madeUp() {
		SecureRandom random = new SecureRandom();
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < 15; i++) {
			text.append((i % 5 == 0 && i > 0) ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
		}
		return text.toString();
	}

}
