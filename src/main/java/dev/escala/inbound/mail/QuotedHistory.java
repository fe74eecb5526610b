package dev.escala.inbound.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes the mail that somebody answers off the answer. What stands between quoted lines
 * stays, and so does everything where nothing else would be left.
 */
final class QuotedHistory {

	/** "El lun, 23 nov 2026 a las 10:00, Escala (<…>) escribió:" on one or two lines. */
	private static final Pattern WROTE = Pattern.compile(
			"^\\s*(El|On|Am|Le|Em)\\b.{0,300}\\b(escribió|escribio|wrote|schrieb|a écrit|escreveu)\\s*:\\s*$",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	/** What programs write above a whole mail that they leave below. */
	private static final Pattern ORIGINAL = Pattern.compile(
			"^\\s*-{2,}\\s*(Mensaje original|Original Message|Mensaje reenviado|Forwarded message)\\s*-{2,}\\s*$",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern SENDER = Pattern.compile("^\\s*\\*?(De|From)\\*?:\\s?.*", Pattern.CASE_INSENSITIVE);

	private static final Pattern SENT = Pattern.compile(
			"^\\s*\\*?(Enviado( el)?|Sent|Fecha|Date|Para|To|Asunto|Subject)\\*?:\\s?.*", Pattern.CASE_INSENSITIVE);

	private static final Pattern RULE = Pattern.compile("^\\s*_{10,}\\s*$");

	private QuotedHistory() {
	}

	/** The text without the quoted mail; the whole text where nothing is left. */
	static String strip(String text) {
		List<String> lines = new ArrayList<>(text.lines().toList());
		int end = lines.size();
		for (int i = 0; i < lines.size(); i++) {
			if (ORIGINAL.matcher(lines.get(i)).matches() || isHeaderBlock(lines, i)
					|| isAttribution(lines, i) && isQuotedFrom(lines, i)) {
				end = i;
				break;
			}
		}
		List<String> own = lines.subList(0, end);
		while (!own.isEmpty() && isNothing(own.get(own.size() - 1))) {
			own.remove(own.size() - 1);
		}
		if (!own.isEmpty() && isAttribution(own, own.size() - 1)) {
			own.remove(own.size() - 1);
		}
		String left = String.join("\n", own).strip();
		return left.isEmpty() ? text.strip() : left;
	}

	private static boolean isHeaderBlock(List<String> lines, int at) {
		if (RULE.matcher(lines.get(at)).matches()) {
			return at + 1 < lines.size() && isHeaderBlock(lines, at + 1);
		}
		if (!SENDER.matcher(lines.get(at)).matches()) {
			return false;
		}
		return lines.subList(at + 1, Math.min(at + 5, lines.size()))
			.stream()
			.filter((line) -> SENT.matcher(line).matches())
			.count() >= 2;
	}

	private static boolean isAttribution(List<String> lines, int at) {
		String one = lines.get(at);
		return one.length() < 400 && (WROTE.matcher(one).matches() || at + 1 < lines.size()
				&& lines.get(at + 1).length() < 400 && WROTE.matcher(one + " " + lines.get(at + 1)).matches());
	}

	/** Whoever writes between the lines of the other's mail has them kept. */
	private static boolean isQuotedFrom(List<String> lines, int at) {
		int first = WROTE.matcher(lines.get(at)).matches() ? at + 1 : at + 2;
		return lines.subList(Math.min(first, lines.size()), lines.size()).stream().allMatch(QuotedHistory::isNothing);
	}

	private static boolean isNothing(String line) {
		return line.isBlank() || line.stripLeading().startsWith(">");
	}

}
