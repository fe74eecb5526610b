package dev.escala.notification.template;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.notification.Message;
import dev.escala.notification.Outbox;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.ForbiddenException;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.NotFoundException;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What process owners, supervisors, managers and administrators see of the templates that
 * customers read: where each comes from, what it may show, how it looks, and whether a
 * text of their own could be deployed.
 */
@Service
@Transactional(readOnly = true)
public class TemplateAdministration {

	private final MailTemplates templates;

	private final TemplateSources sources;

	private final TemplateGuard guard;

	private final ObjectProvider<CaseTemplateValues> cases;

	private final CurrentUser user;

	TemplateAdministration(MailTemplates templates, TemplateSources sources, TemplateGuard guard,
			ObjectProvider<CaseTemplateValues> cases, CurrentUser user) {
		this.templates = templates;
		this.sources = sources;
		this.guard = guard;
		this.cases = cases;
		this.user = user;
	}

	/**
	 * All templates for customers, in the order of a case.
	 * @throws ForbiddenException where the person may not see them
	 */
	public List<Template> all() {
		requireEntitled();
		return TemplateCatalogue.NAMES.stream().map(this::template).toList();
	}

	/**
	 * One template.
	 * @throws NotFoundException where there is none of that name
	 */
	public Template get(String name) {
		requireEntitled();
		if (!TemplateCatalogue.NAMES.contains(name)) {
			throw new NotFoundException("No existe ninguna plantilla «" + name + "».");
		}
		return template(name);
	}

	/**
	 * The text form of a template as it counts now: with its fields, to be changed.
	 * @throws NotFoundException where there is none of that name
	 */
	public String source(String name, Locale locale) {
		get(name);
		return this.sources.text(MailTemplates.fileName(TemplateCatalogue.sample(name, locale)));
	}

	/** The fields that a template may show. */
	public List<Field> fields() {
		return TemplateFields.inOrder().stream().map((field) -> new Field(field.name(), field.meaning())).toList();
	}

	/**
	 * The template as it counts now, with an example or with a case.
	 * @param caseNumber the case, or {@code null} for an example
	 * @throws InvalidInputException where there is no such case
	 */
	public Outbox.Preview preview(String name, Locale locale, String caseNumber) {
		get(name);
		return shown(this.templates.render(message(name, locale, caseNumber)));
	}

	/**
	 * A text of one's own, as if it were deployed.
	 * @param file the name that the file would have, for example
	 * {@code customer-update_en.txt}
	 */
	public Attempt attempt(String file, String content, String caseNumber) {
		requireEntitled();
		List<String> problems = this.guard.problems(file, content);
		if (!problems.isEmpty()) {
			return new Attempt(problems, null);
		}
		boolean html = file.endsWith(".html");
		String name = file.replaceFirst("(?:_en)?\\.(?:html|txt)$", "");
		Message message = message(name, file.contains("_en.") ? Locale.ENGLISH : Locale.forLanguageTag("es"),
				caseNumber);
		String product = MailTemplates.fileName(message);
		return new Attempt(List.of(), shown(html ? this.templates.render(message, this.sources.text(product), content)
				: this.templates.render(message, content, this.sources.html(product).orElse("mail/" + product))));
	}

	private Message message(String name, Locale locale, String caseNumber) {
		Message sample = TemplateCatalogue.sample(name, locale);
		if (caseNumber == null || caseNumber.isBlank()) {
			return sample;
		}
		Map<String, Object> known = Optional.ofNullable(this.cases.getIfAvailable())
			.flatMap((values) -> values.values(new CaseNumber(caseNumber.strip()), locale))
			.orElseThrow(
					() -> new InvalidInputException("caso", "No existe ningún caso «" + caseNumber.strip() + "»."));
		Map<String, Object> model = new HashMap<>(known);
		// Nobody has written it yet.
		List.of("message", "rcaText").forEach((text) -> model.put(text, sample.model().get(text)));
		return new Message(new CaseNumber(caseNumber.strip()), sample.step(),
				String.valueOf(known.getOrDefault("recipientName", sample.recipientName())), sample.recipient(), name,
				locale, model);
	}

	private Template template(String name) {
		List<File> files = new ArrayList<>();
		for (String file : List.of(name + ".html", name + ".txt", name + "_en.html", name + "_en.txt")) {
			files.add(this.sources.deployed(file)
				.map((one) -> new File(file, one.deployment(), one.deployedAt(), one.by()))
				.orElseGet(() -> new File(file, null, null, null)));
		}
		return new Template(name, TemplateCatalogue.label(name), files);
	}

	private static Outbox.Preview shown(MailTemplates.Rendered mail) {
		return new Outbox.Preview(mail.subject(), mail.text(), mail.html());
	}

	private void requireEntitled() {
		if (!this.user.isIn(Role.PROCESS_OWNERS, Role.SUPERVISORS, Role.MANAGERS, Role.ADMINISTRATORS)) {
			throw new ForbiddenException(
					"Las plantillas las ven supervisión, gerencia, administración y los propietarios de procesos.");
		}
	}

	/**
	 * A template.
	 *
	 * @param name its name
	 * @param label what it is for, in Spanish
	 * @param files its four files, each with where it comes from
	 */
	public record Template(String name, String label, List<File> files) {

		public Template {
			files = List.copyOf(files);
		}

	}

	/**
	 * A file of a template.
	 *
	 * @param name its name
	 * @param deployment the deployment's name, or {@code null}
	 * @param deployedAt when it was deployed, or {@code null} for the product's own
	 * @param by who deployed it, or {@code null}
	 */
	public record File(String name, String deployment, Instant deployedAt, UserId by) {
	}

	/** A field that a template may show, with what it means in Spanish. */
	public record Field(String name, String meaning) {
	}

	/**
	 * What became of a text of one's own.
	 *
	 * @param problems what is wrong, in Spanish
	 * @param preview how it would look, or {@code null} where something is wrong
	 */
	public record Attempt(List<String> problems, Outbox.Preview preview) {

		public Attempt {
			problems = List.copyOf(problems);
		}

	}

}
