package dev.escala.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What is said to a customer, in the customer's language: {@code <name>.properties} is
 * Spanish, {@code <name>_en.properties} English. Templates ask it for texts.
 */
public final class BundleTexts {

	private final Locale locale;

	private final ResourceBundle texts;

	/**
	 * The texts of a bundle.
	 * @param name of the bundle
	 * @param wanted English for whoever reads it, and Spanish for everybody else
	 */
	public BundleTexts(String name, Locale wanted) {
		this.locale = Dates.isEnglish(wanted) ? Locale.ENGLISH : Locale.forLanguageTag("es");
		this.texts = ResourceBundle.getBundle(name, this.locale,
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
	}

	/** Spanish or English. */
	public Locale locale() {
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
