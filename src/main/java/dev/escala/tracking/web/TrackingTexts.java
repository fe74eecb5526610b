package dev.escala.tracking.web;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What the customer's page says, in the customer's language: {@code tracking.properties}
 * is Spanish, {@code tracking_en.properties} English.
 */
final class TrackingTexts {

	private final Locale locale;

	private final ResourceBundle texts;

	TrackingTexts(Locale wanted) {
		this.locale = "en".equals(wanted.getLanguage()) ? Locale.ENGLISH : Locale.forLanguageTag("es");
		this.texts = ResourceBundle.getBundle("tracking", this.locale,
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
	}

	Locale locale() {
		return this.locale;
	}

	/** The language of the page, for its {@code lang}. */
	public String language() {
		return this.locale.getLanguage();
	}

	/** A text, with what belongs into it. */
	public String text(String key, Object... values) {
		String text = this.texts.getString(key);
		return (values.length == 0) ? text : new MessageFormat(text, this.locale).format(values);
	}

}
