package dev.escala.rootcause;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

import dev.escala.reference.CaseNumber;
import dev.escala.text.Dates;
import dev.escala.text.Shortening;
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

	/** A part shorter than this tells nothing any more. */
	private static final int SHORTEST_PART = 25;

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
	Composed compose(InternalAnalysis analysis, CaseNumber caseNumber, String addressee, String subject,
			String language, Collection<String> internalNames) {
		CustomerWording wording = new CustomerWording(names(analysis, internalNames), language);
		InternalAnalysis plain = plain(analysis, wording);
		IntFunction<String> render = (limit) -> render(plain, caseNumber, addressee, subject, language, limit);
		String text = render.apply(InternalAnalysis.LONGEST_TEXT);
		return (text.length() <= InternalAnalysis.LONGEST_TEXT) ? new Composed(text, false)
				: new Composed(longestFitting(render), true);
	}

	/** The parts as long as possible: the limit is found by halving. */
	private static String longestFitting(IntFunction<String> render) {
		String fitting = null;
		int low = SHORTEST_PART;
		int high = InternalAnalysis.LONGEST_TEXT;
		while (low <= high) {
			int limit = (low + high) / 2;
			String text = render.apply(limit);
			if (text.length() <= InternalAnalysis.LONGEST_TEXT) {
				fitting = text;
				low = limit + 1;
			}
			else {
				high = limit - 1;
			}
		}
		if (fitting == null) {
			throw new IllegalStateException("templates/rca leaves no room for the analysis; shorten its frame");
		}
		return fitting;
	}

	/** What names our house: the given names, and whoever answers for an action. */
	static Collection<String> names(InternalAnalysis analysis, Collection<String> internalNames) {
		List<String> names = new ArrayList<>(internalNames);
		analysis.actions().forEach((action) -> names.add(action.owner()));
		return names;
	}

	private static InternalAnalysis plain(InternalAnalysis analysis, CustomerWording wording) {
		return new InternalAnalysis(analysis.author(), analysis.writtenAt(), wording.clean(analysis.summary()),
				analysis.causes().stream().map(wording::clean).toList(),
				analysis.actions()
					.stream()
					.map((action) -> new CorrectiveAction(wording.clean(action.text()), action.owner(), action.dueOn(),
							action.done()))
					.toList(),
				wording.clean(analysis.lessons()));
	}

	private String render(InternalAnalysis analysis, CaseNumber caseNumber, String addressee, String subject,
			String language, int limit) {
		Locale locale = Locale.forLanguageTag(language);
		UnaryOperator<String> fitting = (text) -> Shortening.atSentence(text, limit, locale);
		Map<String, Object> model = new LinkedHashMap<>();
		model.put("caseNumber", caseNumber.value());
		model.put("addressee", addressee);
		model.put("subject", Shortening.atSentence(subject.replaceAll("\\s+", " ").strip(), 200, locale));
		model.put("summary", sentence(fitting.apply(analysis.summary())));
		model.put("causes", analysis.causes().stream().map((cause) -> sentence(fitting.apply(cause))).toList());
		model.put("done", promises(analysis, true, fitting, language));
		model.put("planned", promises(analysis, false, fitting, language));
		model.put("lessons", sentence(fitting.apply(analysis.lessons())));
		return this.templates.process(language, new Context(locale, model)).strip();
	}

	private static List<Promise> promises(InternalAnalysis analysis, boolean done, UnaryOperator<String> fitting,
			String language) {
		return analysis.actions()
			.stream()
			.filter((action) -> action.done() == done)
			.map((action) -> new Promise(fitting.apply(action.text()).replaceAll("\\.$", ""),
					day(action.dueOn(), language)))
			.toList();
	}

	private static String day(LocalDate date, String language) {
		return Dates.full(date, Locale.forLanguageTag(language));
	}

	private static String sentence(String text) {
		return (".!?…:".indexOf(text.charAt(text.length() - 1)) >= 0) ? text : text + ".";
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
