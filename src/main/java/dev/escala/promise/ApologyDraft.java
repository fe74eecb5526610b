package dev.escala.promise;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The first words of an apology (004-73): {@code apology.properties} is Spanish,
 * {@code apology_en.properties} English.
 */
final class ApologyDraft {

	private ApologyDraft() {
	}

	/**
	 * Writes the draft.
	 * @param content what was promised
	 * @param date for when, in words of that language
	 */
	static String write(Locale wanted, String content, String date) {
		Locale locale = "en".equals(wanted.getLanguage()) ? Locale.ENGLISH : Locale.forLanguageTag("es");
		ResourceBundle texts = ResourceBundle.getBundle("apology", locale,
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
		return new MessageFormat(texts.getString("draft"), locale).format(new Object[] { content, date });
	}

}
