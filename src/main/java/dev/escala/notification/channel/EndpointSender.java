package dev.escala.notification.channel;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import dev.escala.notification.Lane;
import dev.escala.notification.OutboxQueueRepository.Claimed;
import dev.escala.notification.channel.Delivery.Result;
import dev.escala.notification.http.Answer;
import dev.escala.notification.http.PostClient;

/** Posts to one endpoint and understands its answer. */
abstract class EndpointSender implements Sender {

	/** Where the server says that it is too much, but not for how long. */
	private static final Duration TOO_FAST = Duration.ofSeconds(30);

	private final Endpoint endpoint;

	private final PostClient client;

	private final Clock clock;

	EndpointSender(Endpoint endpoint, PostClient client, Clock clock) {
		this.endpoint = endpoint;
		this.client = client;
		this.clock = clock;
	}

	@Override
	public final Lane lane() {
		return this.endpoint.lane();
	}

	@Override
	public final Delivery send(Claimed message) {
		String body = body(message);
		return understand(this.client.post(this.endpoint.url(),
				headers(message, this.clock.instant().getEpochSecond(), body), body.getBytes(StandardCharsets.UTF_8)));
	}

	/** What is posted. */
	abstract String body(Claimed message);

	/**
	 * Headers of its own.
	 * @param now seconds since 1970
	 */
	abstract Map<String, String> headers(Claimed message, long now, String body);

	/** Whether the receiver throws away what it has already. */
	abstract boolean isSafeToRepeat();

	private Delivery understand(Answer answer) {
		return switch (answer.outcome()) {
			case NOT_REACHED -> new Delivery(Result.UNREACHABLE, answer.detail());
			case IN_DOUBT -> doubt(answer.detail());
			case ANSWERED -> answered(answer);
		};
	}

	private Delivery answered(Answer answer) {
		if (answer.isSuccess()) {
			return new Delivery(Result.SENT, null);
		}
		String said = said(answer);
		Duration wait = RetryAfter.read(answer.retryAfter(), this.clock.instant());
		return switch (answer.status()) {
			// About this message: the next one may be another matter.
			case 400, 413, 415, 422 -> new Delivery(Result.REFUSED, said);
			case 410 -> new Delivery(Result.REFUSED,
					said + " Ya no quiere mensajes: quite el canal de la configuración, o corrija su dirección.");
			case 429 -> new Delivery(Result.REFUSED_FOR_NOW, said, (wait == null) ? TOO_FAST : wait);
			case 408, 425 -> new Delivery(Result.REFUSED_FOR_NOW, said, wait);
			// A gateway that gave up does not know what the server behind it did.
			case 502, 504 -> doubt(said);
			// All others are about us or the server: each message would meet the same.
			default -> new Delivery(Result.UNREACHABLE, said, wait);
		};
	}

	private Delivery doubt(String detail) {
		return new Delivery(isSafeToRepeat() ? Result.UNREACHABLE : Result.UNKNOWN, detail);
	}

	private static String said(Answer answer) {
		String code = answer.body().strip();
		String said = "contestó con " + answer.status();
		if (answer.status() >= 300 && answer.status() < 400) {
			return said + ", una redirección, y no se sigue ninguna.";
		}
		// A word such as channel_not_found; anything longer might repeat our URL.
		return said + (code.matches("[a-z_]{3,40}") ? " (" + code + ")." : ".");
	}

}
