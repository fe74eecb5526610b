package dev.escala.notification;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whether each mail has a return path of its own.
 *
 * @param keys secrets of at least 32 characters; the first one signs, all are believed.
 * None: mails return to the address that they are from
 */
@ConfigurationProperties("escala.return-path")
public record ReturnPathProperties(List<String> keys) {

	private static final int SHORTEST = 32;

	public ReturnPathProperties {
		keys = (keys == null) ? List.of() : keys.stream().map(String::strip).filter((key) -> !key.isEmpty()).toList();
		if (keys.stream().anyMatch((key) -> key.length() < SHORTEST)) {
			throw new IllegalArgumentException(
					"escala.return-path.keys: each key needs at least " + SHORTEST + " characters");
		}
	}

	/** Without the keys. */
	@Override
	public String toString() {
		return "ReturnPathProperties[" + this.keys.size() + " keys]";
	}

}
