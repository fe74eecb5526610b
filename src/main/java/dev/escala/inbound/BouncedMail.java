package dev.escala.inbound;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import dev.escala.customer.Customers;
import dev.escala.customer.UndeliverableAddressRepository;
import dev.escala.inbound.InboundMail.Status;
import dev.escala.inbound.mail.DeliveryReport;
import dev.escala.inbound.mail.DeliveryReport.OurMail;
import dev.escala.inbound.mail.ParsedMail;
import dev.escala.notification.Bounces;
import dev.escala.notification.Bounces.Effect;
import dev.escala.notification.MessageBounced;
import dev.escala.notification.Outbox;

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

	private final Bounces bounces;

	private final Customers customers;

	private final UndeliverableAddressRepository undeliverable;

	private final Outbox outbox;

	BouncedMail(Bounces bounces, Outbox outbox, Customers customers, UndeliverableAddressRepository undeliverable) {
		this.bounces = bounces;
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
		if (mail.reports().stream().anyMatch((part) -> part.type().equals("message/feedback-report"))) {
			return Verdict.waiting(
					"El servidor de un destinatario avisa de que alguien marcó un mensaje nuestro como "
							+ "correo no deseado. Mire a quién le escribimos y si debe seguir recibiéndolo.",
					report.mails().stream().map(OurMail::caseNumber).distinct().toList());
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
		List<OurMail> mails = report.mails().isEmpty() ? byContent(report) : report.mails();
		for (OurMail ours : mails) {
			effects.add(this.bounces.report(ours.outboxId(), ours.caseNumber(), report.failed(), reason));
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

	/**
	 * Some relays give our mail an id of their own. Then the case in header and subject,
	 * and the recipient, name the last such mail.
	 */
	private List<OurMail> byContent(DeliveryReport report) {
		if (report.returned() == null) {
			return List.of();
		}
		return this.outbox.messages(report.returned().caseNumber())
			.stream()
			.filter((sent) -> report.failed().contains(sent.recipient().toLowerCase(Locale.ROOT))
					&& sent.subject().strip().equals(report.returned().subject()))
			.reduce((earlier, later) -> later)
			.map((sent) -> List.of(new OurMail(sent.id(), sent.caseNumber())))
			.orElse(List.of());
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
