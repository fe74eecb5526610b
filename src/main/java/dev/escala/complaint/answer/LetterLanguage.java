package dev.escala.complaint.answer;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * A language in which a complaint is answered (Ley 10/2025, art. 13.6). Its words are
 * those of the bundle {@code decision}.
 */
public enum LetterLanguage {

	ES(false), EN(false), CA(true), GL(true), EU(true);

	private final boolean draft;

	LetterLanguage(boolean draft) {
		this.draft = draft;
	}

	/** ISO 639, in lower case. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Whether nobody who speaks it has read its words yet. */
	public boolean isDraft() {
		return this.draft;
	}

	/**
	 * The language of a complaint: of a variety that of the language it belongs to.
	 * @param tag a language tag, for example {@code ca-valencia}
	 */
	public static Optional<LetterLanguage> find(String tag) {
		String code = Locale.forLanguageTag((tag == null) ? "" : tag.strip()).getLanguage();
		return Arrays.stream(values()).filter((one) -> one.code().equals(code)).findFirst();
	}

	/** Those that nobody has read yet. */
	static List<LetterLanguage> drafts() {
		return Arrays.stream(values()).filter(LetterLanguage::isDraft).toList();
	}

	/** Words in that language. */
	String words(String key, Object... values) {
		Locale locale = Locale.forLanguageTag(code());
		ResourceBundle texts = ResourceBundle.getBundle("decision", locale,
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
		return new MessageFormat(texts.getString(key), locale).format(values);
	}

	/** The language of what stands around the letter: English, or else Spanish. */
	Locale frame() {
		return (this == EN) ? Locale.ENGLISH : Locale.forLanguageTag("es");
	}

}
