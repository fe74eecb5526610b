package dev.escala.inbound;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import dev.escala.inbound.InboundMail.Status;
import dev.escala.inbound.WrittenMail.Shape;
import dev.escala.notification.OutboxMessage;
import dev.escala.reference.CaseNumber;

/** Forty kinds of mail, each with what becomes of it. */
final class MailKinds {

	/**
	 * What a customer writes in each mail that is read; kinds put their own around it.
	 */
	static final String WORDS = "Sigue sin llegar el camión a Lugo; mañana será tarde.";

	private final List<Kind> kinds = new ArrayList<>();

	private MailKinds() {
	}

	/**
	 * @param number the customer's only open case
	 * @param told a mail of ours about it
	 */
	static List<Kind> of(CaseNumber number, OutboxMessage told) {
		MailKinds kinds = new MailKinds();
		String id = InboundStory.idOf(told);
		kinds.people(number, id);
		kinds.odd(number, id);
		kinds.machines(number, id);
		kinds.others(number, told);
		return List.copyOf(kinds.kinds);
	}

	private void people(CaseNumber number, String id) {
		String year = number.value().substring(4, 8);
		String last = number.value().substring(9);
		person("number in the subject", (mail) -> mail.subject("Re: " + number).text(WORDS));
		person("answer by its id", (mail) -> mail.header("In-Reply-To: " + id).text(WORDS));
		person("answer by the thread",
				(mail) -> mail.header("References: <a@x> <escala-case." + number + "@escala.example>").text(WORDS));
		person("number in the text", (mail) -> mail.text(WORDS + "\nEs el " + number));
		person("number with other dashes",
				(mail) -> mail.as(Shape.QUOTED, "utf-8").text(WORDS + "\nEs el ESC–" + year + "—" + last + "."));
		person("number with blanks", (mail) -> mail.text(WORDS + " (esc " + year + " " + last + ")"));
		person("no number, one case", (mail) -> mail.text(WORDS));
		person("form on the web",
				(mail) -> mail.from("Web <" + InboundStory.SUPPORT + ">")
					.header("Reply-To: " + mail.address())
					.header("Auto-Submitted: auto-generated")
					.text(WORDS));
		person("group with our address",
				(mail) -> mail.from("\"Nerea via Soporte\" <" + InboundStory.SUPPORT + ">")
					.header("Reply-To: " + mail.address())
					.header("Precedence: list")
					.header("List-Id: <soporte.escala.example>")
					.text(WORDS));
		person("service that counts", (mail) -> mail.header("Feedback-ID: 1.eu-west-1:AmazonSES").text(WORDS));
		person("a branch outside", (mail) -> mail.subject("Fuera de la oficina central no llega").text(WORDS));
		person("read and agreed", (mail) -> mail.subject("Leído: de acuerdo con el plan").text(WORDS));
		person("answer over their list",
				(mail) -> mail.header("In-Reply-To: " + id)
					.header("List-Id: <turno.norte.example>")
					.header("Precedence: list")
					.text(WORDS));
		person("wants no machine's answer", (mail) -> mail.header("X-Auto-Response-Suppress: All").text(WORDS));
		person("answer below ours", (mail) -> mail.header("In-Reply-To: " + id)
			.text("El lun, 23 nov 2026, Escala <" + InboundStory.SUPPORT + "> escribió:\n> Hola\n\n" + WORDS));
		person("list of data", (mail) -> mail.text("De: Madrid\nPara: Lugo\nFecha: 3 dic\n" + WORDS));
	}

