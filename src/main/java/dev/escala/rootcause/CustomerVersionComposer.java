package dev.escala.rootcause;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import org.springframework.stereotype.Component;

/**
 * Composes what the customer reads from the internal analysis (001-31): what happened,
 * the causes in plain order, what we have done and will do, an apology and what we
 * learned. Names of our house, who answers for an action, and blame stay inside (004-79).
 */
@Component
class CustomerVersionComposer {

	/** Longest text of one part, tried one after the other until the whole fits. */
	private static final List<Integer> LIMITS = List.of(InternalAnalysis.LONGEST_TEXT, 1500, 1000, 700, 500, 350, 250,
			180, 120, 80, 50, 30);

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
	 * Composes the text, at most {@value InternalAnalysis#LONGEST_TEXT} characters.
	 * @param analysis the internal analysis
	 * @param addressee the person, or the customer where no person is known
	 * @param subject what the case is about
	 * @param language {@code es} or {@code en}
	 * @param internalNames what must not appear beside the owners of actions
	 */
	Composed compose(InternalAnalysis analysis, String caseNumber, String addressee, String subject, String language,
			Collection<String> internalNames) {
		CustomerWording wording = new CustomerWording(names(analysis, internalNames), language);
		String text = "";
		for (int limit : LIMITS) {
			text = render(analysis, caseNumber, addressee, subject, language, wording, limit);
			if (text.length() <= InternalAnalysis.LONGEST_TEXT) {
				return new Composed(text, limit < LIMITS.get(0));
			}
		}
		throw new IllegalStateException("The frame of the customer's version alone has " + text.length()
				+ " characters; shorten templates/rca");
	}

	/** What names our house: the given names, and whoever answers for an action. */
	static Collection<String> names(InternalAnalysis analysis, Collection<String> internalNames) {
		List<String> names = new java.util.ArrayList<>(internalNames);
		analysis.actions().forEach((action) -> names.add(action.owner()));
		return names;
	}

	private String render(InternalAnalysis analysis, String caseNumber, String addressee, String subject,
			String language, CustomerWording wording, int limit) {
		Locale locale = Locale.forLanguageTag(language);
		java.util.function.UnaryOperator<String> plain = (text) -> SentenceShortener.shorten(wording.clean(text), limit,
				locale);
		Map<String, Object> model = new LinkedHashMap<>();
		model.put("caseNumber", caseNumber);
		model.put("addressee", addressee);
		model.put("subject", SentenceShortener.shorten(subject.replaceAll("\\s+", " ").strip(), 200, locale));
		model.put("summary", sentence(plain.apply(analysis.summary())));
		model.put("causes", analysis.causes().stream().map((cause) -> sentence(plain.apply(cause))).toList());
		model.put("done", promises(analysis, true, plain, language));
		model.put("planned", promises(analysis, false, plain, language));
		model.put("lessons", sentence(plain.apply(analysis.lessons())));
		return this.templates.process(language, new Context(locale, model)).strip();
	}

	private static List<Promise> promises(InternalAnalysis analysis, boolean done,
			java.util.function.UnaryOperator<String> plain, String language) {
		return analysis.actions()
			.stream()
			.filter((action) -> action.done() == done)
			.map((action) -> new Promise(plain.apply(action.text()).replaceAll("\\.$", ""),
					day(action.dueOn(), language)))
			.toList();
	}

	private static String day(LocalDate date, String language) {
		String pattern = "en".equals(language) ? "d MMMM uuuu" : "d 'de' MMMM 'de' uuuu";
		return DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(language)).format(date);
	}

	private static String sentence(String text) {
		return text.matches("(?s).*[.!?…:]$") ? text : text + ".";
	}

	/**
	 * The customer's version as composed.
	 *
	 * @param text the text
	 * @param shortened whether parts were shortened to fit
	 */
	record Composed(String text, boolean shortened) {
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
