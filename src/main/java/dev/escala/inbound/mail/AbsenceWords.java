package dev.escala.inbound.mail;

import java.util.regex.Matcher;
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

	private static final String WORDS = " (?:[\\p{L}']{1,20} ){0,3}?";

	/** A program says that it answers, or a name that only programs give it. */
	private static final String ANSWER = any("(?:respuesta|contestacion) automatica(?: de ausencia)?",
			"auto[- ]?r?respuesta|contestador automatico", "resposta automatica|auto[- ]?resposta",
			"erantzun automatikoa", "automat(?:ic|ed) (?:reply|response|answer)",
			"auto[- ]?(?:reply|response|responder|answer)",
			"out[- ]of[- ](?:the[- ])?office(?: (?:auto ?reply|message|notice))?", "ooo(?![-–]?\\d)",
			"vacation (?:auto ?)?reply", "automatische (?:antwort|ruckantwort|abwesenheits\\w{0,20})|auto[- ]?antwort",
			"abwesenheits(?:notiz|assistent|meldung|benachrichtigung|nachricht)", "automatisch antwoord|autosvar",
			"risposta automatica|fuori ufficio", "reponse automatique(?: d'absence)?",
			"absent(?:e|\\(e\\))? du bureau|absence du bureau", "(?:message|notification|avis) d'absence");

	/** Away from the office, which a complaint seldom begins with. */
	private static final String OFFICE = any("(?:fuera|ausente) de (?:la )?oficina",
			"(?:aviso|notificacion|mensaje) de ausencia", "baja (?:medica|laboral|maternal|paternal)",
			"fora de l'oficina|fora d'oficina|fora (?:da|de) oficina", "bulegotik kanpo",
			"fora (?:do|de) escritorio|ausente d[oa] (?:escritorio|empresa)", "away from (?:the office|my desk)",
			"(?:on )?(?:annual|parental|maternity|paternity|sick|medical) leave",
			"(?:vacation|holiday|absence|leave) (?:notice|notification|message)", "nicht im buro",
			"(?:fuori|assente|assenza) dall'ufficio|(?:avviso|messaggio) di assenza",
			"(?:mensaje|correo|missatge|mensaxe|mezu|mensagem|messaggio|message|nachricht) automati(?:co|ca?|koa|que)",
			"automatische nachricht");

	private static final String HOLIDAYS = any("de (?:vacaciones|vacances|vacacions|ferias|viaje|permiso|baja)",
			"on (?:vacation|holidays?|leave)", "im urlaub|in ferie|en (?:conges?|vacances)", "oporretan");

	/** What people also write above a complaint. */
	private static final String PERHAPS = any(HOLIDAYS, "ausente|ausencia(?: tempora(?:l|ria)| por .{3,30})?",
			"absente?|absencia|absence", "abwesenheit|abwesend|urlaub", "assente|assenza|fuori sede|ferie",
			"vacaciones|vacances|vacacions|ferias|oporrak|kanpoan", "vacation|holidays?|away|unavailable|no disponible",
			"conges?");

	private static final String SINCE = "hasta|until|till|bis|fins|ate|ata|jusqu|fino|arte|del|from|vom|du|dal|since|desde|re ?:|"
			+ "auto ?reply|back|nago";

	/** The words stand alone, before a sign, or before the day of the return. */
	private static final String ENDS = ")[\\])*\"»]*(?: ?$| ?[:\\-–—|/!\\[(\\])*\"»]| (?:" + SINCE + "))";

	/** Behind a comma a sentence goes on. */
	private static final String ENDS_OR_COMMA = ENDS.replace("!", "!.,;");

	private static final String BEGIN = "^(?:auto ?: ?)?(?:currently |actualmente |derzeit )?(?:";

	private static final Pattern SAYS_SO = Pattern.compile(BEGIN + ANSWER + ENDS_OR_COMMA);

	private static final Pattern AT_OFFICE = Pattern.compile(BEGIN + OFFICE + ENDS_OR_COMMA);

	/** Nothing else, or until when. */
	private static final Pattern ALONE = Pattern
		.compile(BEGIN + OFFICE + ")[\\])*\"»! ]*(?:$|[:\\-–—]? ?(?:" + SINCE + "))");

	private static final Pattern UNTIL = Pattern
		.compile("^(?:" + HOLIDAYS + ") (?:hasta|fins|ata|ate|until|bis|fino|jusqu)");

	private static final Pattern MAYBE = Pattern.compile(BEGIN + PERHAPS + ENDS_OR_COMMA);

	private static final Pattern FIRST_PERSON = Pattern.compile("^(?:"
			+ any("(?:no )?(?:estoy|estare|me encuentro|soc|estic)", "(?:non |nao )?(?:estou|estarei)",
					"i(?: am|'m| will be)|ich bin", "(?:non )?(?:sono|saro)", "je (?:ne )?(?:suis|serai)")
			+ ") (?:currently |derzeit |actuellement )?(?:" + HOLIDAYS
			+ "|fuera|fora|out of|away|on|absente?|ausente|assente|nicht im|en|fuori|a l'oficina|na oficina)"
			+ "(?: (?:de |da |d[oa] |the |du |l')?(?:la oficina|l'oficina|oficina|office|vacation|leave|holiday|buro|"
			+ "escritorio|bureau|ufficio))?[!.]? ?(?:$|(?:" + SINCE + ").*)");

	/** A note of a program in which the words come behind a person's name. */
	private static final Pattern NAMED = Pattern.compile("^auto ?: .{0,200}(?:"
			+ any("out of (?:the )?office|is away", "fuera de (?:la )?oficina|no esta(?:ra)? en la", HOLIDAYS,
					"nicht im buro", "abwesend|ausente|absent|assente|fuori ufficio")
			+ ")");

	private static final Pattern OF_SOMEBODY = Pattern
		.compile("^.{2,60} (?:is|esta|ist|e|est) (?:currently |derzeit )?(?:" + any("out of (?:the )?office", HOLIDAYS,
				"fuera de la oficina", "nicht im buro", "absente? du bureau|fuori ufficio") + ")\\b");

	/** Somebody says it of themselves. */
	private static final Pattern AWAY = Pattern.compile(any(
			"\\b(?:estoy|estare|me encuentro|me encontrare|estaremos|sigo|permanecere)" + WORDS
					+ "(?:de (?:mis )?vacaciones|de viaje|fuera|ausente|de baja|de permiso)",
			"\\bno (?:estoy|estare|estaremos|me encuentro)" + WORDS
					+ "(?:en la oficina|disponible|localizable|operativ[oa])",
			"fuera de la oficina",
			"\\b(?:soc|sere|estic|estare|em trobo)" + WORDS + "(?:de vacances|fora|de baixa|absent|a l'oficina)",
			"fora de l'oficina",
			"\\b(?:estou|estarei|estaremos|encontro-me|encontreime|atopome)" + WORDS
					+ "(?:de vacacions|de ferias|fora|ausente|de baixa|de permiso|de licenca)",
			"\\b(?:non|nao) (?:estou|estarei)" + WORDS + "(?:disp|na oficina|no escritorio)",
			"(?:oporretan|kanpoan) (?:nago|egongo)|bulegotik kanpo|\\bez (?:nago|naiz)\\b.{0,40}buleg",
			"\\bi(?: am|'m| will be|'ll be)" + WORDS
					+ "(?:out (?:of|until)|away|on (?:[\\p{L}]{1,12} ){0,2}?(?:leave|holidays?|vacation))",
			"out of (?:the )?office",
			"\\bich (?:bin|befinde mich|werde)\\b.{0,60}?(?:nicht (?:im (?:buro|hause?)|erreichbar|verfugbar)|"
					+ "abwesend|im urlaub|au(?:ss|ß)er haus)",
			"\\b(?:sono|saro|mi trovo)" + WORDS + "(?:fuori|in ferie|assente|in viaggio)",
			"\\bnon (?:sono|saro)" + WORDS + "(?:in ufficio|disponibile|raggiungibile)",
			"\\bje (?:suis|serai)" + WORDS
					+ "(?:absente?|en (?:conges?|vacances|deplacement)|hors du bureau|indisponible)",
			"\\b(?:sin|no tendre|limited|no|have) (?:acceso|access) (?:al|a mi|to) (?:my )?(?:correo|e-?mail)",
			"(?:acceso|access) (?:limitado|limited) (?:al|to)|limited access to"));

	private static final Pattern BACK = Pattern.compile(any(
			"\\b(?:vuelvo|regreso|me reincorpor|torno|volto|volvo|rientro) ?(?:a la oficina )?"
					+ "(?:el|on|am|ab|le|il|em|a|al|en|o|no|dia|dilluns|lunedi|hasta)\\b",
			"\\b(?:volvere|regresare|tornare|voltarei|regressarei|volverei|rientrero|tornero)\\b|itzuliko naiz",
			"\\b(?:de|di) (?:vuelta|regreso|regresso|volta|retour|ritorno|rientro|tornada)\\b",
			"\\b(?:a|de) (?:mi|meu|la meva|o meu) (?:regreso|vuelta|volta|tornada|regresso)",
			"\\b(?:mis|mes|meves|mie|minhas|my|meinem) (?:vacaciones|conges|vacances|ferie|ferias|vacation|holidays?|"
					+ "leave|urlaub)",
			"\\bi(?:'ll| will)? (?:be back|return)|back (?:on|in the office)",
			"(?:kehre|wieder|ab dem)\\b.{0,40}?(?:zuruck|erreichbar|im buro|fur sie da)|zuruck am|wieder da",
			// Whoever only says that it is urgent is no machine.
			"\\b(?:para|en caso de|per a|en cas d'|em caso de|in case of|en cas de|per|pour toute|for|in) ?"
					+ "(?:[\\p{L}]{1,12} ){0,2}?(?:urgen|dringenden fall).{0,40}(?:contact|contatt|llam|escrib|dirij|wenden|"
					+ "please|veuillez|truqu|trucar|rivolg|chiam|call|ligue|bitte)",
			"(?:durante|during|wahrend|in|durant|en) (?:mi|my|meiner|mia|mon|a minha|la meva) "
					+ "(?:ausencia|absence|abwesenheit|assenza|absencia)",
			"(?:is|esta|ist) (?:de vacaciones|im urlaub|on leave|on vacation)|\\bno esta\\b.{0,20}vuelve el"));

	private AbsenceWords() {
	}

	private static String any(String... words) {
		return String.join("|", words);
	}

	/**
	 * Whether the mail tells that somebody is away.
	 * @param subject the subject, in lower case and without accents
	 * @param text the beginning of the text, likewise
	 * @param automatic whether the text says that a program wrote it
	 * @param answers whether the mail answers one of ours
	 */
	static boolean areIn(String subject, String text, boolean automatic, boolean answers) {
		String bare = withoutPrefix(subject);
		boolean answered = subject.substring(0, subject.length() - bare.length()).indexOf(':') >= 0;
		boolean told = text.isEmpty() || automatic || AWAY.matcher(text).find() || BACK.matcher(text).find();
		if (SAYS_SO.matcher(bare).lookingAt() || NAMED.matcher(bare).lookingAt()) {
			// People answer such mails, too, and then the subject is the same.
			return !answered && !goesOn(SAYS_SO, bare) || told;
		}
		if (ALONE.matcher(bare).lookingAt() || UNTIL.matcher(bare).lookingAt()
				|| FIRST_PERSON.matcher(bare).matches() && text.indexOf('?') < 0) {
			return !answered || told;
		}
		boolean atOffice = AT_OFFICE.matcher(bare).lookingAt();
		// Whoever answers by hand keeps our subject.
		boolean program = atOffice && answers && !answered && !goesOn(AT_OFFICE, bare);
		return program
				|| (atOffice || MAYBE.matcher(bare).lookingAt() || OF_SOMEBODY.matcher(bare).lookingAt()) && told;
	}

	/** The subject without marks of answers and brackets before it. */
	static String withoutPrefix(String subject) {
		return PREFIX.matcher(subject).replaceFirst("");
	}

	/** Whether somebody says in the text that they are away. */
	static boolean areInText(String text) {
		return AWAY.matcher(text).find();
	}

	private static boolean goesOn(Pattern words, String subject) {
		Matcher found = words.matcher(subject);
		return found.lookingAt() && ".,;".indexOf(subject.charAt(found.end() - 1)) >= 0;
	}

}
