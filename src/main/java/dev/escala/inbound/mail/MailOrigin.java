package dev.escala.inbound.mail;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.escala.inbound.mail.DeliveryReport.OurMail;

/**
 * Whether a person wrote a mail, or a machine did. A person who is taken for a machine is
 * lost, a machine that is taken for a person costs a glance: one sign that people have,
 * too, is never enough.
 */
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

	private static final Pattern UNREAD = Pattern
		.compile("(do-?)?no[t._-]?-?repl(y|ies)|no-?responder?|no-?contest(e|ar)|bounces?|owner-.*|.*-request");

	private static final Pattern UNWANTED = Pattern.compile("\\b(all|autoreply)\\b", Pattern.CASE_INSENSITIVE);

	private static final List<String> MARKS = List.of("x-autoreply", "x-autorespond", "x-autoresponder",
			"x-auto-reply-from", "x-mail-autoreply");

	/**
	 * Tells who wrote it.
	 * @param own who we are
	 */
	public static MailOrigin of(ParsedMail mail, Ourselves own) {
		if (isReport(mail)) {
			return REPORT;
		}
		boolean ours = !mail.header(LOOP_HEADER).isEmpty() || own.address().equals(mail.sender())
				|| mail.messageId() != null && OUR_ID.matcher(mail.messageId()).matches();
		if (ours) {
			return OURSELVES;
		}
		return isMachine(mail, own) ? MACHINE : PERSON;
	}

	/**
	 * Whether whoever wrote it may be told by a machine that it arrived: never a list, a
	 * machine, or an address that says that nobody reads there (RFC 3834).
	 * @param own who we are
	 */
	public static boolean mayBeAcknowledged(ParsedMail mail, Ourselves own) {
		String sender = (mail.sender() == null) ? "" : mail.sender().substring(0, mail.sender().indexOf('@'));
		return of(mail, own) == PERSON && !isForMany(mail, own) && !UNREAD.matcher(sender).matches()
				&& !UNWANTED.matcher(mail.header("x-auto-response-suppress")).find();
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

	private static boolean isMachine(ParsedMail mail, Ourselves own) {
		// A form on the web and a group write as we do for somebody who is named apart.
		boolean forSomebody = own.wrote(mail.header("from"));
		String submitted = lower(mail, "auto-submitted");
		if (!submitted.isEmpty() && !submitted.startsWith("no") && !(forSomebody && submitted.contains("generated"))) {
			return true;
		}
		if (MARKS.stream().anyMatch(mail.headers()::containsKey) || lower(mail, "return-path").equals("<>")
				|| mail.contentType().equals("multipart/report")) {
			return true;
		}
		boolean answers = mail.references().stream().anyMatch((id) -> !OurMail.in(id).isEmpty());
		if (!answers && !forSomebody && isForMany(mail, own)) {
			return true;
		}
		return AutomaticWords.areIn(mail);
	}

	/** Not what reaches us because our own address is a list. */
	private static boolean isForMany(ParsedMail mail, Ourselves own) {
		String list = lower(mail, "list-id");
		String post = lower(mail, "list-post");
		if (list.endsWith("." + own.domain() + ">") || list.equals(own.address().replace('@', '.'))
				|| post.contains("mailto:" + own.address())) {
			return false;
		}
		boolean feedback = mail.headers().containsKey("feedback-id") && mail.headers().containsKey("list-unsubscribe");
		return !list.isEmpty() || feedback
				|| List.of("bulk", "junk", "list", "auto_reply").contains(lower(mail, "precedence"));
	}

	private static String lower(ParsedMail mail, String header) {
		return mail.header(header).strip().toLowerCase(Locale.ROOT);
	}

}
