package dev.escala.inbound.mail;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.escala.text.Shortening;

/**
 * What programs write that answer for somebody, where no header says so, in the languages
 * of our customers. Everything is compared in lower case, without accents, on one line,
 * and only with the beginning of the text: what somebody quotes below is not theirs.
 */
final class AutomaticWords {

	private static final int LONGEST = 1500;

	private static final Pattern READ = Pattern.compile("^(?:" + any(
			"(?:no )?leid[oa]|(?:not )?read|(?:no )?llegit|lid[oa]|irakurrita|(?:un)?gelesen|(?:non )?lue?|(?:non )?lett[oa]",
			"entregado|delivered|eliminado", "confirmacion? de lectura",
			"(?:acuse|recibo|acus) de (?:recibo|lectura|leitura|recepcio)",
			"(?:return|read) receipt(?: \\(displayed\\))?", "lesebestatigung|empfangsbestatigung",
			"(?:confirmation|accuse|avis) de (?:lecture|reception)", "(?:conferma|ricevuta) di (?:lettura|ritorno)")
			+ ") ?(?:[:\\-–(]|$)");

	private static final Pattern WAS_READ = Pattern.compile(any(
			"(?:se )?(?:ha leido|leyo|ha sido leid[oa]|fue leid[oa]|se mostro en)\\b|se ha entregado",
			"se (?:ha )?elimin(?:o|ado) sin leer|acuse de (?:recibo|lectura) (?:para|de)l? (?:el )?(?:mensaje|correo)",
			"was (?:read|deleted|displayed|delivered)|(?:return|read) receipt for the",
			"wurde .{0,80}(?:gelesen|ungelesen|geloscht|angezeigt)|angezeigt wurde|"
					+ "empfangsbestatigung fur die nachricht",
			"a ete (?:lu|supprime|affiche)", "e stat[oa] (?:lett[oa]|visualizzat)", "foi (?:lid[oa]|exibid)",
			"s'ha llegit|ha estat llegit", "irakurri (?:da|du)"));

	private static final Pattern CALENDAR = Pattern
		.compile(any("ha (?:aceptado|rechazado|respondido)", "ha (?:acceptat|rebutjat|respost)",
				"aceptou|aceitou|recusou|rexeitou|onartu du", "has (?:accepted|declined|tentatively|replied)",
				"hat .{0,80}(?:zugesagt|abgelehnt|angenommen|zugestimmt|geantwortet)",
				"ha (?:accettato|rifiutato|risposto)", "a (?:accepte|refuse|repondu)"));

	private static final String SENT = "(?:" + any("correo|mensaje|solicitud|consulta|peticion|incidencia|reclamacion",
			"e-?mail|ticket|case|request|message|enquiry|inquiry|caso", "mensaxe|missatge|sol·?licitud|mensagem|pedido",
			"anfrage|nachricht", "richiesta|messaggio|segnalazione", "demande") + ")";

	/** A desk has got something. */
	private static final Pattern RECEIVED = Pattern.compile(any(
			"(?:hemos recibido|recibimos|hemos registrado|hemos creado) (?:correctamente )?(?:su|tu|la|una) "
					+ "(?:nueva )?" + SENT,
			"\\b(?:su|tu|la|your) (?:nueva )?" + SENT + " (?:.{0,40}? )?(?:ha sido (?:recibid|cread|registrad)|"
					+ "se ha (?:recibid|cread|registrad)|(?:has been|was) (?:received|created|logged|registered|opened))",
			"se ha (?:registrado|creado|recibido|abierto) (?:la|el|su|un|una) (?:nueva )?" + SENT,
			"hem (?:rebut|registrat) (?:el seu|la seva|el teu|la vostra|el vostre)",
			"(?:recebemos|recibimos) (?:o seu|a sua)|(?:o seu|a sua) " + SENT + " foi (?:receb|regist|criad)",
			"(?:we have|we've|has been) received", "wir haben ihre " + SENT + "|ihre " + SENT + " (?:ist|wurde)",
			"abbiamo ricevuto|(?:la|il) su[ao] " + SENT + " e stat[oa] (?:ricevut|registrat|pres)",
			"nous avons (?:bien )?recu|votre " + SENT + " a (?:bien )?ete (?:recu|enregistre)",
			"zure (?:mezua|eskaera) jaso"));

	/** What people also write. */
	private static final Pattern THANKS = Pattern
		.compile(any("gracias por (?:contactar|comunicarse|ponerse en contacto|escribir)|gracies per contactar",
				"obrigad[oa] por (?:contactar|entrar)",
				"thank you for (?:contacting|your (?:e-?mail|message|request|enquiry))",
				"thanks for (?:contacting|reaching out)", "vielen dank fur ihre " + SENT,
				"merci (?:de|pour) (?:nous avoir|votre)|grazie per (?:aver|il suo|la sua)"));

