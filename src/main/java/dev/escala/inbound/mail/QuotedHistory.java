package dev.escala.inbound.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes a mail of ours that somebody answers off the answer. Only what we wrote goes, by
 * whose address stands above it: what others wrote is news for us. On doubt everything
 * stays, and so it does where nothing else would be left.
 */
final class QuotedHistory {

	/** So many lines has what a program writes above the mail that it quotes. */
	private static final int LONGEST_ATTRIBUTION = 4;

	private static final int LONGEST_LINE = 400;

	private static final List<String> WROTE = List.of("escribió", "escribio", "escribiu", "escreveu", "va escriure",
			"ha escrit", "idatzi", "wrote", "schrieb", "a écrit", "ha scritto", "missatge de");

	private static final Set<String> BEGIN = Set.of("el", "en", "on", "am", "le", "em", "il", "a", "o", "às",
			"missatge", "al");

	/** What programs write above a whole mail that they leave below. */
	private static final Pattern ORIGINAL = Pattern.compile(
			"^\\s*-{2,}\\s*(Mensaje original|Original Message|Missatge original|Mensagem original|Mensaxe orixinal|"
					+ "Ursprüngliche Nachricht|Messaggio originale|Message d'origine|Jatorrizko mezua)\\s*-{2,}\\s*$",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private static final Pattern SENDER = Pattern.compile("^\\s*\\*?(De|From|Von|Da|Nork)\\s?\\*?:\\*?\\s?.*",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern SENT = Pattern.compile(
			"^\\s*\\*?(Enviado( el)?|Enviada( em)?|Enviat|Sent|Fecha|Data|Date|Datum|Gesendet|Envoyé|Inviato|Para|To|À|An|A|Per|"
					+ "Asunto|Assunto|Assumpte|Subject|Objet|Betreff|Oggetto|Cc)\\s?\\*?:\\*?\\s?.*",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private static final Pattern RULE = Pattern.compile("^\\s*(_{10,}|-{20,})\\s*$");

	/** How each of our mails ends; what stands below is the customer's again. */
	private static final List<String> CLOSING = List.of("atención al cliente de ", " customer care");

	private final List<String> lines;

	private final Ourselves own;

	/** Whether the mail answers one of ours. */
	private final boolean answers;

	/** Of each line, which line at or below it ends a mail of ours; -1 for none. */
	private final int[] closing;

	private QuotedHistory(String text, Ourselves own, boolean answers) {
		this.lines = text.lines().toList();
		this.own = own;
		this.answers = answers;
		this.closing = new int[this.lines.size() + 1];
		this.closing[this.lines.size()] = -1;
		for (int i = this.lines.size() - 1; i >= 0; i--) {
			this.closing[i] = isClosing(this.lines.get(i)) ? i : this.closing[i + 1];
		}
	}

	/** The text without the mail of ours; the whole text where nothing is left. */
	static String strip(String text, Ourselves own, boolean answers) {
		String left = new QuotedHistory(text, own, answers).left();
		return left.isEmpty() ? text.strip() : left;
	}

	private String left() {
		List<String> kept = new ArrayList<>();
		int i = 0;
		while (i < this.lines.size()) {
			int next = behindOurs(i);
			if (next > i) {
				if (!kept.isEmpty() && !kept.get(kept.size() - 1).isBlank()) {
					kept.add("");
				}
				i = next;
			}
			else {
				kept.add(this.lines.get(i++));
			}
		}
		if (this.answers) {
			// Some programs quote without saying whom; at the end that can only be ours.
			while (!kept.isEmpty() && isNothing(kept.get(kept.size() - 1))) {
				kept.remove(kept.size() - 1);
			}
		}
		return String.join("\n", kept).strip();
	}

	/** The line behind our mail that begins here, or the same line where none does. */
	private int behindOurs(int at) {
		if (this.lines.get(at).isBlank()) {
			return at;
		}
		int headers = at;
		while (headers < this.lines.size() && headers < at + 3
				&& (this.lines.get(headers).isBlank() || RULE.matcher(this.lines.get(headers)).matches()
						|| ORIGINAL.matcher(this.lines.get(headers)).matches())) {
			headers++;
		}
		boolean named = headers > at && headers < this.lines.size()
				&& ORIGINAL.matcher(this.lines.get(headers - 1)).matches()
				&& SENDER.matcher(shortened(headers)).matches();
		if (named || isHeaderBlock(headers)) {
			return this.own.wrote(this.lines.get(headers)) ? behindUnmarked(headers, true) : at;
		}
		int text = behindAttribution(at);
		if (text == at || !this.own.wrote(String.join(" ", this.lines.subList(at, text)))) {
			return at;
		}
		int first = text;
		while (first < this.lines.size() && this.lines.get(first).isBlank()) {
			first++;
		}
		if (first < this.lines.size() && !isQuoted(this.lines.get(first))) {
			return (behindUnmarked(first, false) > first) ? behindUnmarked(first, false) : at;
		}
		int end = first;
		while (end < this.lines.size() && isNothing(this.lines.get(end))) {
			end++;
		}
		// Whoever writes between our lines is understood only with them.
		boolean between = this.lines.subList(end, this.lines.size()).stream().anyMatch(QuotedHistory::isQuoted);
		return between ? at : end;
	}

	/** Where no sign stands before each line, our own last line tells where we end. */
	private int behindUnmarked(int from, boolean certain) {
		int last = this.closing[Math.min(from, this.lines.size())];
		return (last >= 0) ? last + 1 : certain ? this.lines.size() : from;
	}

	private boolean isHeaderBlock(int at) {
		if (at >= this.lines.size() || !SENDER.matcher(shortened(at)).matches()) {
			return false;
		}
		int named = 0;
		for (int i = at + 1; i < Math.min(at + 6, this.lines.size()); i++) {
			named += SENT.matcher(shortened(i)).matches() ? 1 : 0;
		}
		return named >= 2;
	}

	private String shortened(int at) {
		String line = this.lines.get(at);
		return (line.length() > LONGEST_LINE) ? line.substring(0, LONGEST_LINE) : line;
	}

	/** The line behind "El lunes, … escribió:", or the same line. */
	private int behindAttribution(int at) {
		String first = this.lines.get(at).strip().toLowerCase(Locale.ROOT);
		if (first.isEmpty() || first.length() > LONGEST_LINE
				|| !BEGIN.contains(first.split("[\\s,.]", 2)[0]) && !Character.isDigit(first.charAt(0))) {
			return at;
		}
		StringBuilder joined = new StringBuilder();
		for (int i = at; i < Math.min(at + LONGEST_ATTRIBUTION, this.lines.size()); i++) {
			String line = this.lines.get(i).strip();
			if (line.isEmpty() || line.length() > LONGEST_LINE || isQuoted(line)) {
				return at;
			}
			joined.append(line.toLowerCase(Locale.ROOT)).append(' ');
			if (line.endsWith(":") && WROTE.stream().anyMatch((verb) -> joined.indexOf(verb) >= 0)) {
				return i + 1;
			}
		}
		return at;
	}

	private static boolean isClosing(String line) {
		String plain = line.strip().toLowerCase(Locale.ROOT);
		return plain.length() < 200 && (plain.startsWith(CLOSING.get(0)) || plain.endsWith(CLOSING.get(1)));
	}

	private static boolean isQuoted(String line) {
		return line.stripLeading().startsWith(">");
	}

	private static boolean isNothing(String line) {
		return line.isBlank() || isQuoted(line);
	}

}
