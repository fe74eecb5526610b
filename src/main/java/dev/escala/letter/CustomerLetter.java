package dev.escala.letter;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.escala.clock.ServiceClock;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;

/**
 * What somebody writes to the customers of a case, from the first version until it is
 * sent.
 *
 * @param id our id
 * @param caseNumber the case
 * @param intent why it is written
 * @param customerId its only reader, or {@code null} where all customers who wait for it
 * get it
 * @param status how far it has got
 * @param readers the group that reads it first, or {@code null} where nobody has to
 * @param readingReason why, in Spanish, or {@code null} before that was decided
 * @param versions as they were written, oldest first: at least one
 * @param readings what readers said, oldest first
 */
public record CustomerLetter(long id, CaseNumber caseNumber, LetterIntent intent, CustomerId customerId, Status status,
		String readers, String readingReason, List<Version> versions, List<Reading> readings) {

	public CustomerLetter {
		versions = List.copyOf(versions);
		readings = List.copyOf(readings);
	}

	/** The text that is to be sent. */
	public Version latest() {
		return this.versions.get(this.versions.size() - 1);
	}

	/** Everybody who wrote at it: none of them is its second reader. */
	public Set<UserId> authors() {
		return this.versions.stream().map(Version::author).collect(Collectors.toSet());
	}

	/**
	 * Whether any version touched legal matters: what was sent back is read again, also
	 * where the reader's remark was that very passage.
	 */
	public boolean mentionsLegal() {
		return this.versions.stream().anyMatch(Version::mentionsLegal);
	}

	/** Whether any version touched compensation. */
	public boolean mentionsRemedy() {
		return this.versions.stream().anyMatch(Version::mentionsRemedy);
	}

	/** Whether any version was to go out in spite of what the checks said. */
	public boolean hasOverrides() {
		return this.versions.stream().anyMatch((version) -> version.overrideReason() != null);
	}

	/** The clock that runs until the customer has the letter. */
	public ServiceClock clock() {
		return switch (this.intent) {
			case PLAN, DECISION -> ServiceClock.ANSWER;
			case REPLY -> ServiceClock.CONTACT_REPLY;
			case PLAN_CHANGE, UPDATE, PROMISE, APOLOGY, QUESTION, QUOTE -> ServiceClock.UPDATE;
		};
	}

	/** The mail template that frames it. */
	public String template() {
		return template(this.intent);
	}

	/** The mail template that frames letters of an intent. */
	public static String template(LetterIntent intent) {
		return switch (intent) {
			case PLAN -> "customer-plan";
			case PLAN_CHANGE -> "customer-plan-change";
			case REPLY -> "customer-reply";
			case APOLOGY -> "customer-apology";
			case QUESTION -> "customer-question";
			case DECISION -> "customer-decision";
			case QUOTE -> "customer-quote";
			case UPDATE, PROMISE -> "customer-update";
		};
	}

	/**
	 * Refuses what cannot be done with the letter now.
	 * @param what the Spanish infinitive
	 * @throws ConflictException naming the action and the state
	 */
	void require(String what, Status... allowed) {
		if (!Set.of(allowed).contains(this.status)) {
			throw new ConflictException("No se puede " + what + ": " + this.intent.label() + " de " + this.caseNumber
					+ " " + this.status.label() + ".");
		}
	}

	/** How far a letter has got. */
	public enum Status {

		WRITTEN("espera la comprobación"), CLEARED("se puede enviar"), IN_READING("está en segunda lectura"),
		SENT_BACK("espera una corrección"), APPROVED("tiene el visto bueno"), SENT("se envió"),
		DROPPED("quedó sin enviar");

		private final String label;

		Status(String label) {
			this.label = label;
		}

		/** The state as the end of a Spanish sentence. */
		public String label() {
			return this.label;
		}

		/** Whether nothing comes after it. */
		public boolean isFinal() {
			return this == SENT || this == DROPPED;
		}

	}

	/**
	 * A version of the text.
	 *
	 * @param number 1 for the first
	 * @param author user id
	 * @param text what was written
	 * @param findings what the checks said of it, in Spanish
	 * @param overrideReason why it goes out in spite of them, or {@code null}
	 * @param mentionsLegal whether it touches legal matters
	 * @param mentionsRemedy whether it touches compensation
	 * @param writtenAt when
	 */
	public record Version(int number, UserId author, String text, List<String> findings, String overrideReason,
			boolean mentionsLegal, boolean mentionsRemedy, Instant writtenAt) {

		public Version {
			findings = List.copyOf(findings);
		}

	}

	/**
	 * What a second reader said of a version.
	 *
	 * @param version the version's number
	 * @param reader user id
	 * @param approved whether it may go out
	 * @param comment what should be better, or {@code null}
	 * @param readAt when
	 */
	public record Reading(int version, UserId reader, boolean approved, String comment, Instant readAt) {
	}

}
