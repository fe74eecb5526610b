package dev.escala.inbound.mail;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a person wrote a mail, or a machine did. */
public enum MailOrigin {

	/** As far as one can see, a person. */
	PERSON,
	/** Says that a mail did not arrive, or not yet. */
	REPORT,
	/** An absence notice, a receipt, a mailing list. */
	MACHINE,
	/** Escala itself: the mail went round in a circle. */
	OURSELVES;

	/** The header that Escala puts into each of its mails. */
	public static final String LOOP_HEADER = "X-Escala-Loop";

	private static final Pattern OUR_ID = Pattern.compile("<escala-(outbox|case)[-.].*");

	private static final Pattern ABSENCE = Pattern.compile(
			"(respuesta autom[aá]tica|autorrespuesta|fuera de (la )?oficina|automatic reply|auto ?-?reply|out of (the )?office|"
					+ "autosvar|abwesenheit|r[eé]ponse automatique)\\b.*",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	/**
	 * Tells who wrote it.
	 * @param own the address from which Escala writes
	 */
	public static MailOrigin of(ParsedMail mail, String own) {
		if (isReport(mail)) {
			return REPORT;
		}
		boolean ours = !mail.header(LOOP_HEADER).isEmpty() || own.equalsIgnoreCase(mail.sender())
				|| mail.messageId() != null && OUR_ID.matcher(mail.messageId()).matches();
		if (ours) {
			return OURSELVES;
		}
		return isMachine(mail) ? MACHINE : PERSON;
	}

	private static boolean isReport(ParsedMail mail) {
		if (mail.contentType().equals("multipart/report")) {
			return mail.reports().stream().noneMatch((one) -> one.type().equals("message/disposition-notification"));
		}
		String sender = (mail.sender() == null) ? mail.header("from").toLowerCase(Locale.ROOT) : mail.sender();
		boolean daemon = sender.startsWith("mailer-daemon") || sender.startsWith("postmaster@")
				|| sender.contains("<mailer-daemon");
		return daemon || !mail.header("x-failed-recipients").isEmpty();
	}

	private static boolean isMachine(ParsedMail mail) {
		String submitted = mail.header("auto-submitted").strip().toLowerCase(Locale.ROOT);
		if (!submitted.isEmpty() && !submitted.startsWith("no")) {
			return true;
		}
		if (List.of("bulk", "junk", "list", "auto_reply")
			.contains(mail.header("precedence").strip().toLowerCase(Locale.ROOT))) {
			return true;
		}
		boolean marked = List
			.of("x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply-from", "x-mail-autoreply", "list-id",
					"feedback-id")
			.stream()
			.anyMatch(mail.headers()::containsKey);
		return marked || mail.header("return-path").strip().equals("<>")
				|| mail.contentType().equals("multipart/report") || ABSENCE.matcher(mail.subject()).lookingAt();
	}

}
