package dev.escala.help;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * Turns Markdown into HTML: headings get an address each, links among the documents lead
 * to their pages, and what the application does not carry is left as text.
 */
class DocumentRenderer {

	private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

	private static final Pattern OTHER_DOCUMENT = Pattern.compile("(?<name>[\\w-]+)\\.md(?<part>#.*)?");

	private static final Pattern PICTURE = Pattern.compile("images/[\\w-]+\\.png");

	private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();

	private final TextContentRenderer text = TextContentRenderer.builder().build();

	private final String root;

	/**
	 * Creates a renderer.
	 * @param root where the application is mounted; empty at the root of its host
	 */
	DocumentRenderer(String root) {
		this.root = root;
	}

	RenderedDocument render(String markdown) {
		Node document = this.parser.parse(markdown);
		Node title = document.getFirstChild();
		if (!(title instanceof Heading heading) || heading.getLevel() != 1) {
			throw new IllegalArgumentException("A document begins with its title");
		}
		title.unlink();
		Contents contents = new Contents();
		document.accept(contents);
		document.accept(new Links());
		HtmlRenderer html = HtmlRenderer.builder()
			.extensions(EXTENSIONS)
			.escapeHtml(true)
			.attributeProviderFactory((context) -> (node, tag, attributes) -> {
				if (contents.ids.containsKey(node)) {
					attributes.put("id", contents.ids.get(node));
				}
			})
			.build();
		return new RenderedDocument(text(title), html.render(document), List.copyOf(contents.headings));
	}

	private String text(Node node) {
		return this.text.render(node).strip();
	}

	/** Gives each heading an address, and lists them. */
	private final class Contents extends AbstractVisitor {

		private final IdGenerator generator = IdGenerator.builder().defaultId("parte").build();

		private final Map<Node, String> ids = new HashMap<>();

		private final List<RenderedDocument.Heading> headings = new ArrayList<>();

		@Override
		public void visit(Heading heading) {
			String id = this.generator.generateId(text(heading));
			this.ids.put(heading, id);
			if (heading.getLevel() <= 3) {
				this.headings.add(new RenderedDocument.Heading(heading.getLevel(), id, text(heading)));
			}
		}

	}

	private final class Links extends AbstractVisitor {

		@Override
		public void visit(Link link) {
			visitChildren(link);
			Optional<String> address = address(link.getDestination());
			if (address.isPresent()) {
				link.setDestination(address.get());
				return;
			}
			while (link.getFirstChild() != null) {
				link.insertBefore(link.getFirstChild());
			}
			link.unlink();
		}

		private Optional<String> address(String destination) {
			if (destination.startsWith("#") || destination.startsWith("https://")) {
				return Optional.of(destination);
			}
			Matcher other = OTHER_DOCUMENT.matcher(destination);
			if (!other.matches()) {
				return Optional.empty();
			}
			String part = Optional.ofNullable(other.group("part")).orElse("");
			return Document.named(other.group("name")).map((found) -> DocumentRenderer.this.root + found.path() + part);
		}

		/** A picture opens in its own size. */
		@Override
		public void visit(Image image) {
			if (!PICTURE.matcher(image.getDestination()).matches()) {
				throw new IllegalArgumentException("No picture of ours: " + image.getDestination());
			}
			String address = DocumentRenderer.this.root + "/ayuda/" + image.getDestination();
			image.setDestination(address);
			Link enlarge = new Link(address, null);
			image.insertBefore(enlarge);
			enlarge.appendChild(image);
		}

	}

}