	private void odd(CaseNumber number, String id) {
		for (String header : List.of("Cc: Luis Gil", "To: Undisclosed recipients", "Cc: luis@mi_servidor.example",
				"Sender: MAILER-DAEMON")) {
			person(header, (mail) -> mail.header(header).text(WORDS));
		}
		person("odd date", (mail) -> mail.header("Date: Fri,  23 Nov 2026 10:00:00 UT").text(WORDS));
		person("charset of its page",
				(mail) -> mail.body("Content-Type: text/html\r\n\r\n<meta charset=utf-8><p>" + WORDS + "</p>"));
		person("hidden line",
				(mail) -> mail.body("Content-Type: text/html; charset=utf-8\r\n\r\n<div style='mso-hide:all;opacity:0'>"
						+ "ESC-2020-999999</div><p>" + WORDS + "</p>"));
		person("forwarded as a file", (mail) -> mail.body("Content-Type: message/rfc822\r\n\r\nFrom: u@x.example\r\n"
				+ "Content-Type: text/plain; charset=utf-8\r\n\r\n" + WORDS));
		person("euro in an old subject",
				(mail) -> mail.subject("=?iso-8859-1?Q?Cobro_de_5_=80_" + number.value().replace("-", "=2D") + "?=")
					.text(WORDS));
		person("one bad byte", (mail) -> {
			byte[] source = mail.as(Shape.PLAIN, "utf-8").text(WORDS + " !");
			source[source.length - 1] = (byte) 0x80;
			return source;
		});
	}

	private void machines(CaseNumber number, String id) {
		machine("marked", (mail) -> mail.header("Auto-Submitted: auto-replied").text(WORDS));
		machine("Respuesta automática: su caso", null);
		machine("[Out of Office] Re: your case", null);
		machine("Abwesenheitsnotiz: Ihr Fall", null);
		machine("Erantzun automatikoa: kasua", null);
		machine("Risposta automatica: caso", null);
		machine("newsletter",
				(mail) -> mail.header("List-Id: <ofertas.tienda.example>").header("Precedence: bulk").text("Ofertas."));
		machine("receipt", (mail) -> mail.body("Content-Type: multipart/report; report-type=disposition-notification; "
				+ "boundary=r\r\n\r\n--r\r\n\r\nSe ha leído.\r\n--r\r\nContent-Type: message/disposition-notification"
				+ "\r\n\r\nDisposition: manual-action/MDN-sent-manually; displayed\r\n--r--"));
		machine("another desk", (mail) -> mail.header("In-Reply-To: " + id)
			.text("Gracias por contactar. Este es un mensaje automático: un agente lo verá."));
	}

	private void others(CaseNumber number, OutboxMessage told) {
		this.kinds.add(new Kind("bounce", Status.BOUNCE,
				(mail) -> InboundStory
					.report("failed", told.recipient(), "5.1.1", "smtp; 550 5.1.1 no such user " + mail.address(),
							InboundStory.idOf(told))
					.value()
					.getBytes(StandardCharsets.UTF_8)));
		this.kinds.add(new Kind("stranger with the number", Status.WAITING,
				(mail) -> mail.from("Intruso <intruso-" + mail.address() + ">").subject("Re: " + number).text(WORDS)));
		this.kinds.add(new Kind("number that does not exist", Status.WAITING,
				(mail) -> mail.text(WORDS + "\nEs el ESC-2020-999999")));
		this.kinds.add(new Kind("sender that is none", Status.WAITING, (mail) -> mail.from("Ventas").text(WORDS)));
		this.kinds.add(new Kind("complaint", Status.WAITING, (mail) -> mail.from("fbl@isp.example")
			.body("Content-Type: multipart/report; report-type=feedback-report; boundary=f\r\n\r\n--f\r\n\r\nQueja "
					+ mail.address() + "\r\n--f\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse"
					+ "\r\n--f--")));
	}

	private void person(String name, Writing writing) {
		this.kinds.add(new Kind(name, Status.CONTACT, writing));
	}

	private void machine(String name, Writing writing) {
		this.kinds.add(new Kind(name, Status.AUTOMATIC,
				(writing != null) ? writing : (mail) -> mail.subject(name).text("Nerea no está: vuelve el lunes.")));
	}

	/** Writes a mail of a kind. */
	@FunctionalInterface
	interface Writing {

		byte[] write(WrittenMail mail);

	}

	/**
	 * A kind of mail.
	 *
	 * @param name what it is
	 * @param becomes what has to become of it
	 * @param writing how one is written
	 */
	record Kind(String name, Status becomes, Writing writing) {
	}

}
