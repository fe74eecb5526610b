package dev.escala.notification.channel;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.notification.OutboxQueueRepository.Claimed;
import dev.escala.notification.http.PostClient;

/**
 * Writes a line into a team's chat. A chat shows what it gets as often as it gets it: in
 * doubt, people decide.
 */
final class SlackSender extends EndpointSender {

	private static final ObjectMapper JSON = new ObjectMapper();

	SlackSender(Endpoint endpoint, PostClient client, Clock clock) {
		super(endpoint, client, clock);
	}

	@Override
	String body(Claimed message) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("text", message.text());
		// The subject is a customer's: nobody fetches what it may link to.
		body.put("unfurl_links", false);
		body.put("unfurl_media", false);
		try {
			return JSON.writeValueAsString(body);
		}
		catch (JsonProcessingException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	Map<String, String> headers(Claimed message, long now, String body) {
		return Map.of();
	}

	@Override
	boolean isSafeToRepeat() {
		return false;
	}

}
