package dev.escala.complaint.receipt;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;

import dev.escala.complaint.key.ComplaintKey;
import dev.escala.reference.CaseNumber;

/**
 * What a receipt says (Ley 10/2025 art. 12).
 *
 * @param number the matter
 * @param kind what the customer presented
 * @param words what they said, as they said it, of any length
 * @param presentedAt when it reached us
 * @param zone in which the customer reads date and hour
 * @param key with which they follow it
 * @param due by when we answer, or {@code null} while that cannot be told
 * @param answer how we answer
 * @param organisation who received it
 * @param language in which they complained: English, or else Spanish
 * @param recorded whether the call was recorded, so that they are told how to get it
 */
public record ReceiptFacts(CaseNumber number, Kind kind, String words, Instant presentedAt, ZoneId zone,
		ComplaintKey key, Due due, Answer answer, String organisation, Locale language, boolean recorded) {

	public ReceiptFacts {
		Objects.requireNonNull(number, "number");
		Objects.requireNonNull(kind, "kind");
		Objects.requireNonNull(presentedAt, "presentedAt");
		Objects.requireNonNull(zone, "zone");
		Objects.requireNonNull(key, "key");
		Objects.requireNonNull(answer, "answer");
		Objects.requireNonNull(organisation, "organisation");
		Objects.requireNonNull(language, "language");
		if (words == null || words.isBlank()) {
			throw new IllegalArgumentException("A receipt without the customer's words proves nothing");
		}
	}

	/** The same of what nobody recorded. */
	public ReceiptFacts(CaseNumber number, Kind kind, String words, Instant presentedAt, ZoneId zone, ComplaintKey key,
			Due due, Answer answer, String organisation, Locale language) {
		this(number, kind, words, presentedAt, zone, key, due, answer, organisation, language, false);
	}

	/** What a customer presents (Ley 10/2025 art. 3). */
	public enum Kind {

		COMPLAINT, INCIDENT, QUERY

	}

	/**
	 * By when we answer.
	 *
	 * @param before the first instant after the term
	 * @param norm what wants that, for example {@code Ley 10/2025, art. 17.1}
	 */
	public record Due(Instant before, String norm) {

		public Due {
			Objects.requireNonNull(before, "before");
			Objects.requireNonNull(norm, "norm");
		}

	}

	/**
	 * How we answer: as the complaint came, or as the customer chose.
	 *
	 * @param channel the way
	 * @param address where to, as the customer gave it, or {@code null}
	 */
	public record Answer(Channel channel, String address) {

		public Answer {
			Objects.requireNonNull(channel, "channel");
		}

	}

	/** The ways in which a customer may have the answer. */
	public enum Channel {

		EMAIL, POST, PHONE, CHAT, OFFICE

	}

}
