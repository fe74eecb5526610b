package dev.escala.pursuit.interest.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.escala.limit.CallerAddress;
import dev.escala.limit.Counter;
import dev.escala.limit.Limit;
import dev.escala.limit.Limits;
import dev.escala.notification.NotificationProperties;
import dev.escala.pursuit.interest.SaidLead;
import dev.escala.pursuit.interest.WebLeads;
import dev.escala.reference.UserId;
import dev.escala.text.BundleTexts;
import dev.escala.validation.ConflictException;
import dev.escala.validation.InvalidInputException;
import dev.escala.web.form.FormToken;
import dev.escala.web.IdempotencyKeys;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where anybody asks to be called about what we sell (004-18). It works without
 * JavaScript and allows none. A form is carried out once, however often it is sent, and
 * nothing that somebody typed is lost by a refusal. It tells nobody whom we know, nor
 * what we take for spam.
 */
@Controller
@RequestMapping("/interes")
class InterestPage {

	private static final String PATH = "/interes";

	private static final String CALLER = UserId.CUSTOMER.value();

	/** Ten at once; from then on one more each six minutes. */
	private static final Limit ADDRESS = new Limit("interest-web", 10, Duration.ofMinutes(6), Duration.ofMinutes(6),
			Duration.ofMinutes(6));

	private final WebLeads leads;

	private final Limits limits;

	private final IdempotencyKeys once;

	private final String organisation;

	InterestPage(WebLeads leads, Limits limits, IdempotencyKeys once, NotificationProperties sender) {
		this.leads = leads;
		this.limits = limits;
		this.once = once;
		this.organisation = sender.organisationName();
	}

	/** What is typed and shown here goes nowhere and is kept nowhere. */
	@ModelAttribute
	void protect(HttpServletResponse response) {
		response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; "
				+ "form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
		response.setHeader("Referrer-Policy", "no-referrer");
		response.setHeader("Cache-Control", "no-store");
	}

	@GetMapping
	String ask(@RequestParam(name = "lang", defaultValue = "") String wanted, HttpServletRequest request, Model model) {
		return form(texts(wanted, request), InterestForm.empty(), FormToken.fresh(), Map.of(), model);
	}

	@PostMapping
	String send(InterestForm typed, HttpServletRequest request, Model model, HttpServletResponse response) {
		BundleTexts texts = texts(typed.lang(), request);
		FormToken token = FormToken.read(typed.form()).orElseGet(FormToken::fresh);
		Map<String, String> problems = new LinkedHashMap<>();
		HttpStatus status = HttpStatus.BAD_REQUEST;
		try {
			Optional<Duration> wait = take(typed, typed.said().checked(), token, CallerAddress.of(request));
			if (wait.isEmpty()) {
				response.setStatus(HttpStatus.SEE_OTHER.value());
				response.setHeader(HttpHeaders.LOCATION, PATH + "/" + token + "?lang=" + texts.language());
				return null;
			}
			status = HttpStatus.TOO_MANY_REQUESTS;
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.get().plusMillis(999).toSeconds()));
			problems.put("", texts.text("problem.often", wait.get().plusSeconds(59).toMinutes()));
		}
		catch (InvalidInputException ex) {
			ex.problems().forEach((problem) -> problems.put(problem.field(), texts.text("problem." + problem.field())));
		}
		catch (ConflictException ex) {
			// What was changed afterwards is said anew, if somebody wants it.
			status = HttpStatus.CONFLICT;
			problems.put("", texts.text("problem.sent"));
			token = FormToken.fresh();
		}
		response.setStatus(status.value());
		return form(texts, typed, token, problems, model);
	}

	/** Takes it once; says how long to wait instead where there were too many. */
	private Optional<Duration> take(InterestForm typed, SaidLead said, FormToken token, String from) {
		boolean repeated = this.once.created(token.digest(), CALLER, PATH).isPresent();
		Optional<Duration> wait = repeated ? Optional.empty() : this.limits.take(List.of(new Counter(ADDRESS, from)));
		if (wait.isEmpty()) {
			boolean trapped = !typed.website().isEmpty();
			this.once.once(token.digest(), CALLER, PATH, IdempotencyKeys.fingerprint(List.of(said, trapped)),
					() -> this.leads.take(said, from, trapped));
		}
		return wait;
	}

	@GetMapping("/{token}")
	String confirm(@PathVariable String token, @RequestParam(name = "lang", defaultValue = "") String wanted,
			HttpServletRequest request, Model model, HttpServletResponse response) {
		boolean sent = FormToken.read(token)
			.flatMap((known) -> this.once.created(known.digest(), CALLER, PATH))
			.isPresent();
		if (!sent) {
			response.setStatus(HttpStatus.NOT_FOUND.value());
		}
		model.addAttribute("t", texts(wanted, request));
		model.addAttribute("organisation", this.organisation);
		model.addAttribute("sent", sent);
		return "interest/done";
	}

	private String form(BundleTexts texts, InterestForm typed, FormToken token, Map<String, String> problems,
			Model model) {
		model.addAttribute("t", texts);
		model.addAttribute("organisation", this.organisation);
		model.addAttribute("typed", typed);
		model.addAttribute("token", token.toString());
		model.addAttribute("problems", problems);
		model.addAttribute("longest", SaidLead.LONGEST);
		return "interest/form";
	}

	/** Whoever has not chosen reads what the browser is set to. */
	private static BundleTexts texts(String wanted, HttpServletRequest request) {
		Locale locale = switch (wanted) {
			case "es", "en" -> Locale.forLanguageTag(wanted);
			default -> request.getLocale();
		};
		return new BundleTexts("interest-form", locale);
	}

}
