package dev.escala.text;

/** What PostgreSQL can keep: neither NUL nor half a surrogate pair. */
public final class Storable {

	private Storable() {
	}

	public static boolean isStorable(CharSequence text) {
		return text.codePoints().allMatch(Storable::isStorable);
	}

	/** The text without what cannot be kept. */
	public static String storable(String text) {
		StringBuilder result = new StringBuilder(text.length());
		text.codePoints().filter(Storable::isStorable).forEach(result::appendCodePoint);
		return result.toString();
	}

	private static boolean isStorable(int character) {
		return character != 0 && Character.getType(character) != Character.SURROGATE;
	}

}
