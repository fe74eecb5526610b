package dev.escala.inbound.mail;

import java.util.regex.Pattern;

/**
 * How programs say that somebody is away, in the languages of our customers: in lower
 * case, without accents, on one line. Where people use the same words above a complaint,
 * the subject alone proves nothing.
 */
final class AbsenceWords {

	/** Marks of answers and of forwarding; each turn takes at least one character. */
	private static final Pattern PREFIX = Pattern
		.compile("^(?:[\\[(*\"«]|(?:re|rv|fw|fwd|aw|wg|sv|rif|tr|res|enc|r|i) ?: ?)+");

	/** A program says that it answers. */
	private static final String ANSWER = "(?:respuesta|contestacion) automatica(?: de ausencia)?|auto[- ]?r?respuesta|"
			+ "contestador automatico|resposta automatica|auto[- ]?resposta|erantzun automatikoa|automat(?:ic|ed) (?:reply|"
			+ "response|answer)|auto[- ]?(?:reply|response|responder|answer)|automatische (?:antwort|ruckantwort|"
			+ "abwesenheits\\w{0,20})|auto[- ]?antwort|automatisch antwoord|risposta automatica|"
			+ "reponse automatique(?: d'absence)?|autosvar|out[- ]of[- ](?:the[- ])?office(?: (?:auto ?reply|message|notice))?|"
			+ "ooo(?![-–]?\\d)|abwesenheits(?:notiz|assistent|meldung|benachrichtigung|nachricht)|fuori ufficio|"
			+ "absent(?:e|\\(e\\))? du bureau|absence du bureau|(?:message|notification|avis) d'absence|vacation (?:auto ?)?reply";

	/** Away from the office, which a complaint seldom begins with. */
	private static final String OFFICE = "(?:fuera|ausente) de (?:la )?oficina|"
			+ "(?:aviso|notificacion|mensaje) de ausencia|fora de l'oficina|fora d'oficina|fora (?:da|de) oficina|bulegotik kanpo|"
			+ "fora (?:do|de) escritorio|ausente d[oa] (?:escritorio|empresa)|nicht im buro|(?:fuori|assente|assenza) dall'ufficio|"
			+ "(?:avviso|messaggio) di assenza|(?:mensaje|correo|missatge|mensaxe|mezu|mensagem|messaggio|message|nachricht)"
			+ " automati(?:co|c|ca|koa|que|sche)|away from (?:the office|my desk)|(?:on )?annual leave";

	/** What people also write above a complaint. */
	private static final String PERHAPS = "ausente|ausencia(?: tempora(?:l|ria)| por .{3,30})?|absente?|absencia|"
			+ "abwesenheit|abwesend|fuori sede|assente|assenza|absence|(?:de )?vacaciones|(?:de )?vacances|(?:de )?vacacions|"
			+ "(?:de )?ferias|oporretan|kanpoan|(?:on )?(?:vacation|holidays?|leave)|(?:im )?urlaub|(?:in )?ferie|"
			+ "(?:en )?conges?|no disponible|unavailable";

	private static final String SINCE = "hasta|until|till|bis|fins|ate|ata|jusqu|fino|arte|del|from|vom|du|dal|since|desde|re ?:|"
			+ "auto ?reply|back|nago";

	/** The words stand alone, before a sign, or before the day of the return. */
	private static final String ENDS = ")[\\])*\"»]*(?: ?$| ?[:\\-–—|/!\\[(\\])]| (?:" + SINCE + "))";

	/** Behind a comma a sentence goes on. */
	private static final String ENDS_OR_COMMA = ENDS.replace("!", "!.,;");

	private static final String BEGIN = "^(?:auto ?: ?)?(?:currently |actualmente |derzeit )?(?:";

	private static final Pattern SAYS_SO = Pattern.compile(BEGIN + ANSWER + ENDS_OR_COMMA);

	private static final Pattern AT_OFFICE = Pattern.compile(BEGIN + OFFICE + ENDS_OR_COMMA);

	/** Nothing else, or until when. */
	private static final Pattern ALONE = Pattern
		.compile(BEGIN + OFFICE + ")[\\])*\"»! ]*(?:$|[:\\-–—]? ?(?:" + SINCE + "))");

