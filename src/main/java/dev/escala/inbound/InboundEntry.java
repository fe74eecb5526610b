package dev.escala.inbound;

import java.time.Instant;
import java.util.List;

import dev.escala.reference.UserId;

/**
 * A mail with all that belongs to it.
 *
 * @param mail what it is and what became of it
 * @param text what its sender wrote, without the mail that they answer
 * @param fullText the whole text
 * @param files what came with it
 * @param actions what people did with it, oldest first
 */
public record InboundEntry(InboundMail mail, String text, String fullText, List<InboundFile> files,
		List<Action> actions) {

	public InboundEntry {
		files = List.copyOf(files);
		actions = List.copyOf(actions);
	}

	/** What a person can do with a mail. */
	public enum Kind {

		ASSIGN("Lo asignó"), DISCARD("Lo descartó"), OPEN("Abrió un expediente con él");

		private final String label;

		Kind(String label) {
			this.label = label;
		}

		/** What was done, in Spanish. */
		public String label() {
			return this.label;
		}

	}

	/**
	 * What somebody did with a mail.
	 *
	 * @param actor user id
	 * @param statusBefore what had become of it before
	 * @param reason why, as they wrote it
	 */
	public record Action(Instant happenedAt, UserId actor, Kind kind, InboundMail.Status statusBefore, String reason) {
	}

}
