package dev.escala.inbound.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.escala.inbound.mail.DeliveryReport.OurMail;
import dev.escala.inbound.mail.ParsedMail.Report;
import dev.escala.text.Shortening;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * Reads a mail part by part and stops where it gets too much: what was read until then
 * counts, and a sentence says what is missing. Never throws for what a sender wrote.
 */
public final class MailParser {

	private static final int MOST_PARTS = 500;

	private static final int DEEPEST = 30;

	private static final int MOST_HEADERS = 2000;

	private static final int LONGEST_HEADER = 512 * 1024;

	/** As much of one text as anybody reads. */
	private static final int LONGEST_TEXT = 1024 * 1024;

	private static final int LONGEST_KEPT = 200_000;

	private static final int MOST_FORWARDED = 5;

	private static final int DEEPEST_FORWARDED = 3;

	private static final Set<String> REPORTS = Set.of("message/delivery-status", "message/global-delivery-status",
			"text/rfc822-headers", "message/global-headers", "message/disposition-notification",
			"message/feedback-report");

	private static final Set<String> MAILS = Set.of("message/rfc822", "message/global", "message/news");

	private static final MimeConfig LIMITS = MimeConfig.custom()
		.setMaxLineLen(-1)
		.setMaxHeaderCount(MOST_HEADERS)
		.setMaxHeaderLen(LONGEST_HEADER)
		.build();

	private final List<TextPart> texts = new ArrayList<>();

	private final List<Attachment> attachments = new ArrayList<>();

	private final List<Report> reports = new ArrayList<>();

	private final Set<String> problems = new LinkedHashSet<>();

	/** Of each multipart around here: its number where its parts say the same, else 0. */
	private final Deque<Integer> alternatives = new ArrayDeque<>();

	private final MailHeaders top = new MailHeaders();

	private MailHeaders part = this.top;

	private String preamble = "";

	private int parts;

	/** Whether a report of a mail server stands around here, or stood before. */
	private boolean report;

	/** Whether there is only the beginning of the mail. */
	private final boolean cut;

	private final Ourselves own;

	/** In how many other mails the mail is a file. */
	private final int within;

	private MailParser(boolean cut, Ourselves own, int within) {
		this.within = within;
		this.cut = cut;
		this.own = own;
	}

	/** Reads the source of a mail to nobody, from which nothing is taken off. */
	public static ParsedMail parse(byte[] source) {
		return parse(source, false, new Ourselves("", ""));
	}

	/**
	 * Reads the source of a mail.
	 * @param cut whether that is only its beginning, which may end within a character
	 * @param own who we are: only what we wrote is taken off an answer
	 */
	public static ParsedMail parse(byte[] source, boolean cut, Ourselves own) {
		return new MailParser(cut, own, 0).read(source);
	}

