package dev.escala.complaint.key;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * With what keys are digested.
 *
 * @param secrets of at least 32 characters; the first one counts for new keys, all do for
 * those that customers have. None: one that the database keeps
 */
@ConfigurationProperties("escala.complaint-key")
record ComplaintKeyProperties(List<String> secrets) {

	private static final int SHORTEST = 32;

	ComplaintKeyProperties {
		secrets = (secrets == null) ? List.of()
				: secrets.stream().map(String::strip).filter((secret) -> !secret.isEmpty()).toList();
		if (secrets.stream().anyMatch((secret) -> secret.length() < SHORTEST)) {
			throw new IllegalArgumentException(
					"escala.complaint-key.secrets: each secret needs at least " + SHORTEST + " characters");
		}
	}

	/** Without the secrets. */
	@Override
	public String toString() {
		return "ComplaintKeyProperties[" + this.secrets.size() + " secrets]";
	}

}
