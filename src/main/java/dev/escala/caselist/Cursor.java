package dev.escala.caselist;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.escala.reference.CaseNumber;

/**
 * A place in an ordered list: what is reported or ends meanwhile moves no line to another
 * page.
 *
 * @param forward whether the lines behind it are wanted, or those before
 * @param key what the list is ordered by, of the line at that place
 * @param number the number of that line
 */
public record Cursor(boolean forward, long key, CaseNumber number) {

	private static final int LONGEST = 120;

	private static final Pattern FORM = Pattern.compile("([ab])(-?\\d{1,18}):([A-Z0-9-]{1,60})");

	/** As it stands in an address. */
	public String text() {
		String plain = (this.forward ? "a" : "b") + this.key + ":" + this.number;
		return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
	}

	/** Reads it from an address; empty where it is none. */
	static Optional<Cursor> read(String text) {
		if (text.length() > LONGEST) {
			return Optional.empty();
		}
		try {
			Matcher matcher = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
			return matcher.matches() ? Optional.of(new Cursor(matcher.group(1).equals("a"),
					Long.parseLong(matcher.group(2)), new CaseNumber(matcher.group(3)))) : Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
