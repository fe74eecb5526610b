package dev.escala.notification.channel;

import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;

import dev.escala.notification.OutboxQueueRepository.Claimed;
import dev.escala.notification.http.PostClient;

/**
 * Posts signed JSON as Standard Webhooks says. Each attempt has the same
 * {@code webhook-id}, by which the receiver knows what it has already: that is why a
 * webhook is repeated where nobody knows whether it arrived.
 */
final class WebhookSender extends EndpointSender {

	private final Endpoint endpoint;

	WebhookSender(Endpoint endpoint, PostClient client, Clock clock) {
		super(endpoint, client, clock);
		this.endpoint = endpoint;
	}

	@Override
	String body(Claimed message) {
		return message.text();
	}

	@Override
	Map<String, String> headers(Claimed message, long now, String body) {
		// The moment tells apart two installations that count from one.
		String id = "msg_" + message.id() + "_" + Long.toString(message.createdAt().toEpochMilli(), 36);
		String signatures = this.endpoint.secrets()
			.stream()
			.map((secret) -> secret.sign(id, now, body))
			.collect(Collectors.joining(" "));
		return Map.of("webhook-id", id, "webhook-timestamp", String.valueOf(now), "webhook-signature", signatures);
	}

	@Override
	boolean isSafeToRepeat() {
		return true;
	}

}
