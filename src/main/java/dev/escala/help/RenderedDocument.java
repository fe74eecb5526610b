package dev.escala.help;

import java.util.List;

/**
 * A document as HTML.
 *
 * @param title its first heading
 * @param html what follows the title
 * @param headings its chapters and their parts, in order
 */
record RenderedDocument(String title, String html, List<Heading> headings) {

	/**
	 * A heading that can be linked to.
	 *
	 * @param level 2 for a chapter, 3 for a part of one
	 */
	record Heading(int level, String id, String text) {
	}

}
