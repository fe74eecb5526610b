package dev.escala.rootcause;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.escala.reference.CaseNumber;
import dev.escala.text.Dates;
import dev.escala.text.Shortening;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import org.springframework.stereotype.Component;

/**
 * Composes what the customer reads of an analysis (001-31): what happened, the causes in
 * plain order, what we have done and will do, an apology and what changes. It knows only
 * what was written for the customer; the mail's frame greets and says farewell.
 */
@Component
class CustomerVersionComposer {

	private final SpringTemplateEngine templates;

	CustomerVersionComposer() {
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
		resolver.setPrefix("templates/rca/customer-rca_");
		resolver.setSuffix(".txt");
		resolver.setTemplateMode(TemplateMode.TEXT);
		resolver.setCharacterEncoding("UTF-8");
		// An engine of its own: as a bean it would take the place of the mail's and the
		// pages'.
		this.templates = new SpringTemplateEngine();
		this.templates.setTemplateResolver(resolver);
	}

	/**
	 * Composes the text.
	 * @param subject what the case is about
	 * @param language {@code es} or {@code en}
	 */
	String compose(CustomerAccount account, CaseNumber caseNumber, String subject, String language) {
		Locale locale = Locale.forLanguageTag(language);
		Map<String, Object> model = new LinkedHashMap<>();
		model.put("caseNumber", caseNumber.value());
		model.put("subject", Shortening.atSentence(plain(subject), 200, locale));
		model.put("summary", sentence(account.summary()));
		model.put("causes", account.causes().stream().map(CustomerVersionComposer::sentence).toList());
		model.put("done", promises(account, true, locale));
		model.put("planned", promises(account, false, locale));
		model.put("lessons", sentence(account.lessons()));
		return this.templates.process(language, new Context(locale, model)).strip();
	}

	private static List<Promise> promises(CustomerAccount account, boolean done, Locale locale) {
		return account.actions()
			.stream()
			.filter((action) -> action.done() == done)
			.map((action) -> new Promise(plain(action.text()).replaceAll("\\.$", ""),
					Dates.full(action.dueOn(), locale)))
			.toList();
	}

	private static String sentence(String text) {
		String plain = plain(text);
		return (".!?…:".indexOf(plain.charAt(plain.length() - 1)) >= 0) ? plain : plain + ".";
	}

	private static String plain(String text) {
		return text.replaceAll("\\s+", " ").strip();
	}

	/**
	 * An action as the customer reads it.
	 *
	 * @param text what
	 * @param day when, in words
	 */
	record Promise(String text, String day) {
	}

}
