package dev.escala.customer;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A name as people look for it. Made here and not in the database, whose rules for upper
 * case depend on its collation and which has no accents to remove without an extension.
 */
public final class SearchName {

	private SearchName() {
	}

	/** In lower case, without accents, with single blanks. */
	public static String of(String name) {
		String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
		return plain.toLowerCase(Locale.ROOT).replace("ß", "ss").replaceAll("\\s+", " ").strip();
	}

	/** A pattern for {@code LIKE ... ESCAPE '\'} that finds it anywhere. */
	public static String contained(String text) {
		return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
	}

}