	private static final Pattern HOLIDAY = Pattern
		.compile("^(?:de (?:vacaciones|vacances|vacacions|ferias)|on (?:vacation|"
				+ "holidays?|leave)|im urlaub|in ferie|en (?:conges?|vacances)) (?:hasta|fins|ata|ate|until|bis|fino|jusqu)");

	private static final Pattern MAYBE = Pattern.compile(BEGIN + PERHAPS + ENDS_OR_COMMA);

	private static final Pattern FIRST_PERSON = Pattern.compile(
			"^(?:(?:no )?(?:estoy|estare|me encuentro)|(?:no )?(?:soc|estic|estare)|(?:non |nao )?(?:estou|estarei)|"
					+ "i(?: am|'m| will be)|ich bin|(?:non )?(?:sono|saro)|je (?:ne )?(?:suis|serai)) (?:currently |derzeit |actuellement )?"
					+ "(?:de vacaciones|de vacances|de ferias|de vacacions|fuera|fora|out of|away|on|absente?|ausente|assente|"
					+ "nicht im|im urlaub|in ferie|en|fuori|a l'oficina|na oficina)(?: (?:de |da |d[oa] |the |du |l')?"
					+ "(?:la oficina|l'oficina|oficina|office|vacation|leave|holiday|buro|escritorio|bureau|conges?|vacances|ufficio))?[!.]? ?"
					+ "(?:$|(?:" + SINCE + ").*)");

	/** A note of a program in which the words come behind a person's name. */
	private static final Pattern NAMED = Pattern
		.compile("^auto ?: .{0,200}(?:out of (?:the )?office|on (?:leave|vacation)|"
				+ "fuera de (?:la )?oficina|de vacaciones|abwesend|im urlaub|ausente|absent|fuori ufficio|in ferie)");

	private static final Pattern OF_SOMEBODY = Pattern.compile("^.{2,60} (?:is|esta|ist|e|est) (?:currently |derzeit )?"
			+ "(?:out of (?:the )?office|on (?:leave|vacation)|fuera de la oficina|nicht im buro|absente? du bureau|fuori ufficio)\\b");

	private static final String WORDS = " (?:[\\p{L}']{1,20} ){0,3}?";

	/** Somebody says it of themselves. */
	private static final Pattern AWAY = Pattern.compile("\\b(?:estoy|estare|me encuentro|me encontrare|estaremos|sigo)"
			+ WORDS
			+ "(?:de vacaciones|de viaje|fuera|ausente|de baja|de permiso)|\\bno (?:estoy|estare|estaremos|me encuentro)"
			+ WORDS
			+ "(?:en la oficina|disponible|localizable|operativ[oa])|fuera de la oficina|\\b(?:soc|sere|estic|estare|em trobo)"
			+ WORDS + "(?:de vacances|fora|de baixa|absent|a l'oficina)|fora de l'oficina|"
			+ "\\b(?:estou|estarei|estaremos|encontro-me|encontreime|atopome)" + WORDS
			+ "(?:de vacacions|de ferias|fora|ausente|de baixa|"
			+ "de permiso|de licenca)|\\b(?:non|nao) (?:estou|estarei)" + WORDS
			+ "(?:disp|na oficina|no escritorio)|oporretan (?:nago|egongo)|"
			+ "bulegotik kanpo|\\bez (?:nago|naiz)\\b.{0,40}buleg|kanpoan (?:nago|egongo)|\\bi(?: am|'m| will be|'ll be)"
			+ WORDS
			+ "(?:out (?:of|until)|away|on (?:[\\p{L}]{1,12} ){0,2}?(?:leave|holidays?|vacation))|out of (?:the )?office|"
			+ "\\bich (?:bin|befinde mich|werde)\\b.{0,60}?(?:nicht (?:im (?:buro|hause?)|erreichbar|verfugbar)|abwesend|im urlaub|"
			+ "au(?:ss|ß)er haus)|\\b(?:sono|saro|mi trovo)" + WORDS
			+ "(?:fuori|in ferie|assente|in viaggio)|\\bnon (?:sono|saro)" + WORDS
			+ "(?:in ufficio|disponibile|raggiungibile)|\\bje (?:suis|serai)" + WORDS
			+ "(?:absente?|en (?:conges?|vacances|"
			+ "deplacement)|hors du bureau|indisponible)|\\b(?:sin|no tendre|limited|no|have) (?:acceso|access) (?:al|a mi|to) "
			+ "(?:my )?(?:correo|e-?mail)|(?:acceso|access) (?:limitado|limited) (?:al|to)|limited access to");