	private static final Pattern SAYS_SO = Pattern.compile(any(
			"\\b(?:este|esta|aquest|aquesta|esta e uma|this|questo|ce|ceci est un|diese?) (?:es una? |is an? |e una? |e um )?"
					+ "(?:mensaje|correo|respuesta|missatge|mensagem|mensaxe|message|messaggio|e-?mail|nachricht|courriel)"
					+ " .{0,30}automati",
			"(?:^|[.:!;] ?)(?:mensaje|correo|respuesta) automatic[oa]\\b|this is an automat",
			"(?:automated|automatic) (?:message|reply|response|e-?mail|nachricht|antwort)",
			"(?:generad[oa]|generat[oa]?|gerad[oa]|genere|enviad[oa]|enviat|inviat[oa]|envoye|sent|generated) "
					+ "(?:de forma |de manera |in modo )?automati",
			"automatically (?:generated|sent)|automatisch (?:erstellt|generiert|erzeugt|versendet)|automatikoki",
			"(?:no|por favor,? no) (?:responda|conteste|respondas|contestes) (?:a |este)|no respongueu|nao responda",
			"(?:do not|don't) reply (?:to this|directly)|bitte (?:antworten sie )?nicht (?:auf|antworten)",
			"non rispondere a|prega di non rispondere|ne pas (?:y )?repondre"));

	/** What a desk promises, where it does not say that it is a program. */
	private static final Pattern DESK = Pattern.compile(any(
			"(?:para|to) (?:anadir|add) .{0,40}(?:comentarios?|comments?)",
			"(?:un|nuestro|nuestros|uno de nuestros|el) (?:agentes?|tecnicos?|equipo|especialistas?)(?: de soporte)? "
					+ "(?:le|la|se|te|lo) ",
			"le (?:responderemos|contestaremos|atenderemos) (?:en breve|lo antes|a la mayor|en un plazo|en menos)",
			"nos pondremos en contacto con (?:usted|vd)", "(?:is being|will be) reviewed by",
			"(?:our (?:team|support)|an agent|we) will (?:get back|be in touch|respond|reply) ",
			"(?:und )?melden uns|wir melden uns|(?:la|le) ricontatteremo|nous (?:vous repondrons|reviendrons vers)"));

	private static final Pattern NUMBERED = Pattern.compile(
			"(?:ticket|solicitud|caso|incidencia|consulta|request|case|numero|number|referencia|reference|\\bid|#)\\W{0,4}"
					+ "(?:n[.º]?o? |numero |con el numero |id )?\\W{0,2}(?:[a-z]{1,4}-?)?\\d{3,}|\\[[a-z]{2,5}-\\d{2,}\\]");

	private AutomaticWords() {
	}

	private static String any(String... words) {
		return String.join("|", words);
	}

	/** Whether the mail says that a program wrote it. */
	static boolean areIn(ParsedMail mail) {
		String subject = plain(mail.subject());
		String text = plain(mail.text());
		boolean saysSo = SAYS_SO.matcher(text).find();
		boolean answers = mail.references().stream().anyMatch((id) -> !DeliveryReport.OurMail.in(id).isEmpty());
		if (AbsenceWords.areIn(subject, text, saysSo, answers)) {
			return true;
		}
		if (READ.matcher(AbsenceWords.withoutPrefix(subject)).lookingAt()
				&& (text.isEmpty() || WAS_READ.matcher(text).find())) {
			return true;
		}
		if (isCalendarReply(mail) && (text.isEmpty() || CALENDAR.matcher(text).find())) {
			return true;
		}
		boolean received = RECEIVED.matcher(text).find();
		boolean suppressed = mail.headers().containsKey("x-auto-response-suppress");
		if (suppressed && (AbsenceWords.areInText(text) || received)) {
			return true;
		}
		boolean desk = received && DESK.matcher(text).find() && NUMBERED.matcher(subject + " " + text).find();
		return desk || saysSo && (received || THANKS.matcher(text).find());
	}

	private static boolean isCalendarReply(ParsedMail mail) {
		return mail.contentType().equals("text/calendar") && isReply(mail.header("content-type")) || mail.attachments()
			.stream()
			.filter((file) -> file.name().toLowerCase(Locale.ROOT).endsWith(".ics"))
			.anyMatch((file) -> isReply(
					new String(file.content(), 0, Math.min(file.content().length, 4000), StandardCharsets.ISO_8859_1)));
	}

	private static boolean isReply(String text) {
		String lower = text.toLowerCase(Locale.ROOT).replace("\"", "");
		return lower.contains("method:reply") || lower.contains("method=reply");
	}

	/** The beginning of a text as words are compared here. */
	static String plain(String text) {
		String beginning = MailText.line(Shortening.beginning(text, LONGEST), LONGEST).toLowerCase(Locale.ROOT);
		return Normalizer.normalize(beginning, Normalizer.Form.NFD).replaceAll("\\p{M}", "").replaceAll("[’´`]", "'");
	}

}
