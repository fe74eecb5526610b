package dev.escala.complaint.paper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.escala.complaint.information.ContactWays;
import dev.escala.complaint.print.Faces;
import dev.escala.notification.NotificationProperties;
import dev.escala.text.BundleTexts;
import dev.escala.text.Dates;

/**
 * What stands on an answer, in signs that can be printed. The letter is laid out as its
 * text says: nothing is added to what its second reader read.
 */
final class AnswerPage {

	/** A point as the letter quotes it. */
	private static final Pattern POINT = Pattern.compile("\\d+\\. «.*»");

	private static final String ITEM = "- ";

	private final AnswerFacts facts;

	private final NotificationProperties sender;

	private final ContactWays ways;

	private final String tracking;

	private final BundleTexts texts;

	/**
	 * The page of an answer.
	 * @param tracking where the customer types the key
	 */
	AnswerPage(AnswerFacts facts, NotificationProperties sender, ContactWays ways, String tracking) {
		this.facts = facts;
		this.sender = sender;
		this.ways = ways;
		this.tracking = tracking;
		this.texts = new BundleTexts("complaint-answer", facts.language());
	}

	/** What its template shows. */
	Map<String, Object> values() {
		String organisation = Faces.printable(this.sender.organisationName());
		Map<String, Object> values = new HashMap<>();
		values.put("t", this.texts);
		values.put("title", this.texts.text("title", this.facts.number()));
		values.put("organisation", organisation);
		values.put("letterhead", letterhead());
		values.put("addressee", this.facts.addressee().stream().map(Faces::printable).toList());
		values.put("placeAndDate", placeAndDate());
		values.put("number", this.facts.number());
		values.put("subject", this.texts.text("subject", this.facts.number()));
		values.put("presented", this.texts.text("presented", date(this.facts.presentedAt())));
		values.put("greeting", (this.facts.reader() == null) ? this.texts.text("greeting.nobody")
				: this.texts.text("greeting", Faces.printable(this.facts.reader())));
		values.put("paragraphs", paragraphs(this.facts.text()));
		values.put("contact", contact());
		values.put("care", this.texts.text("care", organisation));
		values.put("signs", Faces.lacks(this.facts.text() + String.join("", this.facts.addressee())));
		return values;
	}

	private List<String> letterhead() {
		return Stream.of(this.ways.post(), this.ways.phone(), this.sender.customerCare().mailFrom())
			.filter((way) -> way != null)
			.map(Faces::printable)
			.toList();
	}

	private String placeAndDate() {
		String date = date(this.facts.writtenAt());
		return Faces.printable((this.ways.place() == null) ? date : this.ways.place() + ", " + date);
	}

	/** Whoever has it on paper cannot answer it with a click: all ways stand on it. */
	private List<String> contact() {
		List<String> lines = new ArrayList<>();
		way(lines, "contact.phone", this.ways.phone());
		way(lines, "contact.post", this.ways.post());
		way(lines, "contact.office", this.ways.office());
		way(lines, "contact.mail", this.sender.customerCare().mailFrom());
		lines.add(this.texts.text("contact.key", this.tracking));
		return lines.stream().map(Faces::printable).toList();
	}

	private void way(List<String> lines, String key, String way) {
		if (way != null) {
			lines.add(this.texts.text(key, way));
		}
	}

	private String date(Instant moment) {
		return Dates.full(moment.atZone(this.facts.zone()), this.texts.locale());
	}

	/** An empty line ends a paragraph. */
	static List<Paragraph> paragraphs(String text) {
		return Stream.of(text.strip().split("\\R[ \\t]*\\R\\s*"))
			.map((paragraph) -> new Paragraph(lines(paragraph.lines().toList())))
			.toList();
	}

	private static List<Line> lines(List<String> written) {
		List<Line> lines = new ArrayList<>();
		for (int at = 0; at < written.size(); at++) {
			String line = written.get(at).strip();
			boolean before = at + 1 < written.size();
			lines.add(line.startsWith(ITEM) ? new Line("item", printable(line.substring(ITEM.length()))) : new Line(
					(at == 0 && before && (POINT.matcher(line).matches() || line.endsWith(":"))) ? "head" : "text",
					printable(line)));
		}
		return lines;
	}

	private static String printable(String words) {
		return Faces.printable(words).replace("  ", "\u00A0 ");
	}

	/** Lines that belong together. */
	public record Paragraph(List<Line> lines) {
	}

	/**
	 * A line.
	 *
	 * @param kind {@code head}, {@code item} or {@code text}
	 * @param words what it says
	 */
	public record Line(String kind, String words) {
	}

}
