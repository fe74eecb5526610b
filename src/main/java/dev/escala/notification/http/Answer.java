package dev.escala.notification.http;

/**
 * What came of a request.
 *
 * @param outcome how far it got
 * @param status the HTTP status, or 0 where there was no answer
 * @param retryAfter the header of this name, or {@code null}
 * @param body the beginning of the body of an answer that is no success, or empty
 * @param detail why there was no answer, in Spanish, for people, without the URL's path;
 * or {@code null}
 */
public record Answer(Outcome outcome, int status, String retryAfter, String body, String detail) {

	static Answer of(int status, String retryAfter, String body) {
		return new Answer(Outcome.ANSWERED, status, retryAfter, body, null);
	}

	static Answer none(boolean written, String detail) {
		return new Answer(written ? Outcome.IN_DOUBT : Outcome.NOT_REACHED, 0, null, "", detail);
	}

	/** Whether the server says that it has it. */
	public boolean isSuccess() {
		return this.status >= 200 && this.status < 300;
	}

	/** How far a request got. */
	public enum Outcome {

		/** The server answered, whatever it said. */
		ANSWERED,
		/** The server cannot have the request. */
		NOT_REACHED,
		/** The request was sent and no answer came. */
		IN_DOUBT

	}

}
