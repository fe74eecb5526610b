package dev.escala.pursuit.interest.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

import dev.escala.notification.channel.WebhookSecret;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The keys by which the forms of other sites sign what they send, as Standard Webhooks
 * says.
 */
@ConfigurationProperties("escala.leads")
class LeadSecrets {

	private final List<WebhookSecret> secrets;

	/**
	 * Reads the keys.
	 * @param secrets {@code whsec_…}, several while they change; none closes the door
	 */
	LeadSecrets(List<String> secrets) {
		this.secrets = (secrets == null) ? List.of()
				: secrets.stream().map(String::strip).filter((one) -> !one.isEmpty()).map(WebhookSecret::read).toList();
	}

	boolean isEmpty() {
		return this.secrets.isEmpty();
	}

	/** Whether one of the signatures is of one of our keys. */
	boolean signed(String id, long timestamp, String body, String signatures) {
		boolean signed = false;
		for (WebhookSecret secret : this.secrets) {
			byte[] ours = secret.sign(id, timestamp, body).getBytes(StandardCharsets.UTF_8);
			for (String theirs : signatures.split(" ", 10)) {
				signed |= MessageDigest.isEqual(ours, theirs.getBytes(StandardCharsets.UTF_8));
			}
		}
		return signed;
	}

}
