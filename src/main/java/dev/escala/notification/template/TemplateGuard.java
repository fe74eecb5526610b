package dev.escala.notification.template;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.escala.engine.DeploymentGuard;
import dev.escala.notification.Message;
import dev.escala.validation.FieldProblem;
import dev.escala.validation.InvalidInputException;
import org.thymeleaf.exceptions.TemplateEngineException;

import org.springframework.stereotype.Component;

/**
 * Refuses a template that could not be rendered, shows what nobody knows or would run
 * code, before it is deployed: file, line and what is better.
 */
@Component
class TemplateGuard implements DeploymentGuard {

	/** Whatever looks like one of our templates, with or without a folder. */
	private static final Pattern TEMPLATE = Pattern.compile(
			"(?:.*/)?(?<name>(?:customer|internal)-[\\w-]*?)(?<english>_en)?\\.(?<form>html|txt)|(?:.*/)?mail/[^/]+\\.(?:html|txt)");

	private static final int LONGEST = 100_000;

	private final MailTemplates templates;

	TemplateGuard(MailTemplates templates) {
		this.templates = templates;
	}

	@Override
	public void check(String name, byte[] content) {
		if (TEMPLATE.matcher(name).matches()) {
			List<String> problems = problems(name, content);
			if (!problems.isEmpty()) {
				throw new InvalidInputException(problems.stream()
					.map((problem) -> new FieldProblem(name, "Plantilla " + name + ", " + problem))
					.toList());
			}
		}
	}

	private List<String> problems(String name, byte[] content) {
		try {
			return problems(name, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
		}
		catch (CharacterCodingException ex) {
			return List.of("no está escrita en UTF-8: guárdela con esa codificación.");
		}
	}

	/**
	 * What is wrong with a template of that file name, in Spanish; empty where all is
	 * well.
	 */
	List<String> problems(String name, String content) {
		Matcher parts = TEMPLATE.matcher(name);
		if (!parts.matches() || parts.group("name") == null
				|| !parts.group("name").startsWith(TemplateSources.FOR_CUSTOMERS)) {
			return List.of("no es de una plantilla para clientes, que son las que se pueden cambiar: "
					+ String.join(", ", TemplateCatalogue.NAMES) + ".");
		}
		String template = parts.group("name");
		if (!TemplateCatalogue.NAMES.contains(template)) {
			return List.of("no hay ninguna plantilla que se llame así"
					+ TemplateFields.nearest(template, TemplateCatalogue.NAMES)
						.map((near) -> "; ¿quería decir «" + near + "»?")
						.orElse("."));
		}
		if (content.isBlank() || content.length() > LONGEST) {
			return List.of("está vacía o pasa de " + LONGEST + " caracteres.");
		}
		boolean html = parts.group("form").equals("html");
		List<String> problems = new ArrayList<>(TemplateRules.problems(content, html));
		if (!html && !content.strip().contains("\n")) {
			problems.add("línea 2: falta el texto: la primera línea es el asunto.");
		}
		if (problems.isEmpty()) {
			Locale locale = (parts.group("english") != null) ? Locale.ENGLISH : Locale.forLanguageTag("es");
			unrenderable(template, locale, content, html, problems);
		}
		return problems;
	}

	/** Blocks that are not closed show only when it is rendered. */
	private void unrenderable(String template, Locale locale, String content, boolean html, List<String> problems) {
		try {
			Message sample = TemplateCatalogue.sample(template, locale);
			String product = "mail/" + MailTemplates.fileName(sample);
			MailTemplates.Rendered mail = html
					? this.templates.render(sample, TemplateSources.product("templates/" + product + ".txt"), content)
					: this.templates.render(sample, content, product);
			if (mail.subject().isBlank()) {
				problems.add("línea 1: falta el asunto, que es la primera línea.");
			}
		}
		catch (TemplateEngineException ex) {
			problems
				.add("línea " + line(ex) + ": no se puede leer. Compruebe que cada bloque y cada etiqueta se cierran.");
		}
	}

	private static String line(TemplateEngineException thrown) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			Matcher line = Pattern.compile("line (\\d+)").matcher(String.valueOf(cause.getMessage()));
			if (line.find()) {
				return line.group(1);
			}
		}
		return "1";
	}

}
