package dev.escala.complaint.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.term.ComplaintTerm;
import dev.escala.text.BundleTexts;
import dev.escala.text.Dates;

/**
 * What somebody who has just complained reads: what the organisation knows because they
 * typed it, and no more (Ley 10/2025 arts. 11 and 12).
 */
public final class Confirmation {

	private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

	private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

	private final Complaint complaint;

	private final String key;

	private final String email;

	private final ComplaintTerm term;

	private final BundleTexts texts;

	/**
	 * The confirmation of a complaint.
	 * @param email the address that was typed, or empty
	 * @param term by when it has to be answered, or {@code null}
	 */
	Confirmation(Complaint complaint, String key, String email, ComplaintTerm term, BundleTexts texts) {
		this.complaint = complaint;
		this.key = key;
		this.email = email;
		this.term = term;
		this.texts = texts;
	}

	/** For example {@code QUE-2026-000012}. */
	public String number() {
		return this.complaint.number().value();
	}

	/** The key, in groups of four. */
	public String key() {
		return this.key;
	}

	/** When it arrived, to the second. */
	public String presented() {
		ZonedDateTime time = at(this.complaint.statement().presentedAt());
		return this.texts.text("done.moment", date(time), CLOCK.format(time));
	}

	/** In which zone that is said. */
	public String zone() {
		ZoneId zone = this.complaint.zone();
		return this.texts.text("done.zone", zone.getDisplayName(TextStyle.FULL, this.texts.locale()), zone.getId());
	}

	/** By when we answer, or {@code null} where no norm says it. */
	public String due() {
		if (this.term == null || this.term.dueAt() == null) {
			return null;
		}
		ZonedDateTime before = at(this.term.dueAt());
		boolean wholeDays = before.equals(before.toLocalDate().atStartOfDay(this.complaint.zone()));
		return wholeDays ? this.texts.text("done.due.day", date(before.minusNanos(1)))
				: this.texts.text("done.due.hour", date(before), MINUTES.format(before));
	}

	/** By which way we answer. */
	public String channel() {
		return this.texts.text("done.channel." + this.complaint.statement().channel());
	}

	/** The address that was typed, or {@code null}. */
	public String email() {
		return this.email.isEmpty() ? null : this.email;
	}

	private ZonedDateTime at(Instant instant) {
		return instant.atZone(this.complaint.zone());
	}

	private String date(ZonedDateTime time) {
		return this.texts.text("done.date", Dates.weekday(time, this.texts.locale()), String.valueOf(time.getYear()));
	}

}
