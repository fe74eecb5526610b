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

	private static final Pattern READ = Pattern.compile(
			"^(?:leido|no leido|read|not read|llegit|no llegit|lido|lida|irakurrita|gelesen|ungelesen|lu|non lu|letto|non letto|"
					+ "entregado|delivered|eliminado|confirmacion? de lectura|(?:acuse|recibo|acus) de (?:recibo|lectura|leitura|recepcio)|"
					+ "(?:return|read) receipt(?: \\(displayed\\))?|lesebestatigung|empfangsbestatigung|(?:confirmation|accuse|avis) de "
					+ "(?:lecture|reception)|(?:conferma|ricevuta) di (?:lettura|ritorno)) ?(?:[:\\-–(]|$)");

	private static final Pattern WAS_READ = Pattern
		.compile("(?:se )?(?:ha leido|leyo|ha sido leido|fue leido|se mostro en)\\b|"
				+ "was (?:read|deleted|displayed|delivered)|wurde (?:am .{0,60})?(?:gelesen|ungelesen|geloscht)|a ete (?:lu|supprime|affiche)|"
				+ "e stat[oa] (?:lett[oa]|visualizzat)|foi (?:lid[oa]|exibid)|s'ha llegit|ha estat llegit|se (?:ha )?elimin(?:o|ado) sin leer|"
				+ "se ha entregado|irakurri (?:da|du)|(?:return|read) receipt for the|acuse de (?:recibo|lectura) (?:para|de)l? (?:el )?"
				+ "(?:mensaje|correo)|wurde .{0,80}(?:angezeigt|gelesen)");

	private static final Pattern CALENDAR = Pattern
		.compile("ha (?:aceptado|rechazado|respondido)|ha (?:acceptat|rebutjat|respost)|"
				+ "aceptou|aceitou|recusou|rexeitou|onartu du|has (?:accepted|declined|tentatively|replied)|hat .{0,80}(?:zugesagt|abgelehnt|"
				+ "angenommen|zugestimmt|geantwortet)|ha (?:accettato|rifiutato|risposto)|a (?:accepte|refuse|repondu)");

	private static final String SENT = "(?:correo|mensaje|solicitud|consulta|peticion|e-?mail|incidencia|reclamacion|mensaxe|ticket|"
			+ "caso|missatge|request|message|enquiry|inquiry|case|anfrage|nachricht|richiesta|messaggio|segnalazione|demande|message|"
			+ "pedido|mensagem|comunicacion)";

	private static final Pattern RECEIVED = Pattern.compile(
			"(?:hemos recibido|recibimos|hemos registrado|hemos creado) (?:correctamente )?(?:su|tu|la|una) (?:nueva )?"
					+ SENT
					+ "|hem (?:rebut|registrat) (?:el seu|la seva|el teu)|rece?bemos (?:o seu|a sua)|recibimos (?:o seu|a sua)|"
					+ "(?:\\bsu|\\btu|\\bla|\\byour) (?:nueva )?" + SENT
					+ " (?:.{0,40}? )?(?:ha sido (?:recibid|cread|registrad)|se ha "
					+ "(?:recibid|cread|registrad)|(?:has been|was) (?:received|created|logged|registered|opened))|"
					+ "se ha (?:registrado|creado|recibido) (?:la|el|su|un|una) (?:nueva )?" + SENT
					+ "|(?:we have|we've|has been) received|thank you for (?:contacting|your (?:e-?mail|message|request|enquiry))|"
					+ "thanks for (?:contacting|reaching out)|wir haben ihre|ihre (?:anfrage|nachricht) (?:ist|wurde)|abbiamo ricevuto|"
					+ "nous avons (?:bien )?recu|zure (?:mezua|eskaera) jaso|gracias por (?:contactar|comunicarse|ponerse en contacto|escribir)|"
					+ "gracies per contactar|obrigad[oa] por (?:contactar|entrar)");

	private static final Pattern SAYS_SO = Pattern.compile(
			"\\b(?:este|esta|aquest|aquesta|esta e uma|this|questo|ce|ceci est un|diese?) (?:es una? |is an? |e una? |e um )?"
					+ "(?:mensaje|correo|respuesta|missatge|mensagem|mensaxe|message|messaggio|e-?mail|nachricht|courriel)"
					+ " .{0,30}automati|generad[oa] automaticamente|this is an automat|(?:automated|automatic) (?:message|reply|response|"
					+ "e-?mail|nachricht|antwort)|(?:^|[.:!;] ?)(?:mensaje|correo|respuesta) automatic[oa]\\b|(?:no|por favor,? no) "
					+ "(?:responda|conteste|respondas|contestes) (?:a |este)|(?:do not|don't) reply (?:to this|directly)|non rispondere a|"
					+ "prega di non rispondere|ne pas (?:y )?repondre|bitte (?:antworten sie )?nicht (?:auf|antworten)|"
					+ "automatisch (?:erstellt|generiert|erzeugt)|nao responda|no respongueu|generat automaticament|automatikoki");

	/** What a desk promises, where it does not say that it is a program. */
	private static final Pattern DESK = Pattern.compile("(?:para|to) (?:anadir|add) .{0,40}(?:comentarios?|comments?)|"
			+ "(?:un|nuestro|nuestros|uno de nuestros|el) (?:agentes?|tecnicos?|equipo|especialistas?)(?: de soporte)? (?:le|la|se|te|lo) |"
			+ "le (?:responderemos|contestaremos|atenderemos) (?:en breve|lo antes|a la mayor|en un plazo|en menos)|"
			+ "nos pondremos en contacto con (?:usted|vd)|(?:is being|will be) reviewed by|(?:our (?:team|support)|an agent|we) will "
			+ "(?:get back|be in touch|respond|reply) |wir melden uns|(?:la|le) ricontatteremo|nous (?:vous repondrons|reviendrons vers)");

	private static final Pattern NUMBERED = Pattern.compile(
			"(?:ticket|solicitud|caso|incidencia|consulta|request|case|numero|number|referencia|reference|\\bid|#)\\W{0,4}"
					+ "(?:n[.º]?o? |numero |con el numero |id )?\\W{0,2}(?:[a-z]{1,4}-?)?\\d{3,}|\\[[a-z]{2,5}-\\d{2,}\\]");

	private AutomaticWords() {
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
		if (READ.matcher(subject).lookingAt() && (text.isEmpty() || WAS_READ.matcher(text).find())) {
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
		return received && (saysSo || DESK.matcher(text).find() && NUMBERED.matcher(subject + " " + text).find());
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

	private static String plain(String text) {
		String beginning = MailText.line(Shortening.beginning(text, LONGEST), LONGEST).toLowerCase(Locale.ROOT);
		return Normalizer.normalize(beginning, Normalizer.Form.NFD).replaceAll("\\p{M}", "").replace('’', '\'');
	}

}
