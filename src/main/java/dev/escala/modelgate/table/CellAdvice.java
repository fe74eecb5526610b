package dev.escala.modelgate.table;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What to write instead of a cell that FEEL reads in another way than its owner. */
final class CellAdvice {

	private static final Pattern TYPOGRAPHIC = Pattern.compile("[“”„‟«»‘’‚‛]");

	private static final Pattern DECIMAL_COMMA = Pattern.compile("(?<![\\d.])\\d+,\\d+(?![\\d,])");

	private static final Pattern COMPARED_COMMA = Pattern.compile("[<>]=?\\s*-?\\d+,\\d");

	private static final Pattern THOUSANDS = Pattern.compile("(?<![\\d.])\\d{1,3}(\\.\\d{3})+(?![\\d.])");

	private static final Pattern DURATION = Pattern.compile("P(\\d+[YMWD])*(T(\\d+[HMS])+)?");

	private static final Set<String> TRUTHS = Set.of("true", "false", "verdadero", "falso", "si", "sí", "no", "cierto",
			"yes");

	private CellAdvice() {
	}

	/** How to mend a text that FEEL cannot read at all. */
	static String unreadable(String text) {
		if (text.length() > Feel.LONGEST) {
			return "La celda tiene más de " + Feel.LONGEST + " caracteres: repártala entre varias reglas.";
		}
		if (TYPOGRAPHIC.matcher(text).find()) {
			return "Use comillas rectas: " + TYPOGRAPHIC.matcher(text).replaceAll("\"") + ".";
		}
		if (text.contains("'")) {
			return "Use comillas dobles: " + text.replace('\'', '"') + ".";
		}
		if (text.matches("[–—−]+")) {
			return "Para cualquier valor deje la celda vacía o escriba un guion corto: -.";
		}
		if (DECIMAL_COMMA.matcher(text).find()) {
			return "Los decimales se escriben con punto: " + text.replace(',', '.') + ".";
		}
		if (text.matches("[<>]=?[^,]*\\b(and|y)\\b.*")) {
			return "Para dos límites a la vez escriba un intervalo, por ejemplo [3..5] o (3..5).";
		}
		if (text.matches("[<>]=?[^,]*\\b(or|o)\\b.*")) {
			return "Para una cosa o la otra separe las dos con una coma, por ejemplo < 3, > 5.";
		}
		if (text.matches("(!=|<>|not\\s+[^(]).*")) {
			return "Para lo contrario escriba not(…), por ejemplo not(\"GOLD\").";
		}
		if (text.startsWith("=")) {
			return "Sobra el signo igual: escriba solo el valor.";
		}
		if (text.contains(";")) {
			return "Separe los valores con comas: " + text.replace(';', ',') + ".";
		}
		if (text.chars().filter((letter) -> letter == '"').count() % 2 == 1) {
			return "Falta una comilla.";
		}
		if (text.matches("[\\p{L}\\d ,.%€-]+")) {
			return "Si es un texto, póngalo entre comillas: \"" + text
					+ "\"; si es un número, quite lo que no es el número.";
		}
		return "Escriba un valor (\"GOLD\", 3, true), una lista separada por comas, una comparación (> 3) o un intervalo "
				+ "([1..5]).";
	}

	/** How to mend a name without quotes. */
	static String bare(String name, List<String> allowed) {
		String lower = name.toLowerCase(Locale.ROOT);
		if (TRUTHS.contains(lower)) {
			return "Escriba true o false, en minúsculas y sin comillas.";
		}
		if (DURATION.matcher(name).matches()) {
			return "Escriba \"" + name + "\", entre comillas.";
		}
		return "Escriba \"" + alike(name, allowed) + "\", entre comillas.";
	}

	/** The allowed value that differs by case or blanks only, or the text itself. */
	static String alike(String text, List<String> allowed) {
		return allowed.stream().filter((value) -> isAlike(value, text)).findFirst().orElse(text);
	}

	static boolean isAlike(String one, String other) {
		return squeezed(one).equals(squeezed(other));
	}

	private static String squeezed(String text) {
		return text.replaceAll("[\\s_\\-\\u00a0]+", "").toLowerCase(Locale.ROOT);
	}

	/** Whether a comma that was meant as a decimal one makes two tests. */
	static boolean hasComparedComma(String text) {
		return COMPARED_COMMA.matcher(text).find();
	}

	static boolean hasCommaBetweenDigits(String text) {
		return text.matches("\\d+,\\d{1,2}");
	}

	/** Whether a point that was meant to part thousands makes decimals. */
	static boolean hasThousands(String text) {
		return THOUSANDS.matcher(text).find();
	}

	static String withoutThousands(String text) {
		return THOUSANDS.matcher(text).replaceAll((found) -> found.group().replace(".", ""));
	}

}
