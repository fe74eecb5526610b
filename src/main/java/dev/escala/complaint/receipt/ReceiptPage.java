package dev.escala.complaint.receipt;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.escala.complaint.receipt.ReceiptFacts.Answer;
import dev.escala.complaint.receipt.ReceiptFacts.Due;
import dev.escala.complaint.print.Faces;
import dev.escala.text.BundleTexts;
import dev.escala.text.Dates;
import dev.escala.text.Sentences;

/** What stands on a receipt, in its language, in signs that can be printed. */
final class ReceiptPage {

	private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE");

	private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

	private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

	private final ReceiptFacts facts;

	private final String address;

	private final BundleTexts texts;

	/**
	 * The page of a receipt.
	 * @param address where the customer types the key
	 */
	ReceiptPage(ReceiptFacts facts, String address) {
		this.facts = facts;
		this.address = address;
		this.texts = new BundleTexts("complaint-receipt", facts.language());
	}

	/** What its template shows. */
	Map<String, Object> values() {
		String organisation = Faces.printable(this.facts.organisation());
		Map<String, Object> values = new HashMap<>();
		values.put("t", this.texts);
		values.put("title", this.texts.text("title", this.facts.number()));
		values.put("organisation", organisation);
		values.put("number", this.facts.number());
		values.put("heading", this.texts.text("heading." + this.facts.kind()));
		values.put("intro", this.texts.text("intro", organisation));
		values.put("key", this.facts.key());
		values.put("address", this.address);
		values.put("facts", lines());
		values.put("words", Faces.printable(this.facts.words()).lines().map(ReceiptPage::line).toList());
		values.put("signs", Faces.lacks(this.facts.words()));
		return values;
	}

	private List<Line> lines() {
		List<Line> lines = new ArrayList<>();
		lines.add(line("number", this.facts.number().value(), null));
		lines.add(line("kind", this.texts.text("kind." + this.facts.kind()), null));
		ZonedDateTime presented = this.facts.presentedAt().atZone(this.facts.zone());
		lines.add(line("presented",
				Sentences.beginning(this.texts.text("presented.at", date(presented), CLOCK.format(presented))),
				zone(presented)));
		if (this.facts.due() != null) {
			lines.add(line("due", due(this.facts.due()), this.facts.due().norm()));
		}
		lines.add(line("answer", answer(this.facts.answer()), null));
		if (this.facts.recorded()) {
			lines.add(line("recording", this.texts.text("recording.get"), null));
		}
		return lines;
	}

	/** A term of whole days ends with the last of them. */
	private String due(Due due) {
		ZonedDateTime before = due.before().atZone(this.facts.zone());
		boolean wholeDays = before.equals(before.toLocalDate().atStartOfDay(this.facts.zone()));
		return wholeDays ? this.texts.text("due.day", date(before.minusNanos(1)))
				: this.texts.text("due.hour", date(before), MINUTES.format(before));
	}

	private String answer(Answer answer) {
		String channel = this.texts.text("answer." + answer.channel());
		return (answer.address() == null) ? channel
				: this.texts.text("answer.address", channel, answer.address().strip());
	}

	private String date(ZonedDateTime time) {
		Locale locale = Dates.isEnglish(this.texts.locale()) ? Locale.UK : Dates.SPANISH;
		return WEEKDAY.withLocale(locale).format(time) + " " + Dates.full(time, locale);
	}

	/** The name that people know, and what is certain in thirty years. */
	private String zone(ZonedDateTime time) {
		String name = this.facts.zone().getDisplayName(TextStyle.FULL, this.texts.locale());
		return this.texts.text("zone", Sentences.beginning(name), this.facts.zone().getId(), offset(time));
	}

	private static String offset(ZonedDateTime time) {
		return time.getOffset().equals(ZoneOffset.UTC) ? "+00:00" : time.getOffset().getId();
	}

	private Line line(String key, String value, String more) {
		return new Line(this.texts.text(key), Faces.printable(value), (more == null) ? null : Faces.printable(more));
	}

	/** An empty line keeps its height, and blanks that somebody typed stay. */
	private static String line(String words) {
		return words.isBlank() ? "\u00A0" : words.replace("  ", "\u00A0 ");
	}

	/**
	 * A line of the table.
	 *
	 * @param more what stands below the value, smaller, or {@code null}
	 */
	public record Line(String label, String value, String more) {
	}

}
