package dev.escala.letter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a letter may begin, and what did not get into it.
 *
 * @param text never longer than a letter may be
 * @param leftOut a sentence for each line that stayed out, with why: Spanish, for the
 * person who writes
 */
public record LetterDraft(String text, List<String> leftOut) {

	/** The field of the forms that shows what was left out. */
	public static final String LEFT_OUT = "draftLeftOut";

	/** An engine variable holds no longer text. */
	private static final int LONGEST = 3900;

	/**
	 * What the form of the letter begins with.
	 * @param field where the author writes
	 */
	public Map<String, Object> formData(String field) {
		Map<String, Object> data = new HashMap<>(Map.of(field, this.text));
		if (!this.leftOut.isEmpty()) {
			StringBuilder list = new StringBuilder();
			int shown = 0;
			while (shown < this.leftOut.size() && list.length() + this.leftOut.get(shown).length() < LONGEST) {
				list.append("- ").append(this.leftOut.get(shown++)).append('\n');
			}
			if (shown < this.leftOut.size()) {
				list.append("- … y ").append(this.leftOut.size() - shown).append(" más, que no caben aquí.");
			}
			data.put(LEFT_OUT, list.toString().strip());
		}
		return data;
	}

}
