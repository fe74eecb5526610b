package dev.escala.internalrequest;

import java.time.Instant;

import dev.escala.reference.UserId;

/**
 * Something that was said about a request while it was worked on.
 *
 * @param kind what it is
 * @param author user id
 * @param writtenAt when
 * @param text the words
 */
public record RequestNote(Kind kind, UserId author, Instant writtenAt, String text) {

	/** What a note is. */
	public enum Kind {

		ACKNOWLEDGEMENT("Acuse de recibo"), QUESTION("Falta saber"), COMPLETION("Se completó"),
		DATE("Por qué hace falta más tiempo"), DATE_TOLD("Se dijo la nueva fecha al cliente"),
		TRANSFER("Por qué pasó a otro grupo"), TOLD("Qué se dijo al cliente"), DEBRIEF("Repaso del trabajo conjunto"),
		RATING("Comentario de la valoración");

		private final String label;

		Kind(String label) {
			this.label = label;
		}

		/** The Spanish name. */
		public String label() {
			return this.label;
		}

	}

}
