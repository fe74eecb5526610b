package dev.escala.inbound.mail;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@DisplayName("A person is never taken for a machine, and a machine seldom for a person")
class MailOriginTests {

	private static final Ourselves OWN = new Ourselves("soporte@escala.example", "Escala");

	private static final String OURS = "In-Reply-To: <escala-outbox-7.ESC-2026-000013@escala.example>\r\n";

	@ParameterizedTest(name = "{0}")
	@MethodSource
	@DisplayName("People, whatever else carries their mail")
	void people(String what, String source, String sender) {
		ParsedMail mail = MailParser.parse(source.getBytes(StandardCharsets.UTF_8), false, OWN);

		assertThat(MailOrigin.of(mail, OWN)).isEqualTo(MailOrigin.PERSON);
		assertThat(mail.sender()).isEqualTo(sender);
	}

	static Stream<Arguments> people() {
		return Stream.of(
				arguments("a form on the web that writes as we do",
						"From: Web <soporte@escala.example>\r\nReply-To: Eva <eva@norte.example>\r\n"
								+ "Auto-Submitted: auto-generated\r\nSubject: Formulario\r\n\r\nNo arranca.",
						"eva@norte.example"),
				arguments("a group with our address",
						"From: \"'Iker' via Soporte\" <soporte@escala.example>\r\nReply-To: iker@puerto.example\r\n"
								+ "Precedence: list\r\nList-Id: <soporte.escala.example>\r\nSubject: Grúa\r\n\r\nParada.",
						"iker@puerto.example"),
				arguments("a group that names the author in its own header",
						"From: \"Noa via Soporte\" <soporte@escala.example>\r\nX-Original-From: Noa <noa@luna.example>\r\n"
								+ "List-Id: Soporte <soporte.escala.example>\r\nSubject: x\r\n\r\nHola",
						"noa@luna.example"),
				arguments("a list of ours with the author as sender",
						"From: noa@luna.example\r\nPrecedence: list\r\nList-Post: <mailto:soporte@escala.example>\r\n"
								+ "List-Id: <otro.grupos.example>\r\nSubject: x\r\n\r\nHola",
						"noa@luna.example"),
				arguments("a service that counts what is sent",
						"From: eva@norte.example\r\nFeedback-ID: 1.eu-west-1:AmazonSES\r\nSubject: Cobro\r\n\r\nDoble.",
						"eva@norte.example"),
				arguments("an answer to us over a list of theirs",
						"From: eva@norte.example\r\n" + OURS
								+ "List-Id: <turno.norte.example>\r\nPrecedence: list\r\nSubject: Re: x\r\n\r\nSigue.",
						"eva@norte.example"),
				person("Fuera de la oficina central no llega la señal", "Desde el lunes."),
				person("Out of office supplies and no delivery", "Where is it?"),
				person("Ausente: el técnico no se presentó", "Le esperamos toda la mañana."),
				person("Ausencia de respuesta", "Nadie contesta."), person("Leído: de acuerdo con el plan", "Gracias."),
				person("AUTO: el seguro del coche no cubre", "¿Pueden verlo?"),
				person("Re: Respuesta automática: su caso", "Gracias, pero sigue sin funcionar."),
				person("Automatic replying machine broken", "It stands still."),
				person("Abwesenheit des Technikers", "Niemand kam."), person("Absence: no technician came", "Again."),
				person("Lu et approuvé : le plan", "Merci."),
				person("Su aviso", "Hemos recibido su correo, pero el mensaje automático no dice cuándo."),
				arguments("a program that asks for no answers",
						"From: eva@norte.example\r\nX-Auto-Response-Suppress: All\r\nSubject: Cobro\r\n\r\nEs doble.",
						"eva@norte.example"),
				arguments("a calendar reply with words of its own",
						"From: eva@norte.example\r\nSubject: Aceptado: reunión\r\nContent-Type: multipart/mixed; boundary=x"
								+ "\r\n\r\n--x\r\n\r\nPuedo, pero traigan el contrato.\r\n--x\r\n"
								+ "Content-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n--x--",
						"eva@norte.example"));
	}

	private static Arguments person(String subject, String text) {
		return arguments(subject, "From: Eva <eva@norte.example>\r\nSubject: " + subject + "\r\n\r\n" + text,
				"eva@norte.example");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	@DisplayName("Machines are known by what they say, in nine languages, where no header marks them")
	void machines(String subject, String header, String text, String charset) {
		ParsedMail mail = MailParser.parse(
				("From: Eva <eva@norte.example>\r\n" + OURS + header + "Content-Type: text/plain; charset=" + charset
						+ "\r\nSubject: " + subject + "\r\n\r\n" + text)
					.getBytes(Charset.forName(charset)),
				false, OWN);

		assertThat(MailOrigin.of(mail, OWN)).isEqualTo(MailOrigin.MACHINE);
	}

	static Stream<Arguments> machines() {
		return Stream.of(machine("Respuesta automática: su caso", "Atiende Pablo."),
				machine("Re: Fuera de la oficina", "Estoy de vacaciones hasta el 7."),
				machine("Ausente: ESC-2026-000013", "Estaré ausente hasta el lunes."),
				machine("[Out of Office] Re: your case", "Back on Monday."), machine("OOO: your case", "See you."),
				machine("AUTO: Eva Ruiz is out of the office (returning 12/01)", "Call Ben."),
				machine("Erantzun automatikoa: kasua", "Astelehenean itzuliko naiz."),
				machine("Resposta automàtica: cas", "Torno dilluns."), machine("Fora de l'oficina", "Torno dilluns."),
				machine("Resposta automática: o seu caso", "Volto em breve."),
				machine("Fóra da oficina", "Volvo o luns."), machine("Automatische Antwort: Ihr Fall", "Bis bald."),
				machine("Abwesenheitsnotiz: Ihr Fall", "Bis bald."),
				machine("Abwesend bis Montag", "Ich bin im Urlaub und am Montag zurück am Platz."),
				machine("Risposta automatica: caso", "A presto."), machine("Fuori ufficio: caso", "A presto."),
				machine("Réponse automatique : votre dossier", "À bientôt."),
				machine("RE: Absence du bureau", "Je suis absent jusqu'à lundi."),
				machine("Fuera de la oficina hasta el 7 de diciembre", "Pablo atiende."),
				machine("Re: su caso", "X-Auto-Response-Suppress: DR, OOF, AutoReply\r\n",
						"Estaré fuera hasta el martes."),
				machine("Leído: su caso", "Su mensaje\n\nPara: Eva\nAsunto: su caso\n\nse ha leído el lunes."),
				machine("Read: your case", "Your message was read on Monday."), machine("Gelesen: Ihr Fall", ""),
				machine("Ticket 881", "Gracias por contactar. Este es un mensaje automático: un agente lo verá."),
				machine("[#4711] Received", "We have received your request. Please do not reply to this e-mail."),
				arguments("Aceptado: reunión",
						"MIME-Version: 1.0\r\nContent-Class: urn:content-classes:calendarmessage\r\n",
						"Eva ha aceptado esta invitación. Hemos recibido su mensaje. No responda a este correo.",
						"utf-8"));
	}

	private static Arguments machine(String subject, String text) {
		return arguments(subject, "", text, "utf-8");
	}

	private static Arguments machine(String subject, String header, String text) {
		return arguments(subject, header, text, "windows-1252");
	}

}
