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
			"ha escrit", "idatzi", "wrote", "schrieb", "schreef", "a écrit", "ha scritto", "missatge de");

	private static final Set<String> BEGIN = Set.of("el", "en", "on", "am", "le", "em", "il", "a", "o", "às",
			"missatge", "al", "op");

	/** What programs write above a whole mail that they leave below. */
	private static final Pattern ORIGINAL = Pattern.compile(
			"^\\s*-{2,}\\s*(Mensaje original|(?:Original|Ursprüngliche)[ -](?:Message|Nachricht)|Missatge original|Mensagem original|"
					+ "Mensaxe orixinal|Messaggio originale|Message d['’]origine|Message original|Jatorrizko mezua|"
					+ "Oorspronkelijk bericht)\\s*-{2,}\\s*$",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private static final Pattern SENDER = header("De|From|Von|Da|Nork|Van");

	private static final Pattern SUBJECT = header(
			"Asunto|Assunto|Assumpte|Tema|Subject|Objet|Betreff|Oggetto|Gaia|Onderwerp");

	private static final Pattern SENT = header(
			"Enviado(?: el)?|Enviada(?: em)?|Enviat(?: el)?|Sent|Fecha|Data|Date|Datum|Gesendet|Envoyé|Inviato|Bidalia|Verzonden|"
					+ "Para|To|À|An|A|Per|Per a|Nori|Aan|Asunto|Assunto|Assumpte|Tema|Subject|Objet|Betreff|Oggetto|Gaia|Onderwerp|Cc");

	private static final Pattern RULE = Pattern.compile("^\\s*(_{10,}|-{20,})\\s*$");

	/** How each of our mails ends; what stands below is the customer's again. */
	private static final List<String> CLOSING = List.of("atención al cliente de ", " customer care");

	private final List<String> lines;

	private final Ourselves own;

	/** Whether the mail answers one of ours. */
	private final boolean answers;

	/** Of each line, which line at or below it ends a mail of ours; -1 for none. */
	private final int[] closing;

	/** The last line with a sign before it, or -1. */
	private int lastQuoted = -1;

	private QuotedHistory(String text, Ourselves own, boolean answers) {
		this.lines = text.lines().toList();
		this.own = own;
		this.answers = answers;
		this.closing = new int[this.lines.size() + 1];
		this.closing[this.lines.size()] = -1;
		for (int i = this.lines.size() - 1; i >= 0; i--) {
			this.lastQuoted = (this.lastQuoted < 0 && isQuoted(this.lines.get(i))) ? i : this.lastQuoted;
			this.closing[i] = isClosing(this.lines.get(i)) ? i : this.closing[i + 1];
		}
	}

	private static Pattern header(String names) {
		return Pattern.compile("^\\s*\\*?(?:" + names + ")\\s?\\*?:\\*?\\s?.*",
				Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
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
			if (next == i) {
				kept.add(this.lines.get(i++));
				continue;
			}
			while (!kept.isEmpty() && kept.get(kept.size() - 1).isBlank()) {
				kept.remove(kept.size() - 1);
			}
			if (!kept.isEmpty()) {
				kept.add("");
			}
			i = next;
			while (i < this.lines.size() && this.lines.get(i).isBlank()) {
				i++;
			}
		}
		if (this.answers) {
			withoutUnnamed(kept);
		}
		return String.join("\n", kept).strip();
	}

	/**
	 * Some programs quote without saying whom; at the end that can only be ours, unless
	 * its sender announces it or a head in it names somebody.
	 */
	private void withoutUnnamed(List<String> kept) {
		int begin = kept.size();
		while (begin > 0 && isNothing(kept.get(begin - 1))) {
			begin--;
		}
		String above = (begin == 0) ? "" : kept.get(begin - 1).strip();
		boolean quotes = kept.subList(begin, kept.size()).stream().anyMatch(QuotedHistory::isQuoted);
		boolean ours = above.indexOf('@') >= 0 && this.own.wrote(above);
		boolean headed = kept.subList(begin, kept.size())
			.stream()
			.map(QuotedHistory::unquoted)
			.anyMatch((line) -> SENDER.matcher(line).matches() && !this.own.wrote(line));
		if (quotes && !ours && (above.endsWith(":") || headed)) {
			return;
		}
		int end = (quotes && ours && above.endsWith(":")) ? begin - 1 : begin;
		kept.subList(Math.max(end, 0), kept.size()).clear();
	}

	/** The line behind our mail that begins here, or the same line where none does. */
	private int behindOurs(int at) {
		if (this.lines.get(at).isBlank()) {
			return at;
		}
		if (isQuoted(this.lines.get(at))) {
			return (at == 0 || !isQuoted(this.lines.get(at - 1))) ? behindQuotedAttribution(at) : at;
		}
		int begin = at;
		boolean original = false;
		while (begin < this.lines.size() && begin < at + 3
				&& (this.lines.get(begin).isBlank() || RULE.matcher(this.lines.get(begin)).matches()
						|| ORIGINAL.matcher(this.lines.get(begin)).matches())) {
			original |= ORIGINAL.matcher(this.lines.get(begin++)).matches();
		}
		if (begin == this.lines.size()) {
			return at;
		}
		if (original && SENDER.matcher(shortened(begin)).matches() || isHeaderBlock(begin)) {
			return behindHeaders(at, begin, original);
		}
		int end = (begin == at || original) ? behindNamed(begin) : begin;
		return (end > begin) ? end : at;
	}

	private int behindHeaders(int at, int begin, boolean original) {
		String sender = this.lines.get(begin);
		boolean folded = sender.indexOf('@') < 0 && begin + 1 < this.lines.size()
				&& !SENT.matcher(shortened(begin + 1)).matches();
		String whole = folded ? sender + " " + this.lines.get(begin + 1) : sender;
		if (!this.own.wrote(whole)) {
			return at;
		}
		// A list of data may name us, too: then our own last line or the subject of a
		// mail must stand below.
		boolean certain = original || whole.indexOf('@') >= 0
				|| this.answers && this.own.isName(value(sender))
						&& this.lines.subList(begin, Math.min(begin + 6, this.lines.size()))
							.stream()
							.anyMatch((line) -> SUBJECT.matcher(line).matches());
		int end = behindUnmarked(begin, certain);
		return (end > begin) ? end : at;
	}

	private static String value(String header) {
		return header.substring(header.indexOf(':') + 1).replace('*', ' ').strip();
	}

	/** Some telephones put their sign also before the line that says who wrote. */
	private int behindQuotedAttribution(int at) {
		int end = at;
		while (end < this.lines.size() && isQuoted(this.lines.get(end))) {
			end++;
		}
		List<String> inner = this.lines.subList(at, Math.min(end, at + LONGEST_ATTRIBUTION))
			.stream()
			.map(QuotedHistory::unquoted)
			.toList();
		int text = new QuotedHistory(String.join("\n", inner), this.own, false).behindAttribution(0);
		boolean ours = text > 0 && this.own.wrote(String.join(" ", inner.subList(0, text)));
		return ours && !isQuotedBelow(end) ? end : at;
	}

	/** Behind our mail under "El lunes, … escribió:", or the same line. */
	private int behindNamed(int at) {
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
		return isQuotedBelow(end) ? at : end;
	}

	/** Whoever writes between our lines is understood only with them. */
	private boolean isQuotedBelow(int at) {
		return this.lastQuoted >= at;
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
		String first = withoutDashes(this.lines.get(at).strip().toLowerCase(Locale.ROOT));
		if (first.isEmpty() || first.length() > LONGEST_LINE || !BEGIN.contains(first.split("[\\s,.]", 2)[0])
				&& !Character.isDigit(first.charAt(0)) && !(first.indexOf('@') >= 0 && this.own.wrote(first))) {
			return at;
		}
		StringBuilder joined = new StringBuilder();
		for (int i = at; i < Math.min(at + LONGEST_ATTRIBUTION, this.lines.size()); i++) {
			String line = this.lines.get(i).strip();
			if (line.isEmpty() || line.length() > LONGEST_LINE || isQuoted(line)) {
				return at;
			}
			joined.append(line.toLowerCase(Locale.ROOT)).append(' ');
			if ((line.endsWith(":") || line.endsWith("----"))
					&& WROTE.stream().anyMatch((verb) -> joined.indexOf(verb) >= 0)) {
				return i + 1;
			}
		}
		return at;
	}

	private static String withoutDashes(String line) {
		return line.startsWith("--") ? line.replaceFirst("^-{2,} ?", "") : line;
	}

	private static boolean isClosing(String line) {
		String plain = line.strip().toLowerCase(Locale.ROOT);
		return plain.length() < 200 && (plain.startsWith(CLOSING.get(0)) || plain.endsWith(CLOSING.get(1)));
	}

	private static boolean isQuoted(String line) {
		return line.stripLeading().startsWith(">");
	}

	private static String unquoted(String line) {
		return isQuoted(line) ? line.stripLeading().substring(1).strip() : line;
	}

	private static boolean isNothing(String line) {
		return line.isBlank() || isQuoted(line);
	}

}