	private ParsedMail read(byte[] source) {
		MimeTokenStream tokens = new MimeTokenStream(LIMITS);
		// A mail within the mail is one file.
		tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
		try {
			int begin = begin(source);
			tokens.parse(new ByteArrayInputStream(source, begin, end(source, this.cut) - begin));
			for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
				if (!take(state, tokens)) {
					this.problems.add("El correo tiene demasiadas partes: solo se leyeron las primeras.");
					break;
				}
			}
		}
		catch (MimeException | IOException | RuntimeException ex) {
			this.problems.add("El correo está mal formado y no se pudo leer entero.");
		}
		String read = MailText.readable(text()).strip();
		SealedMail.inText(read).ifPresent(this.problems::add);
		String full = Shortening.withEllipsis((read + "\n\n" + forwarded()).strip(), LONGEST_KEPT);
		List<String> references = this.top.references();
		boolean answers = references.stream().anyMatch((id) -> !OurMail.in(id).isEmpty());
		return new ParsedMail(this.top.all(), this.top.author(this.own), this.top.authorName(this.own),
				this.top.words("subject", 500), this.top.sentAt(), this.top.messageId(), references,
				QuotedHistory.strip(full, this.own, answers), full, this.attachments, this.reports, this.top.type(),
				List.copyOf(this.problems));
	}

	/** What stands in mails that came as files; our own are known. */
	private String forwarded() {
		return this.attachments.stream()
			.filter((file) -> file.name().toLowerCase(Locale.ROOT).endsWith(".eml"))
			.limit(MOST_FORWARDED)
			.map((file) -> new MailParser(this.cut, this.own, this.within + 1).read(file.content()))
			.filter((mail) -> !mail.fullText().isBlank() && !this.own.address().equals(mail.sender()))
			.map((mail) -> "Correo adjunto de " + ((mail.sender() == null) ? mail.senderName() : mail.sender()) + ", «"
					+ mail.subject() + "»:\n\n" + mail.fullText())
			.limit((this.within < DEEPEST_FORWARDED) ? MOST_FORWARDED : 0)
			.collect(Collectors.joining("\n\n"));
	}

	/** Some programs write a line before the mail, as mailbox files have it. */
	private static int begin(byte[] source) {
		if (source.length < 5 || !new String(source, 0, 5, StandardCharsets.ISO_8859_1).equals("From ")) {
			return 0;
		}
		int i = 0;
		while (i < source.length && source[i] != '\n') {
			i++;
		}
		return Math.min(i + 1, source.length);
	}

	/**
	 * Half an escape of quoted-printable would be read as the signs that it consists of.
	 */
	private static int end(byte[] source, boolean cut) {
		int end = source.length;
		for (int half = 1; cut && half <= 2 && half <= end; half++) {
			if (source[end - half] == '=') {
				return end - half;
			}
		}
		return end;
	}

	/** Takes one token, and says whether the reading goes on. */
	private boolean take(EntityState state, MimeTokenStream tokens) throws IOException {
		switch (state) {
			case T_START_BODYPART -> {
				this.part = new MailHeaders();
				this.parts++;
			}
			case T_FIELD -> this.part.add(tokens.getField());
			case T_START_MULTIPART -> {
				this.report |= this.part.type().equals("multipart/report");
				this.alternatives.push(group());
			}
			case T_END_MULTIPART -> this.alternatives.poll();
			case T_PREAMBLE -> before(tokens);
			case T_BODY -> body(tokens);
			default -> {
			}
		}
		return this.parts <= MOST_PARTS && this.alternatives.size() <= DEEPEST;
	}

	private int group() {
		if (this.part.type().equals("multipart/alternative")) {
			return this.parts + 1;
		}
		return this.alternatives.isEmpty() ? 0 : this.alternatives.peek();
	}

	/** Where the parts never begin, what stands before them is all there is. */
	private void before(MimeTokenStream tokens) throws IOException {
		if (this.alternatives.size() == 1) {
			this.preamble = decoded(content(tokens), this.cut);
		}
	}

	private void body(MimeTokenStream tokens) throws IOException {
		// Several parts and nothing that divides them is one text.
		String type = this.part.type().startsWith("multipart/") ? "text/plain" : this.part.type();
		byte[] content = content(tokens);
		String name = this.part.fileName();
		SealedMail.part(type, name).ifPresent(this.problems::add);
		if (REPORTS.contains(type) || isReturned(type)) {
			String text = MailText.readable(decoded(content, this.cut));
			this.reports.add(new Report(type, Shortening.withEllipsis(text, LONGEST_KEPT)));
		}
		else if (type.startsWith("text/") && name == null && !this.part.isAttached()
				&& (type.equals("text/plain") || type.equals("text/html"))) {
			String text = (content.length <= LONGEST_TEXT) ? decoded(content, this.cut)
					: decoded(Arrays.copyOf(content, LONGEST_TEXT), true);
			int group = this.alternatives.isEmpty() ? 0 : this.alternatives.peek();
			this.texts.add(new TextPart(group, type.equals("text/html"), text));
		}
		else if (content.length > 0 || name != null) {
			this.attachments.add(new Attachment(named(type, name), content));
		}
	}

	private String decoded(byte[] content, boolean beginning) {
		String said = this.part.charset();
		String charset = (this.part.type().equals("text/html") && !MailText.isCharset(said, content))
				? MailText.charsetOfPage(content) : said;
		return beginning ? MailText.decodeBeginning(content, charset) : MailText.decode(content, charset);
	}

	/** What a bounce brings back is read, not kept as a file. */
	private boolean isReturned(String type) {
		return this.report && MAILS.contains(type);
	}

	private static String named(String type, String name) {
		if (MAILS.contains(type)) {
			String mail = (name == null) ? "mensaje" : name;
			return mail.toLowerCase(Locale.ROOT).endsWith(".eml") ? mail : mail + ".eml";
		}
		return (name != null) ? name : type.equals("text/calendar") ? "invitacion.ics" : "adjunto";
	}

	/** A coding that nobody knows is taken as none. */
	private byte[] content(MimeTokenStream tokens) throws IOException {
		String coding = this.part.coding();
		try (InputStream stream = coding.equals("base64") ? tokens.getInputStream() : tokens.getDecodedInputStream()) {
			byte[] bytes = stream.readAllBytes();
			if (coding.equals("base64") && !this.cut && MailText.isDamagedBase64(bytes)) {
				this.problems.add("Una parte del correo llegó dañada: puede faltarle texto o estar mal el archivo.");
			}
			return coding.equals("base64") ? MailText.fromBase64(bytes)
					: coding.equals("quoted-printable") && this.part.isCodingDisguised()
							? new QuotedPrintableInputStream(new ByteArrayInputStream(bytes), DecodeMonitor.SILENT)
								.readAllBytes()
							: bytes;
		}
		catch (IOException | RuntimeException ex) {
			this.problems.add("Una parte del correo está dañada y no se pudo leer.");
			return new byte[0];
		}
	}

	private String text() {
		Map<Integer, List<TextPart>> groups = this.texts.stream()
			.filter((text) -> text.group() != 0)
			.collect(Collectors.groupingBy(TextPart::group));
		List<String> shown = new ArrayList<>();
		for (TextPart text : this.texts) {
			List<TextPart> same = groups.getOrDefault(text.group(), List.of());
			boolean saidPlainly = text.html() && same.stream().anyMatch((one) -> !one.html() && !one.text().isBlank());
			if (!saidPlainly && !text.text().isBlank()) {
				shown.add(text.html() ? HtmlText.of(text.text()) : text.text().strip());
			}
		}
		return shown.isEmpty() && this.parts == 0 ? this.preamble : String.join("\n\n", shown);
	}

	private record TextPart(int group, boolean html, String text) {
	}

}
