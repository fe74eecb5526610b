package dev.escala.notification.template;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.escala.notification.Message;
import dev.escala.notification.NotificationProperties;
import dev.escala.text.Storable;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;

import org.springframework.stereotype.Component;

/**
 * Turns a message into subject, text and HTML. Each template is a pair of files in
 * {@code templates/mail}: the first line of {@code <name>.txt} is the subject, the rest
 * the text; {@code <name>.html} is the same for the eye. Those for customers can be
 * replaced by deploying files of the same name (see {@link TemplateSources}).
 * {@code <name>_en} is the English pair; who reads another language gets Spanish.
 */
@Component
public class MailTemplates {

	private static final String ENGLISH = "_en";

	private final NotificationProperties properties;

	private final TemplateSources sources;

	private final SpringTemplateEngine text = new SpringTemplateEngine();

	private final SpringTemplateEngine html = new SpringTemplateEngine();

	MailTemplates(NotificationProperties properties, TemplateSources sources) {
		this.properties = properties;
		this.sources = sources;
		// Subject and text lie in one file and are rendered apart, so that a line break
		// in a value can never move the border between them.
		StringTemplateResolver strings = new StringTemplateResolver();
		strings.setTemplateMode(TemplateMode.TEXT);
		this.text.setTemplateResolver(strings);
		ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
		files.setPrefix("templates/");
		files.setSuffix(".html");
		files.setTemplateMode(TemplateMode.HTML);
		files.setCharacterEncoding(StandardCharsets.UTF_8.name());
		files.setResolvablePatterns(Set.of("mail/*"));
		files.setOrder(1);
		// What somebody deployed is rendered as it is, inside of the product's layout.
		StringTemplateResolver deployed = new StringTemplateResolver();
		deployed.setTemplateMode(TemplateMode.HTML);
		deployed.setOrder(2);
		this.html.setTemplateResolvers(Set.of(files, deployed));
	}

	/**
	 * Renders a message.
	 * @throws IllegalArgumentException where there is no such template
	 */
	public Rendered render(Message message) {
		String name = fileName(message);
		return render(message, this.sources.text(name), this.sources.html(name).orElse("mail/" + name));
	}

	/**
	 * Renders a message by other sources than those of its template.
	 * @param html the HTML itself, or the name of the product's own
	 */
	Rendered render(Message message, String text, String html) {
		String source = text.startsWith("\uFEFF") ? text.substring(1) : text;
		int border = source.indexOf('\n');
		Context context = new Context(language(message.locale()), values(message));
		return new Rendered(Storable.storable(this.text.process(source.substring(0, border).strip(), context)).strip(),
				Storable.storable(this.text.process(source.substring(border + 1).strip() + "\n" + trackingText(context),
						context)),
				Storable.storable(this.html.process(html, context)));
	}

	/** The customer's own page of the case, below every text that knows it. */
	private static String trackingText(Context context) {
		if (!context.containsVariable("trackingLink")) {
			return "";
		}
		boolean english = Locale.ENGLISH.equals(context.getLocale());
		return "\n" + TemplateSources.product("templates/tracking/link" + (english ? ENGLISH : "") + ".txt").strip()
				+ "\n";
	}

	/** The language in which the message will be written. */
	public static Locale language(Locale wanted) {
		return (wanted != null && wanted.getLanguage().equals("en")) ? Locale.ENGLISH : Locale.forLanguageTag("es");
	}

	/** The template's name with its language. */
	static String fileName(Message message) {
		if (!message.template().matches("[a-z-]+")) {
			throw new IllegalArgumentException("Not the name of a mail template: " + message.template());
		}
		String english = message.template() + ENGLISH;
		boolean useEnglish = language(message.locale()) == Locale.ENGLISH && TemplateSources.exists(english + ".txt");
		return useEnglish ? english : message.template();
	}

	private Map<String, Object> values(Message message) {
		Map<String, Object> values = new HashMap<>();
		values.put("organisation", this.properties.organisationName());
		values.put("number", message.caseNumber().value());
		values.put("recipientName", message.recipientName());
		if (message.model() != null) {
			// A value that is missing in the model must not hide ours.
			message.model().forEach((key, value) -> {
				if (value != null) {
					values.put(key, value);
				}
			});
		}
		values.values().removeIf((value) -> value == null || value.toString().isBlank());
		List.of("link", "trackingLink").forEach((link) -> {
			if (!String.valueOf(values.get(link)).matches("https?://.+")) {
				values.remove(link);
			}
		});
		values.put("lines", new Lines());
		return values;
	}

	/**
	 * A message as people will see it.
	 *
	 * @param subject the subject; may still contain what a header must not
	 * @param text the plain text
	 * @param html the same as HTML
	 */
	public record Rendered(String subject, String text, String html) {
	}

	/** Lets an HTML template show each line of a text as a paragraph. */
	static final class Lines {

		/** The lines that are not blank. */
		public List<String> of(Object text) {
			return (text == null) ? List.of() : text.toString().lines().filter((line) -> !line.isBlank()).toList();
		}

	}

}
