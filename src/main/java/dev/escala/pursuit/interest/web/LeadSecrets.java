package dev.escala.pursuit.interest.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

import dev.escala.notification.channel.WebhookSecret;
import dev.escala.startup.StartupProblem;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The keys by which the forms of other sites sign what they send, as Standard Webhooks
 * says. What is wrong stops the start with a sentence that names the property and never
 * the key.
 *
 * @param secrets {@code whsec_…}, several while they change; none closes the door
 */
@ConfigurationProperties("escala.leads")
record LeadSecrets(List<String> secrets) {

	LeadSecrets {
		secrets = (secrets == null) ? List.of()
				: secrets.stream().map(String::strip).filter((one) -> !one.isEmpty()).toList();
		read(secrets);
	}

	boolean isEmpty() {
		return this.secrets.isEmpty();
	}

	/** Whether one of the signatures is of one of our keys. */
	boolean signed(String id, long timestamp, String body, String signatures) {
		boolean signed = false;
		for (WebhookSecret secret : read(this.secrets)) {
			byte[] ours = secret.sign(id, timestamp, body).getBytes(StandardCharsets.UTF_8);
			for (String theirs : signatures.split(" ", 10)) {
				signed |= MessageDigest.isEqual(ours, theirs.getBytes(StandardCharsets.UTF_8));
			}
		}
		return signed;
	}

	private static List<WebhookSecret> read(List<String> secrets) {
		List<WebhookSecret> read = new ArrayList<>();
		for (int i = 0; i < secrets.size(); i++) {
			try {
				read.add(WebhookSecret.read(secrets.get(i)));
			}
			catch (IllegalArgumentException ex) {
				throw new StartupProblem("escala.leads.secrets[" + i + "] " + ex.getMessage() + ".");
			}
		}
		return read;
	}

	/** How many there are, and nothing of them. */
	@Override
	public String toString() {
		return "LeadSecrets[" + this.secrets.size() + "]";
	}

}
