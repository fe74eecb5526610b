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

	/** Any number of answers and brackets; each turn takes at least one character. */
	private static final Pattern PREFIX = Pattern.compile("^(?:(?:re|rv|fw|fwd|aw|wg|sv|rif|tr|res|enc|r|i) ?: ?)+");

	private static final String ANSWER = "respuesta automatica|autorrespuesta|contestacion automatica|"
			+ "resposta automatica|erantzun automatikoa|automatic (?:reply|response)|auto[- ]?(?:reply|response|responder)|"
			+ "automatische antwort|automatisch antwoord|risposta automatica|reponse automatique|autosvar";

	private static final String ABSENT = "fuera de (?:la )?oficina|fora de l'oficina|fora da oficina|bulegotik kanpo|"
			+ "fora do escritorio|out of (?:the )?office|ooo|abwesenheitsnotiz|abwesenheitsassistent|nicht im buro|"
			+ "fuori ufficio|absence du bureau|absente? du bureau|message d'absence|vacation reply";

	/** What people also write above a complaint. */
	private static final String PERHAPS = "ausente|ausencia(?: tempora(?:l|ria))?|absent|absencia|abwesenheit|abwesend|"
			+ "fuori sede|assente|absence";

	private static final String SINCE = "hasta|until|till|bis|fins|ate|jusqu|fino|arte";

	/** The words stand alone, before a sign, or before the day of the return. */
	private static final String ENDS = ")[\\])*]*(?: ?$| ?[:\\-–—|.!,;(\\[\\])]| (?:" + SINCE + "))";

	private static final Pattern SUBJECT = Pattern.compile("^[\\[(*]*(?:auto ?: ?)?(?:" + ANSWER + "|" + ABSENT + ENDS);

	private static final Pattern PERHAPS_SUBJECT = Pattern.compile("^[\\[(*]*(?:auto ?: ?)?(?:" + PERHAPS + ENDS);

	/** A note of a program in which the words come behind a person's name. */
	private static final Pattern NAMED = Pattern.compile(
			"^auto ?: .{0,200}(?:out of (?:the )?office|fuera de (?:la )?oficina|abwesend|ausente|absent|fuori ufficio)");

	/** In the text of somebody who is away. */
	private static final Pattern AWAY = Pattern.compile("\\b(?:estoy|estare|me encuentro|estaremos) (?:de vacaciones|"
			+ "fuera|ausente|de baja|de permiso)|fuera de la oficina|(?:soc|estic|estare) (?:de vacances|fora)|"
			+ "fora de l'oficina|(?:estou|estarei) (?:de vacacions|de ferias|fora|ausente)|oporretan nago|bulegotik kanpo|"
			+ "\\bi(?: am|'m| will be) (?:currently )?(?:out|away|on (?:annual )?(?:leave|holiday|vacation))|out of (?:the )?office|"
			+ "ich bin (?:derzeit |zurzeit |bis )?.{0,60}(?:nicht im (?:buro|hause)|abwesend|im urlaub)|"
			+ "(?:sono|saro) (?:fuori|in ferie|assente)|je suis (?:actuellement )?(?:absente?|en conge)|"
			+ "\\b(?:vuelvo|volvere|regreso|regresare|torno|tornare|volto|voltarei|i(?:'ll| will)? (?:be back|return)|"
			+ "back on|wieder da|zuruck|de retour) (?:a la oficina )?(?:el|on|am|ab|le|il|em|a|al|en|dia)\\b|"
			+ "(?:acceso|access) (?:limitado|limited) (?:al|to) (?:correo|e-?mail)");

	private static final Pattern READ = Pattern
		.compile("^(?:leido|no leido|read|not read|llegit|lido|lida|irakurrita|gelesen|ungelesen|lu|non lu|letto|"
				+ "entregado|delivered|eliminado) ?: ");

	private static final Pattern WAS_READ = Pattern.compile("(?:se )?(?:ha leido|leyo|ha sido leido|fue leido)\\b|"
			+ "was (?:read|deleted|displayed|delivered)|wurde (?:am .{0,60})?(?:gelesen|ungelesen)|a ete (?:lu|supprime)|"
			+ "e stat[oa] lett[oa]|foi lid[oa]|s'ha llegit|se ha eliminado sin leer|se ha entregado");

	private static final Pattern CALENDAR = Pattern.compile("ha (?:aceptado|rechazado)|ha (?:acceptat|rebutjat)|"
			+ "aceptou|aceitou|has (?:accepted|declined|tentatively)|hat .{0,80}(?:zugesagt|abgelehnt|angenommen)|"
			+ "ha (?:accettato|rifiutato)|a (?:accepte|refuse)");

	private static final Pattern RECEIVED = Pattern.compile(
			"(?:hemos recibido|recibimos) (?:correctamente )?(?:su|tu|la|a sua) (?:correo|mensaje|solicitud|consulta|peticion|"
					+ "e-?mail|incidencia|reclamacion|mensaxe)|hem rebut (?:el seu|la seva|el teu)|recebemos (?:o seu|a sua)|"
					+ "(?:we have|we've|has been) received|thank you for (?:contacting|your (?:e-?mail|message|request))|"
					+ "wir haben ihre|abbiamo ricevuto|nous avons (?:bien )?recu|gracias por (?:contactar|ponerse en contacto|escribir)");

	private static final Pattern SAYS_SO = Pattern
		.compile("\\b(?:este|esta|aquest|aquesta|esta e uma|this|questo|ce|diese?) (?:es una? |is an? |e una? |e um )?"
				+ "(?:mensaje|correo|respuesta|missatge|mensagem|mensaxe|message|messaggio|e-?mail|nachricht|courriel)"
				+ " .{0,30}automati|generad[oa] automaticamente|this is an automat|(?:automated|automatic) (?:message|reply|response|"
				+ "e-?mail|nachricht|antwort)|(?:no|por favor,? no) (?:responda|conteste|respondas|contestes) (?:a |este)|"
				+ "(?:do not|don't) reply (?:to this|directly)|non rispondere a|ne pas repondre|bitte (?:antworten sie )?nicht (?:auf|antworten)|"
				+ "nao responda|no respongueu");

	private AutomaticWords() {
	}

	/** Whether the mail says that a program wrote it. */
	static boolean areIn(ParsedMail mail) {
		String subject = plain(mail.subject());
		String bare = PREFIX.matcher(subject).replaceFirst("").replaceFirst("^[\\[(]", "");
		boolean answered = !subject.startsWith(bare) && PREFIX.matcher(subject).lookingAt();
		String text = plain(mail.text());
		if (SUBJECT.matcher(bare).lookingAt() || NAMED.matcher(bare).lookingAt()) {
			// People answer such mails, too, and then the subject is the same.
			return !answered || text.isEmpty() || AWAY.matcher(text).find() || SAYS_SO.matcher(text).find();
		}
		if (PERHAPS_SUBJECT.matcher(bare).lookingAt() && (text.isEmpty() || AWAY.matcher(text).find())) {
			return true;
		}
		if (READ.matcher(subject).lookingAt() && (text.isEmpty() || WAS_READ.matcher(text).find())) {
			return true;
		}
		if (isCalendarReply(mail) && (text.isEmpty() || CALENDAR.matcher(text).find())) {
			return true;
		}
		boolean suppressed = mail.headers().containsKey("x-auto-response-suppress");
		if (suppressed && (AWAY.matcher(text).find() || RECEIVED.matcher(text).find())) {
			return true;
		}
		return RECEIVED.matcher(text).find() && SAYS_SO.matcher(text).find();
	}

	private static boolean isCalendarReply(ParsedMail mail) {
		return mail.contentType().equals("text/calendar") && isReply(mail.header("content-type")) || mail.attachments()
			.stream()
			.filter((file) -> file.name().endsWith(".ics"))
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
