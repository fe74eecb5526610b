package dev.escala.inbound;

import java.time.Instant;
import java.util.List;

import dev.escala.reference.CaseNumber;

/**
 * A mail that arrived and what became of it.
 *
 * @param id our id
 * @param receivedAt when it was fetched
 * @param status what became of it
 * @param why why, in Spanish, or empty
 * @param sender the address that it names as its sender, or {@code null}
 * @param senderName the name beside it, or empty
 * @param subject the subject, or empty
 * @param sentAt when its sender says to have written it, or {@code null}
 * @param caseNumber the case that it belongs to, or {@code null}
 * @param suggestions cases that it may belong to
 * @param cut whether only its beginning was kept
 * @param arrivedAt when our mail server got it, by its own clock, but not later than we
 * fetched it
 * @param opened the matter that a person began with it, or {@code null}
 */
public record InboundMail(long id, Instant receivedAt, Status status, String why, String sender, String senderName,
		String subject, Instant sentAt, CaseNumber caseNumber, List<CaseNumber> suggestions, boolean cut,
		Instant arrivedAt, CaseNumber opened) {

	public InboundMail {
		suggestions = List.copyOf(suggestions);
	}

	/** Whether a person may begin a matter with it. */
	public boolean canOpen() {
		return this.opened == null && this.status != Status.RECEIVED;
	}

	/** What became of a mail. */
	public enum Status {

		/** Kept, and not looked at yet. */
		RECEIVED("Sin tratar"),
		/** It belongs to a case. */
		CONTACT("En un caso"),
		/** A person decides. */
		WAITING("Por decidir"),
		/** Its sender sends too many; a person decides when there is time. */
		HELD("Retenido"),
		/** A machine wrote it. */
		AUTOMATIC("Automático"),
		/** It says that a mail of ours did not arrive. */
		BOUNCE("Devuelto"),
		/** It came twice. */
		DUPLICATE("Repetido"),
		/** A person decided that nothing follows from it. */
		DISCARDED("Descartado");

		private final String label;

		Status(String label) {
			this.label = label;
		}

		/** The Spanish name. */
		public String label() {
			return this.label;
		}

		/** Whether a person may give it to a case or discard it. */
		public boolean isOpenToDecision() {
			return this != RECEIVED && this != CONTACT;
		}

	}

}
