package dev.escala.inbound.mail;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.escala.text.Shortening;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** What a person would read of an HTML mail, as plain text. Nothing is fetched or run. */
final class HtmlText {

	private static final String ZERO = "0(?:\\.0+)?(?:px|pt|em|%)?\\s{0,3}(?:;|!|$)";

	/** What stands on lines of its own. */
	private static final Set<String> LINES = Set.of("div", "tr", "li", "dt", "dd", "section", "article", "header",
			"footer", "center", "address", "thead", "tbody", "caption", "option", "textarea");

	/** What stands apart, too. */
	private static final Set<String> BLOCKS = Set.of("p", "table", "ul", "ol", "dl", "blockquote", "h1", "h2", "h3",
			"h4", "h5", "h6", "hr", "pre");

	private static final Pattern LAID_OUT = Pattern.compile("white-space\\s{0,3}:\\s{0,3}(?:pre|break-spaces)",
			Pattern.CASE_INSENSITIVE);

	/** A blank that lays a text out, until the end of the reading. */
	private static final char KEPT_BLANK = '\ue000';

	/** Names of boxes that a page's own styles hide on every screen. */
	private static final Pattern HIDDEN_NAMES = Pattern.compile(
			"(?:^|[}\\s])((?:[A-Za-z][A-Za-z0-9]{0,40})?[.#][A-Za-z_][\\w-]{0,60})\\s{0,5}\\{[^{}]{0,2000}display\\s{0,3}:\\s{0,3}none");

	private static final Pattern FOR_SOME_SCREENS = Pattern
		.compile("@media[^{}]{0,500}\\{(?:[^{}]{0,5000}\\{[^{}]{0,5000}\\}){0,500}\\s*\\}");

	private static final int LONGEST_STYLE = 100_000;

	/**
	 * What no program shows, as the lines for the list of mails that newsletters hide: on
	 * doubt it is read, and where all is hidden, too.
	 */
	private static final String HIDDEN = "[hidden], " + style("display", "none") + ", " + style("mso-hide", "all")
			+ ", " + style("visibility", "hidden") + ", " + style("opacity", ZERO) + ", " + style("max-height", ZERO)
			+ style("overflow", "hidden") + ", " + style("height", ZERO) + style("overflow", "hidden");

	private HtmlText() {
	}

	private static String style(String property, String value) {
		return "[style~=(?i)(?<![a-z-])" + property + "\\s{0,3}:\\s{0,3}" + value + "]";
	}

	static String of(String html) {
		Document document = Jsoup.parse(html);
		List<String> named = namesOfHidden(document);
		document.select("script, style, head, title, template, noscript, object, svg").remove();
		Document seen = document.clone();
		seen.select(HIDDEN).remove();
		named.forEach((name) -> seen.select(name).remove());
		if (seen.body().hasText()) {
			document = seen;
		}
		Writer writer = new Writer();
		document.body().traverse(writer);
		return writer.text.toString()
			.lines()
			.map(HtmlText::trimmed)
			.collect(Collectors.joining("\n"))
			.strip()
			.replace(KEPT_BLANK, ' ');
	}

	private static List<String> namesOfHidden(Document document) {
		String styles = Shortening.beginning(document.select("style").html(), LONGEST_STYLE);
		return HIDDEN_NAMES.matcher(FOR_SOME_SCREENS.matcher(styles).replaceAll(" "))
			.results()
			.map((found) -> found.group(1))
			.limit(50)
			.toList();
	}

	/** Without the blanks around it, those included with which pages are laid out. */
	private static String trimmed(String line) {
		return line.replace('\u00a0', ' ').strip();
	}

	private static final class Writer implements NodeVisitor {

		private final StringBuilder text = new StringBuilder();

		private int quoted;

		private int laidOut;

		@Override
		public void head(Node node, int depth) {
			if (node instanceof TextNode words) {
				append((this.laidOut > 0) ? words.getWholeText().replace(' ', KEPT_BLANK) : words.text());
			}
			else if (node instanceof Element element) {
				String name = element.normalName();
				this.quoted += name.equals("blockquote") ? 1 : 0;
				this.laidOut += isLaidOut(element) ? 1 : 0;
				begin(name);
				if (name.equals("img")) {
					append(element.attr("alt"));
				}
				if (name.equals("li")) {
					Element list = element.parent();
					append((list != null && list.normalName().equals("ol"))
							? (list.children().indexOf(element) + 1) + ". " : "• ");
				}
			}
		}

		private void begin(String name) {
			if (name.equals("br")) {
				this.text.append('\n');
			}
			else if (BLOCKS.contains(name)) {
				newBlock();
			}
			else if (LINES.contains(name)) {
				newLine();
			}
		}

		@Override
		public void tail(Node node, int depth) {
			if (!(node instanceof Element element)) {
				return;
			}
			String name = element.normalName();
			this.quoted -= name.equals("blockquote") ? 1 : 0;
			this.laidOut -= isLaidOut(element) ? 1 : 0;
			if (BLOCKS.contains(name)) {
				newBlock();
			}
			else if (LINES.contains(name)) {
				newLine();
			}
			else if (name.equals("a")) {
				target(element);
			}
			else if (name.equals("td") || name.equals("th")) {
				append(" ");
			}
		}

		/** Where a link leads, unless its words say so. */
		private void target(Element link) {
			String target = link.attr("href").strip();
			String words = link.text();
			String scheme = target.substring(0, Math.max(0, target.indexOf(':'))).toLowerCase(Locale.ROOT);
			String shown = switch (scheme) {
				case "http", "https" -> target;
				case "mailto" -> target.substring(7).split("\\?", 2)[0];
				case "tel" -> target.substring(4);
				default -> "";
			};
			if (!shown.isEmpty() && !words.contains(shown)) {
				append(" (" + shown + ")");
			}
		}

		private static boolean isLaidOut(Element element) {
			return element.normalName().equals("pre") || LAID_OUT.matcher(element.attr("style")).find();
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
			if (!this.text.isEmpty() && this.text.charAt(this.text.length() - 1) != '\n') {
				this.text.append('\n');
			}
		}

		private void newBlock() {
			// Nested boxes end together: one empty line is enough.
			if (!this.text.isEmpty() && !this.text.substring(Math.max(0, this.text.length() - 2)).equals("\n\n")) {
				this.text.append('\n');
			}
		}

	}

}
