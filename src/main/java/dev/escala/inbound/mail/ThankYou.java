package dev.escala.inbound.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A mail in which somebody thanks, or says that all is well, and nothing else. Each of
 * its words must be one of such words, or the sender's name: what is not understood is
 * not taken for a thank-you.
 */
public final class ThankYou {

	private static final int LONGEST = 400;

	/** Says that it is over in words that, alone, say that it is not. */
	private static final Pattern OVER = Pattern.compile("\\bya no (?:nos )?(?:pasa|ocurre|sucede|falla)\\b|"
			+ "\\bno ha vuelto a (?:pasar|ocurrir|suceder|fallar)\\b|\\b(?:sin|cap|sen|sem) problemas?\\b");

	private static final Pattern THANKS = Pattern
		.compile("\\b(?:gracias|gracies|grazas|merces|obrigad[oa]|thanks|thank|"
				+ "asko|agrade\\w+|agrai\\w+|bien|be|ben|bem|perfect[oe]|perfeito|ok|vale|correcto|resuelt[oa]|solucionad[oa]|"
				+ "resolt|solucionat|resolto|resolvido|solved|fine|well|works|funciona\\w*)\\b");

	private static final Set<String> SPANISH = words(
			"a agradecemos agradecer agradecida agradecido agradecidos agradezco "
					+ "ahora al amabilidad apoyo atencion atentamente ayuda bien buen buena buenas bueno buenos caso cerrar cerrarlo con "
					+ "cordial cordiales correctamente correcto de del dia dias el en equipo es esta estan este excelente funciona "
					+ "funcionando funcionan gestion gracias gran ha han hola la las le les lo los mil mucha muchas muchisimas mucho muy "
					+ "noches nosotros ok paciencia para parte perfectamente perfecto por profesionalidad pueden puede que queda quedado "
					+ "queria quiero rapida rapidez rapido recibido resolucion resuelta resuelto saludo saludos si sigue solo solucion "
					+ "solucionada solucionado su sus tardes todo todos trabajo un una vale vosotros vuestra vuestro y ya");

	private static final Set<String> OTHERS = words(
			"ajuda agraeixo agraim amb and ara asko atenciosamente atencio be been "
					+ "bem ben boa boas bo bon bones bos bona cordialment dies dia e equip eskerrik estamos everything feina fine for "
					+ "funcionant gracies grazas help i is it many merces moitas moito moltes molt much muito muitas nos now o obrigada "
					+ "obrigado os per pel pela pelo perfecte perfeito regards resolt resolto resolvido salutacions seva seu solucionat solved sua "
					+ "sus team thank thanks the tot tudo very vostra vostre well working works yes you your");

	private ThankYou() {
	}

	/** Whether it thanks for something, and says nothing else. */
	public static boolean isAllOf(ParsedMail mail) {
		String text = AutomaticWords.plain(mail.text());
		if (text.length() >= LONGEST || text.contains("?") || !THANKS.matcher(text).find()) {
			return false;
		}
		List<String> names = split(AutomaticWords.plain(mail.senderName() + " " + mail.sender()));
		return split(OVER.matcher(text).replaceAll(" ")).stream()
			.allMatch((word) -> SPANISH.contains(word) || OTHERS.contains(word) || names.contains(word));
	}

	private static List<String> split(String text) {
		return Arrays.stream(text.split("[^\\p{L}\\p{N}]+")).filter((word) -> !word.isEmpty()).toList();
	}

	private static Set<String> words(String text) {
		return Set.of(text.split(" "));
	}

}
