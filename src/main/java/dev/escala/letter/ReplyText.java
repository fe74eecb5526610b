package dev.escala.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.escala.contact.ContactPoint;
import dev.escala.text.Shortening;

/**
 * A reply, point by point: what was told is acknowledged, what was asked stands before
 * its answer (003-10, 003-11). A point that needs no answer is not mentioned.
 *
 * @param english whether its reader reads English
 * @param quoting whether the customer's words may stand there: nobody else reads them
 */
record ReplyText(boolean english, boolean quoting) {

	private static final int LONGEST_QUOTE = 160;

	/** Nothing, where there is nothing to answer or to acknowledge. */
	String of(List<ContactPoint> points) {
		List<String> parts = new ArrayList<>();
		List<ContactPoint> told = points.stream().filter((point) -> !point.question() && !point.isDecided()).toList();
		if (!told.isEmpty()) {
			parts.add(thanks(told));
		}
		points.stream()
			.filter((point) -> point.answer() != null)
			.map((point) -> quotes(point) ? quote(point) + "\n" + point.answer() : point.answer())
			.forEach(parts::add);
		return String.join("\n\n", parts);
	}

	private String thanks(List<ContactPoint> told) {
		List<String> quotes = told.stream().filter(this::quotes).map(ReplyText::quote).toList();
		String begin = this.english ? "Thank you for telling us" : "Gracias por contárnoslo";
		String end = this.english ? ": it is noted in your case, and whoever works on it has read it."
				: ": ya consta en su caso y lo ha leído quien lo lleva.";
		return switch (quotes.size()) {
			case 0 -> begin + end;
			case 1 -> begin + " (" + quotes.get(0) + ")" + end;
			default ->
				begin + end + "\n" + quotes.stream().map((quote) -> "- " + quote).collect(Collectors.joining("\n"));
		};
	}

	private boolean quotes(ContactPoint point) {
		return this.quoting && point.quotable();
	}

	private static String quote(ContactPoint point) {
		String plain = point.text().replaceAll("[«»]", "").replaceAll("\\s+", " ").strip();
		return "«" + Shortening.atSentence(plain, LONGEST_QUOTE, Locale.forLanguageTag("es")) + "»";
	}

}
