package dev.escala.inbound;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.escala.customer.Customers;
import dev.escala.customer.UndeliverableAddressRepository;
import dev.escala.inbound.InboundMail.Status;
import dev.escala.inbound.mail.DeliveryReport;
import dev.escala.inbound.mail.DeliveryReport.OurMail;
import dev.escala.inbound.mail.MailText;
import dev.escala.inbound.mail.ParsedMail;
import dev.escala.notification.Bounces;
import dev.escala.notification.Bounces.Effect;
import dev.escala.notification.MessageBounced;
import dev.escala.notification.Outbox;
import dev.escala.notification.OutboxMessage;
import dev.escala.notification.ReturnPaths;
import dev.escala.reference.CaseNumber;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes what mail servers say about mails of ours. */
@Component
class BouncedMail {

	private static final Pattern NO_SUCH_USER = Pattern.compile(
			"\\b5\\.1\\.\\d|user unknown|does ?n[o']t exist|"
					+ "no such user|unknown (user|recipient|address)|not found|invalid recipient",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern FULL = Pattern
		.compile("\\b[45]\\.2\\.2|\\b552\\b|quota|mailbox (is )?full|over.?quota", Pattern.CASE_INSENSITIVE);

	private static final Pattern REFUSED = Pattern.compile("\\b5\\.7\\.\\d|spam|blocked|policy|rejected|blacklist",
			Pattern.CASE_INSENSITIVE);

	/** Where servers write down to whom they delivered. */
	private static final List<String> DELIVERED = List.of("to", "delivered-to", "x-original-to", "envelope-to",
			"x-envelope-to", "x-delivered-to");

	private final Bounces bounces;

	private final ReturnPaths returnPaths;

	private final Customers customers;

	private final UndeliverableAddressRepository undeliverable;

	private final Outbox outbox;

	BouncedMail(Bounces bounces, ReturnPaths returnPaths, Outbox outbox, Customers customers,
			UndeliverableAddressRepository undeliverable) {
		this.bounces = bounces;
		this.returnPaths = returnPaths;
		this.outbox = outbox;
		this.customers = customers;
		this.undeliverable = undeliverable;
	}

	/**
	 * Says what becomes of the report, and marks the message that it is about.
	 * @throws NotYetException where that message is just being sent
	 */
	Verdict take(ParsedMail mail) {
		DeliveryReport report = DeliveryReport.of(mail);
		Optional<OutboxMessage> returned = this.returnPaths.message(DELIVERED.stream()
			.flatMap((header) -> mail.headers().getOrDefault(header, List.of()).stream())
			.toList());
		if (mail.reports().stream().anyMatch((part) -> part.type().equals("message/feedback-report"))) {
			return Verdict.waiting(
					"El servidor de un destinatario avisa de que alguien marcó un mensaje nuestro como "
							+ "correo no deseado. Mire a quién le escribimos y si debe seguir recibiéndolo.",
					concerned(report, returned));
		}
		if (!report.failure() && report.delivered()) {
			return Verdict.of(Status.AUTOMATIC, "Un servidor de correo confirma que un mensaje llegó.");
		}
		if (!report.failure()) {
			return Verdict.of(Status.AUTOMATIC,
					"Un servidor de correo avisa de que un mensaje tarda; todavía lo intenta. No es un fallo.");
		}
		String reason = explained(report.diagnostic());
		Set<Effect> effects = EnumSet.noneOf(Effect.class);
		List<OurMail> mails = returned.map((message) -> List.of(new OurMail(message.id(), message.caseNumber())))
			.orElseGet(() -> report.mails().isEmpty() ? byContent(report) : report.mails());
		// A return path of ours proves the recipient, too, whom others may have
		// forwarded.
		Set<String> failed = returned.map((message) -> Set.of(message.recipient().toLowerCase(Locale.ROOT)))
			.orElse(report.failed());
		for (OurMail ours : mails) {
			effects.add(this.bounces.report(ours.outboxId(), ours.caseNumber(), failed, reason));
		}
		if (effects.contains(Effect.TOO_EARLY)) {
			throw new NotYetException();
		}
		if (effects.contains(Effect.FAILED) || effects.contains(Effect.KNOWN)) {
			return new Verdict(Status.BOUNCE, reason, mails.get(0).caseNumber(), null, List.of());
		}
		return Verdict.waiting("Parece un aviso de que un correo no llegó, pero no es de ningún mensaje que Escala "
				+ "enviara a esa dirección. No se ha cambiado nada.", List.of());
	}

	/** The cases that the report names; nothing follows from that by itself. */
	private List<CaseNumber> concerned(DeliveryReport report, Optional<OutboxMessage> returned) {
		Stream<CaseNumber> named = report.mails().stream().map(OurMail::caseNumber);
		Stream<CaseNumber> content = Stream.ofNullable(report.returned()).map(DeliveryReport.Returned::caseNumber);
		return Stream.of(returned.stream().map(OutboxMessage::caseNumber), named, content)
			.flatMap(Function.identity())
			.filter((number) -> !this.outbox.messages(number).isEmpty())
			.distinct()
			.toList();
	}

	/**
	 * Some relays give our mail an id of their own. Then the case in header and subject,
	 * and the recipient, prove that it was ours. Of several mails it is the last one with
	 * that subject, to which a server may have put words of its own.
	 */
	private List<OurMail> byContent(DeliveryReport report) {
		if (report.returned() == null) {
			return List.of();
		}
		List<OutboxMessage> sent = this.outbox.messages(report.returned().caseNumber())
			.stream()
			.filter((one) -> report.failed().contains(one.recipient().toLowerCase(Locale.ROOT)))
			.toList();
		String subject = onOneLine(report.returned().subject());
		return sent.stream()
			.filter((one) -> sent.size() == 1 || subject.contains(onOneLine(one.subject())))
			.reduce((earlier, later) -> later)
			.map((one) -> List.of(new OurMail(one.id(), one.caseNumber())))
			.orElse(List.of());
	}

	private static String onOneLine(String subject) {
		return MailText.line(subject, 500);
	}

	/** Only what customers are reached by is worth marking. */
	@EventListener
	void bounced(MessageBounced message) {
		if (!this.customers.findByEmail(message.recipient()).isEmpty()) {
			this.undeliverable.mark(message.recipient(), message.reason());
		}
	}

	private static String explained(String diagnostic) {
		String reason = "El servidor de correo del destinatario lo devolvió";
		if (NO_SUCH_USER.matcher(diagnostic).find()) {
			reason = "La dirección no existe";
		}
		else if (FULL.matcher(diagnostic).find()) {
			reason = "El buzón del destinatario está lleno";
		}
		else if (REFUSED.matcher(diagnostic).find()) {
			reason = "El servidor de correo del destinatario no acepta el mensaje";
		}
		return diagnostic.isEmpty() ? reason + "." : reason + ". El servidor dijo: " + diagnostic;
	}

	/** The report came before we know how the sending ended. */
	static final class NotYetException extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

}
