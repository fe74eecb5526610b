package dev.escala.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import dev.escala.text.Dates;
import dev.escala.text.NumberTexts;
import dev.escala.text.Shortening;
import dev.escala.text.Storable;
import dev.escala.validation.FieldProblem;
import dev.escala.validation.ForbiddenException;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * What the pages for staff have in common. They work without JavaScript and allow none,
 * or only the files that we serve ourselves: what they show was written by anybody.
 */
public abstract class StaffPage {

	/** No script runs, and nothing is fetched from or sent elsewhere. */
	private static final String NO_SCRIPT = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
			+ "form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

	/** Only a file of ours runs, never what stands in the page, and it asks only us. */
	private static final String OWN_SCRIPT = NO_SCRIPT + "; script-src 'self'; connect-src 'self'";

	private static final int LONGEST_SEARCH = 200;

	private final String folder;

	private final String refusal;

	private final DateTimeFormatter when;

	private final String script;

	/**
	 * Creates a page without JavaScript.
	 * @param folder where its templates are; {@code frame} is one of them, with the way
	 * out of a problem
	 * @param refusal title for whoever may not see it, in Spanish
	 * @param zone the business time zone
	 */
	protected StaffPage(String folder, String refusal, ZoneId zone) {
		this(folder, refusal, zone, null);
	}

	/**
	 * Creates a page that a script of ours makes more comfortable.
	 * @param script path of the file
	 */
	protected StaffPage(String folder, String refusal, ZoneId zone, String script) {
		this.script = script;
		this.folder = folder;
		this.refusal = refusal;
		this.when = Dates.inLists(zone);
	}

	/** What every answer of the page has. */
	@ModelAttribute
	public final void common(HttpServletRequest request, HttpServletResponse response, Model model) {
		response.setHeader("Content-Security-Policy", (this.script == null) ? NO_SCRIPT : OWN_SCRIPT);
		// Nothing to other sites; with less, no browser tells us that a form is ours.
		response.setHeader("Referrer-Policy", "same-origin");
		response.setHeader("Cache-Control", caching());
		model.addAttribute("when", this.when);
		model.addAttribute("figure", NumberTexts.SPANISH);
		model.addAttribute("script", this.script);
		model.addAttribute("csrf", request.getAttribute(CsrfToken.class.getName()));
	}

	/** By default no browser keeps a page: somebody else may sit there next. */
	protected String caching() {
		return "no-store";
	}

	@ExceptionHandler
	public final String missing(NotFoundException problem, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		return problem(HttpStatus.NOT_FOUND, "No está", problem.getMessage(), request, response, model);
	}

	@ExceptionHandler
	public final String refused(ForbiddenException problem, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		return problem(HttpStatus.FORBIDDEN, this.refusal, problem.getMessage(), request, response, model);
	}

	private String problem(HttpStatus status, String title, String sentence, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		// What is refused in front of the page has not been there yet.
		common(request, response, model);
		response.setStatus(status.value());
		model.addAttribute("title", title);
		model.addAttribute("sentence", sentence);
		model.addAttribute("folder", this.folder);
		return "page/problem";
	}

	/** What is wrong, field by field, in Spanish. */
	protected static Map<String, String> problems(InvalidInputException refusal) {
		return refusal.problems()
			.stream()
			.collect(Collectors.toMap(FieldProblem::field, FieldProblem::message, (one, other) -> one + " " + other,
					HashMap::new));
	}

	/** What is searched for, as far as anybody could mean it. */
	protected static String search(String text) {
		return Shortening.beginning(Storable.storable(text).strip(), LONGEST_SEARCH);
	}

	/** A page number out of the address; what is none means the first page. */
	protected static int number(String text) {
		return text.matches("[1-9]\\d{0,5}") ? Integer.parseInt(text) : 1;
	}

	/** The value that an address names, or another where it names none. */
	protected static <E extends Enum<E>> E named(E[] values, String name, E fallback) {
		return Arrays.stream(values).filter((one) -> one.name().equals(name)).findFirst().orElse(fallback);
	}

}
