package dev.escala.inbound.mail;

import java.util.Set;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** What a person would read of an HTML mail, as plain text. Nothing is fetched or run. */
final class HtmlText {

	private static final String ZERO = "0(?:\\.0+)?(?:px|pt|em|%)?\\s{0,3}(?:;|!|$)";

	private static final Set<String> LINES = Set.of("p", "div", "br", "tr", "li", "table", "ul", "ol", "blockquote",
			"h1", "h2", "h3", "h4", "h5", "h6", "hr", "pre", "section", "article", "header", "footer");

	/**
	 * What no program shows, as the lines for the list of mails that newsletters hide: on
	 * doubt it is read, and where all is hidden, too.
	 */
	private static final String HIDDEN = "[hidden], " + style("display", "none") + ", " + style("mso-hide", "all")
			+ ", " + style("visibility", "hidden") + ", " + style("opacity", ZERO) + ", " + style("max-height", ZERO)
			+ style("overflow", "hidden");

	private HtmlText() {
	}

	private static String style(String property, String value) {
		return "[style~=(?i)(?<![a-z-])" + property + "\\s{0,3}:\\s{0,3}" + value + "]";
	}

	static String of(String html) {
		Document document = Jsoup.parse(html);
		document.select("script, style, head, title, template, noscript, object, svg").remove();
		Document seen = document.clone();
		seen.select(HIDDEN).remove();
		if (seen.body().hasText()) {
			document = seen;
		}
		Writer writer = new Writer();
		document.body().traverse(writer);
		return writer.text.toString().lines().map(HtmlText::trimmed).collect(Collectors.joining("\n")).strip();
	}

	/** Without the blanks around it, those included with which pages are laid out. */
	private static String trimmed(String line) {
		return line.replace('\u00a0', ' ').strip();
	}

	private static final class Writer implements NodeVisitor {

		private final StringBuilder text = new StringBuilder();

		private int quoted;

		@Override
		public void head(Node node, int depth) {
			if (node instanceof TextNode words) {
				append((words.parent() != null && words.parent().normalName().equals("pre")) ? words.getWholeText()
						: words.text());
			}
			else if (node instanceof Element element) {
				if (element.normalName().equals("blockquote")) {
					this.quoted++;
				}
				if (LINES.contains(element.normalName())) {
					newLine();
				}
				if (element.normalName().equals("img")) {
					append(element.attr("alt"));
				}
				if (element.normalName().equals("li")) {
					append("• ");
				}
			}
		}

		@Override
		public void tail(Node node, int depth) {
			if (!(node instanceof Element element)) {
				return;
			}
			if (element.normalName().equals("blockquote")) {
				this.quoted--;
			}
			if (LINES.contains(element.normalName()) && !element.normalName().equals("br")) {
				newLine();
			}
			else if (element.normalName().equals("a")) {
				String target = element.attr("href");
				if (target.startsWith("http") && !element.text().contains(target)) {
					append(" (" + target + ")");
				}
			}
			else if (element.normalName().equals("td") || element.normalName().equals("th")) {
				append(" ");
			}
		}

		private void append(String words) {
			boolean begins = this.text.isEmpty() || this.text.charAt(this.text.length() - 1) == '\n';
			String shown = begins ? words.stripLeading() : words;
			if (begins && !shown.isEmpty() && this.quoted > 0) {
				this.text.append("> ");
			}
			this.text.append(shown);
		}

		private void newLine() {
			// Nested boxes end together: one empty line is enough.
			if (!this.text.isEmpty() && !this.text.substring(Math.max(0, this.text.length() - 2)).equals("\n\n")) {
				this.text.append('\n');
			}
		}

	}

}