	/** When they come back, or whom to turn to instead. */
	private static final Pattern BACK = Pattern
		.compile("\\b(?:vuelvo|volvere|regreso|regresare|me reincorpor|torno|tornare|"
				+ "volto|voltarei|regressarei|volvo|volverei|rientro|rientrero|tornero) ?(?:a la oficina )?(?:el|on|am|ab|le|il|em|a|al|en|"
				+ "o|no|dia|dilluns|lunedi|hasta)\\b|\\b(?:a|de) (?:mi|meu|la meva) (?:regreso|vuelta|volta|tornada)|de (?:vuelta|retour) "
				+ "(?:el|en|le|au|lundi)|itzuliko naiz|\\bi(?:'ll| will)? (?:be back|return)|back (?:on|in the office)|"
				+ "(?:kehre|wieder|ab dem)\\b.{0,40}?(?:zuruck|erreichbar|im buro|fur sie da)|zuruck am|wieder da|"
				+ "\\b(?:para|en caso de|per a|en cas d'|em caso de|in case of|en cas de|per|pour toute|for|in) ?(?:[\\p{L}]{1,12} ){0,2}?"
				+ "(?:urgen|dringenden fall)|(?:durante|during|wahrend|in|durant|en) (?:mi|my|meiner|mia|mon|a minha|la meva) "
				+ "(?:ausencia|absence|abwesenheit|assenza|absencia)|(?:is|esta|ist) (?:de vacaciones|im urlaub|on leave|on vacation)|"
				+ "\\bno esta\\b.{0,20}vuelve el");

	private AbsenceWords() {
	}

	/**
	 * Whether the mail tells that somebody is away.
	 * @param subject the subject, in lower case and without accents
	 * @param text the beginning of the text, likewise
	 * @param automatic whether the text says that a program wrote it
	 * @param answers whether the mail answers one of ours
	 */
	static boolean areIn(String subject, String text, boolean automatic, boolean answers) {
		String bare = PREFIX.matcher(subject).replaceFirst("");
		boolean answered = subject.substring(0, subject.length() - bare.length()).indexOf(':') >= 0;
		boolean told = text.isEmpty() || automatic || AWAY.matcher(text).find() || BACK.matcher(text).find();
		if (SAYS_SO.matcher(bare).lookingAt() || NAMED.matcher(bare).lookingAt()) {
			// People answer such mails, too, and then the subject is the same.
			return !answered && !goesOn(SAYS_SO, bare) || told;
		}
		if (ALONE.matcher(bare).lookingAt() || HOLIDAY.matcher(bare).lookingAt()
				|| FIRST_PERSON.matcher(bare).matches() && text.indexOf('?') < 0) {
			return !answered || told;
		}
		boolean maybe = AT_OFFICE.matcher(bare).lookingAt() || MAYBE.matcher(bare).lookingAt()
				|| OF_SOMEBODY.matcher(bare).lookingAt();
		// Whoever answers by hand keeps our subject.
		boolean program = answers && !answered && AT_OFFICE.matcher(bare).lookingAt() && !goesOn(AT_OFFICE, bare);
		return maybe && (told || program || AWAY.matcher(bare).find() && MAYBE.matcher(bare).lookingAt());
	}

	/** In the text of somebody who is away. */
	static boolean areInText(String text) {
		return AWAY.matcher(text).find();
	}

	private static boolean goesOn(Pattern words, String subject) {
		var found = words.matcher(subject);
		return found.lookingAt() && ".,;".indexOf(subject.charAt(found.end() - 1)) >= 0;
	}

}
