package dev.escala.inbound.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.escala.reference.CaseNumber;

/**
 * What a mail server says of a mail of ours: which one, to whom, and whether it is lost
 * (RFC 3464), or the same in the words of servers that keep to no standard.
 *
 * @param mails the mails of ours that it names
 * @param failed the addresses that it names as failed, in lower case
 * @param diagnostic what the server said, on one line, or empty
 * @param failure whether it is final; a mail that is only late is none
 * @param delivered whether it says that the mail arrived
 * @param returned what came back of a mail of ours whose id a relay has changed, or
 * {@code null}
 */
public record DeliveryReport(List<OurMail> mails, Set<String> failed, String diagnostic, boolean failure,
		boolean delivered, Returned returned) {

	static final Set<String> STATUS = Set.of("message/delivery-status", "message/global-delivery-status");

	private static final Pattern ARRIVED = Pattern.compile("^(?:delivered|relayed|expanded)\\b.*");

	private static final Set<String> RETURNED = Set.of("message/rfc822", "message/global", "text/rfc822-headers",
			"message/global-headers");

	private static final Pattern OUR_ID = Pattern
		.compile("<?escala-outbox-(\\d{1,18})\\.([A-Za-z0-9-]{1,40})@[A-Za-z0-9.-]{1,255}>?");

	private static final Pattern ADDRESS = Pattern
		.compile("[\\p{L}\\p{N}._%+'-]{1,64}@[\\p{L}\\p{N}.-]{0,188}[\\p{L}\\p{N}]");

	private static final Pattern LATE = Pattern.compile(
			"will (be )?retr(y|ied)|still (being )?(trying|retried)|has been delayed|delivery delayed|not yet been delivered|"
					+ "delivery attempts will continue|(?:will|to) (?:keep|continue) trying|se seguir[aá] intentando|"
					+ "no es necesario que reenv[ií]e|entrega (?:retrasada|demorada|pospuesta)|todav[ií]a no se ha (?:podido )?entrega|"
					+ "noch nicht zugestellt|weiter(?:hin)? versucht|remise (?:retardée|différée)|consegna ritardata|"
					+ "warning: (?:message .{0,40}delayed|could not send message for past)|do not need to resend",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private static final Pattern SUCCESS = Pattern.compile(
			"success(?:fully|ful)? (?:mail )?deliver|deliver(?:y|ed) (?:was )?success|se (?:ha entregado|entreg[oó]) correctamente|"
					+ "entregado correctamente|(?:wurde|ist) erfolgreich|remis avec succès|consegnato correttamente",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	/**
	 * The server's own sentence: with its number, behind what it is quoted by, or marked
	 * by the number of the status behind it.
	 */
	private static final List<Pattern> SAID = List.of(
			Pattern.compile("(?m)^.*?\\b([45]\\d\\d[ -]#?[45]\\.\\d{1,3}\\.\\d{1,3}[^\\n]{3,400})$"),
			Pattern.compile("(?m)^.*?(?:\\bsaid: ?|^)([45]\\d\\d[ :-][^\\n]{3,400})$"),
			Pattern.compile("(?m)^([^\\n]{3,400}\\(#[45]\\.\\d{1,3}\\.\\d{1,3}\\).{0,100})$"),
			Pattern.compile("(?m)^(.*\\b[45]\\d\\d[ -][^\\n]{3,400})$"));

	private static final int MOST = 20;

	public DeliveryReport {
		mails = List.copyOf(mails);
		failed = Set.copyOf(failed);
	}

	/** Reads the report. */
	public static DeliveryReport of(ParsedMail mail) {
		List<String> statuses = mail.reports()
			.stream()
			.filter((part) -> STATUS.contains(part.type()))
			.map(ParsedMail.Report::text)
			.toList();
		return statuses.isEmpty() ? inWords(mail) : standard(mail, String.join("\n\n", statuses));
	}

	private static DeliveryReport standard(ParsedMail mail, String status) {
		Set<String> failed = new LinkedHashSet<>();
		String diagnostic = "";
		String code = "";
		boolean delivered = false;
		// One block for the mail, then one for each recipient.
		for (String block : status.split("\\n\\s*\\n")) {
			String action = field(block, "Action").toLowerCase(Locale.ROOT);
			String number = field(block, "Status");
			// Where the action says nothing usable, the class of the status decides.
			boolean arrived = ARRIVED.matcher(action).matches();
			boolean silent = !arrived && !action.startsWith("delayed") && !action.startsWith("failed");
			delivered |= arrived || silent && number.startsWith("2.");
			if (!action.startsWith("failed") && !(silent && number.startsWith("5."))) {
				continue;
			}
			Stream.of("Final-Recipient", "Original-Recipient")
				.flatMap((name) -> addresses(field(block, name)).stream())
				.forEach(failed::add);
			diagnostic = field(block, "Diagnostic-Code").replaceFirst("^[\\w-]+\\s*;\\s*", "");
			code = number;
		}
		String said = !diagnostic.isEmpty() ? diagnostic : said(mail).orElse(code);
		return new DeliveryReport(mails(mail), failed, failed.isEmpty() ? "" : MailText.line(said, 400),
				!failed.isEmpty(), delivered, returned(mail));
	}

	/** What the server answered, where only the words for people say it. */
	private static Optional<String> said(ParsedMail mail) {
		return SAID.stream()
			.map((pattern) -> pattern.matcher(mail.fullText()))
			.filter(Matcher::find)
			.map((found) -> found.group(1))
			.findFirst();
	}

	private static String field(String block, String name) {
		Matcher matcher = Pattern
			.compile("(?im)^" + Pattern.quote(name) + ":[ \\t]*([^\\n]{0,2000}(?:\\n[ \\t]+[^\\n]{0,2000}){0,20})")
			.matcher(block);
		return matcher.find() ? matcher.group(1).strip() : "";
	}

	private static DeliveryReport inWords(ParsedMail mail) {
		Set<String> named = new LinkedHashSet<>(addresses(mail.header("x-failed-recipients")));
		named.addAll(addresses(mail.fullText()));
		String words = mail.subject() + "\n" + mail.fullText();
		boolean arrived = SUCCESS.matcher(words).find() && said(mail).isEmpty();
		return new DeliveryReport(mails(mail), named, MailText.line(said(mail).orElse(mail.subject()), 400),
				!arrived && !LATE.matcher(words).find(), arrived, returned(mail));
	}

	/** Header and subject must name the same case. */
	private static Returned returned(ParsedMail mail) {
		Stream<byte[]> parts = mail.reports()
			.stream()
			.filter((part) -> RETURNED.contains(part.type()))
			.map((part) -> part.text().getBytes(StandardCharsets.UTF_8));
		Stream<byte[]> files = mail.attachments()
			.stream()
			.filter((file) -> file.name().endsWith(".eml"))
			.map(Attachment::content);
		return Stream.concat(parts, files).map(MailParser::parse).map((back) -> {
			String number = back.header(MailOrigin.LOOP_HEADER).strip();
			return (!number.isEmpty() && back.subject().contains(number))
					? new Returned(new CaseNumber(number), back.subject()) : null;
		}).filter(Objects::nonNull).findFirst().orElse(null);
	}

	private static Set<String> addresses(String text) {
		Set<String> found = new LinkedHashSet<>();
		Matcher matcher = ADDRESS.matcher(text);
		while (matcher.find() && found.size() < MOST) {
			found.add(matcher.group().toLowerCase(Locale.ROOT));
		}
		return found;
	}

	/** The id stands in what came back, or in the headers, or in the text. */
	private static List<OurMail> mails(ParsedMail mail) {
		List<String> places = new ArrayList<>(mail.references());
		mail.reports().forEach((part) -> places.add(part.text()));
		mail.attachments()
			.stream()
			.filter((file) -> file.name().endsWith(".eml"))
			.forEach((file) -> places.add(MailText.decode(file.content(), null)));
		places.add(mail.fullText());
		Set<OurMail> found = new LinkedHashSet<>();
		for (String place : places) {
			Matcher matcher = OUR_ID.matcher(place);
			while (matcher.find() && found.size() < MOST) {
				found.add(new OurMail(Long.parseLong(matcher.group(1)), new CaseNumber(matcher.group(2))));
			}
		}
		return List.copyOf(found);
	}

	/**
	 * What came back of a mail of ours.
	 *
	 * @param caseNumber the case that its header and its subject name
	 * @param subject the subject
	 */
	public record Returned(CaseNumber caseNumber, String subject) {
	}

	/**
	 * A mail that we sent, by its Message-ID.
	 *
	 * @param outboxId its id in the outbox
	 * @param caseNumber the case
	 */
	public record OurMail(long outboxId, CaseNumber caseNumber) {

		/** The mail that such an id names, if it is one of ours. */
		public static List<OurMail> in(String text) {
			List<OurMail> found = new ArrayList<>();
			Matcher matcher = OUR_ID.matcher(text);
			while (matcher.find()) {
				found.add(new OurMail(Long.parseLong(matcher.group(1)), new CaseNumber(matcher.group(2))));
			}
			return found;
		}

	}

}
