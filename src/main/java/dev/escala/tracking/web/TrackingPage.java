package dev.escala.tracking.web;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import dev.escala.calendar.reader.ReaderZones;
import dev.escala.text.BundleTexts;
import dev.escala.tracking.CustomerFiles;
import dev.escala.tracking.CustomerMessages;
import dev.escala.tracking.CustomerTracking;
import dev.escala.tracking.Feedback;
import dev.escala.tracking.TrackedMatter;
import dev.escala.tracking.TrackingLink;
import dev.escala.tracking.TrackingLinks;
import dev.escala.validation.Refusal;
import dev.escala.web.IdempotencyKeys;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * The customer's page of a case: whoever has the link sees it, and nobody else. A link
 * that opens nothing gets the same answer, whatever the reason. It works without
 * JavaScript and allows none; each form is carried out once, however often it is sent.
 */
@Controller
@RequestMapping("/seguimiento/{token}")
class TrackingPage {

	private static final String TEXTS = "tracking";

	private static final int LONGEST_TEXT = 3500;

	private static final int LONGEST_REASON = 1000;

	private static final Set<String> DONE = Set.of("reply", "rate", "reopen", "agree", "cause", "accept", "decline",
			"receipt");

	private static final Map<String, String> REFUSED = Map.of("accept", "problem.promise", "decline", "problem.promise",
			"receipt", "problem.receipt");

	private static final Locale SPANISH = Locale.forLanguageTag("es");

	private final TrackingLinks links;

	private final CustomerTracking tracking;

	private final CustomerMessages messages;

	private final CustomerPosts limit;

	private final IdempotencyKeys once;

	private final ReaderZones zones;

	private final Clock clock;

	TrackingPage(TrackingLinks links, CustomerTracking tracking, CustomerMessages messages, CustomerPosts limit,
			IdempotencyKeys once, ReaderZones zones, Clock clock) {
		this.links = links;
		this.tracking = tracking;
		this.messages = messages;
		this.limit = limit;
		this.once = once;
		this.zones = zones;
		this.clock = clock;
	}

	/** The address is a secret: it goes nowhere else, and the page is kept nowhere. */
	@ModelAttribute
	void protect(HttpServletResponse response) {
		response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; "
				+ "form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
		response.setHeader("Referrer-Policy", "no-referrer");
		response.setHeader("Cache-Control", "no-store");
		response.setHeader("X-Robots-Tag", "noindex, nofollow");
	}

	@GetMapping
	String show(@PathVariable String token, @RequestParam(name = "hecho", defaultValue = "") String done,
			@RequestParam(name = "lang", defaultValue = "") String wanted, Model model, HttpServletResponse response) {
		Optional<TrackingLink> link = this.links.find(token);
		if (link.isEmpty()) {
			return missing(wanted, model, response);
		}
		BundleTexts texts = texts(link.get(), wanted);
		model.addAttribute("done", DONE.contains(done) ? texts.text("done." + done) : null);
		return page(token, link.get(), texts, model, response);
	}

	@PostMapping("/mensaje")
	String reply(@PathVariable String token, @RequestParam(defaultValue = "") String text,
			@RequestParam(defaultValue = "") String form, @RequestParam(name = "lang", defaultValue = "") String wanted,
			@RequestParam(name = "files", required = false) List<MultipartFile> sent, Model model,
			HttpServletResponse response) throws IOException {
		return written("reply", token, text, form, wanted, this.messages.files().problem(sent), model, response,
				(link) -> this.messages.send(link, text, sent));
	}

	@PostMapping("/reapertura")
	String reopen(@PathVariable String token, @RequestParam(defaultValue = "") String text,
			@RequestParam(defaultValue = "") String form, @RequestParam(name = "lang", defaultValue = "") String wanted,
			Model model, HttpServletResponse response) {
		return written("reopen", token, text, form, wanted, Optional.empty(), model, response,
				(link) -> this.tracking.reopen(link, text));
	}

	@PostMapping("/resuelto")
	String agree(@PathVariable String token, @RequestParam(defaultValue = "") String form,
			@RequestParam(name = "lang", defaultValue = "") String wanted, Model model, HttpServletResponse response) {
		Optional<TrackingLink> link = this.links.find(token);
		if (link.isEmpty()) {
			return missing(wanted, model, response);
		}
		return carryOut("agree", token, link.get(), texts(link.get(), wanted), form, new LinkedHashMap<>(), model,
				response, () -> this.tracking.agree(link.get()));
	}

	@GetMapping("/justificante")
	ResponseEntity<byte[]> receipt(@PathVariable String token) {
		return this.links.find(token)
			.flatMap(this.tracking::receipt)
			.map((file) -> ResponseEntity.ok()
				.contentType(MediaType.APPLICATION_PDF)
				.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"")
				.body(file.pdf()))
			.orElseGet(() -> ResponseEntity.notFound().build());
	}

	@PostMapping("/justificante")
	String sendReceipt(@PathVariable String token, @RequestParam(defaultValue = "") String form,
			@RequestParam(name = "lang", defaultValue = "") String wanted, Model model, HttpServletResponse response) {
		Optional<TrackingLink> link = this.links.find(token);
		if (link.isEmpty()) {
			return missing(wanted, model, response);
		}
		return carryOut("receipt", token, link.get(), texts(link.get(), wanted), form, new LinkedHashMap<>(), model,
				response, () -> this.tracking.sendReceipt(link.get()));
	}

	@PostMapping("/causa")
	String askForAnalysis(@PathVariable String token, @RequestParam(defaultValue = "") String text,
			@RequestParam(defaultValue = "") String form, @RequestParam(name = "lang", defaultValue = "") String wanted,
			Model model, HttpServletResponse response) {
		return written("cause", token, text, form, wanted, Optional.empty(), model, response,
				(link) -> this.tracking.askForAnalysis(link, text));
	}

	@PostMapping("/opinion")
	String rate(@PathVariable String token, @RequestParam(defaultValue = "") String heard,
			@RequestParam(defaultValue = "") String solved, @RequestParam(defaultValue = "") String score,
			@RequestParam(defaultValue = "") String comment, @RequestParam(defaultValue = "") String form,
			@RequestParam(name = "lang", defaultValue = "") String wanted, Model model, HttpServletResponse response) {
		Optional<TrackingLink> link = this.links.find(token);
		if (link.isEmpty()) {
			return missing(wanted, model, response);
		}
		BundleTexts texts = texts(link.get(), wanted);
		boolean complete = Set.of("yes", "no").contains(heard) && Set.of("yes", "no").contains(solved)
				&& score.matches("[1-5]");
		Map<String, String> problems = new LinkedHashMap<>();
		if (!complete) {
			problems.put("rate", texts.text("problem.answers"));
		}
		if (comment.length() > Feedback.LONGEST_COMMENT) {
			problems.put("rate", texts.text("problem.long", Feedback.LONGEST_COMMENT));
		}
		model.addAttribute("comment", comment);
		return carryOut("rate", token, link.get(), texts, form, problems, model, response,
				() -> this.tracking.rate(link.get(),
						new Feedback(heard.equals("yes"), solved.equals("yes"), Integer.parseInt(score), comment)));
	}

	@PostMapping("/compromiso")
	String answerPromise(@PathVariable String token, @RequestParam(defaultValue = "") String proposal,
			@RequestParam(defaultValue = "") String answer, @RequestParam(defaultValue = "") String wished,
			@RequestParam(defaultValue = "") String comment, @RequestParam(defaultValue = "") String form,
			@RequestParam(name = "lang", defaultValue = "") String wanted, Model model, HttpServletResponse response) {
		Optional<TrackingLink> link = this.links.find(token);
		if (link.isEmpty()) {
			return missing(wanted, model, response);
		}
		BundleTexts texts = texts(link.get(), wanted);
		PromiseAnswer given = PromiseAnswer.of(proposal, answer, wished, comment, this.clock.instant());
		Map<String, String> problems = new LinkedHashMap<>();
		if (given.problem() != null) {
			problems.put(given.what(), texts.text(given.problem(), PromiseAnswer.LONGEST_COMMENT));
		}
		model.addAttribute("wished", wished);
		model.addAttribute("wish", comment);
		return carryOut(given.what(), token, link.get(), texts, form, problems, model, response, () -> {
			if (given.accepted()) {
				this.tracking.acceptPromise(link.get(), given.proposal(), given.other());
			}
			else {
				this.tracking.declinePromise(link.get(), given.proposal(), given.wished(), comment);
			}
		});
	}

	private String written(String what, String token, String text, String form, String wanted,
			Optional<CustomerFiles.Problem> files, Model model, HttpServletResponse response,
			Consumer<TrackingLink> action) {
		Optional<TrackingLink> link = this.links.find(token);
		if (link.isEmpty()) {
			return missing(wanted, model, response);
		}
		BundleTexts texts = texts(link.get(), wanted);
		Map<String, String> problems = new LinkedHashMap<>();
		if (text.isBlank()) {
			problems.put(what, texts.text("problem.text"));
		}
		int longest = what.equals("cause") ? LONGEST_REASON : LONGEST_TEXT;
		if (text.length() > longest) {
			problems.put(what, texts.text("problem.long", longest));
		}
		files.ifPresent((wrong) -> problems.put("files", texts.text(wrong.key(), wrong.name(),
				this.messages.files().most(), this.messages.files().maxMegabytes())));
		model.addAttribute(what, text);
		return carryOut(what, token, link.get(), texts, form, problems, model, response,
				() -> action.accept(link.get()));
	}

	private String carryOut(String what, String token, TrackingLink link, BundleTexts texts, String form,
			Map<String, String> problems, Model model, HttpServletResponse response, Runnable action) {
		HttpStatus status = HttpStatus.BAD_REQUEST;
		Optional<Duration> wait = problems.isEmpty() ? this.limit.take(link) : Optional.empty();
		if (wait.isPresent()) {
			// What was written stays in the form.
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.get().plusMillis(999).toSeconds()));
			problems.put(what, texts.text("problem.often", wait.get().plusSeconds(59).toMinutes()));
			status = HttpStatus.TOO_MANY_REQUESTS;
		}
		if (problems.isEmpty()) {
			try {
				String key = form.matches("[0-9a-f-]{36}") ? form : UUID.randomUUID().toString();
				this.once.once(key, "link-" + link.id(), "/seguimiento/" + what, what, () -> {
					action.run();
					return link.caseNumber().value();
				});
				return "redirect:/seguimiento/" + token + "?hecho=" + what + "&lang=" + texts.language();
			}
			catch (Refusal ex) {
				problems.put(what, texts.text(REFUSED.getOrDefault(what, "problem.refused")));
				status = HttpStatus.CONFLICT;
			}
		}
		response.setStatus(status.value());
		model.addAttribute("problems", problems);
		return page(token, link, texts, model, response);
	}

	private String page(String token, TrackingLink link, BundleTexts texts, Model model, HttpServletResponse response) {
		Optional<TrackedMatter> seen = this.tracking.see(link, texts.locale());
		if (seen.isEmpty()) {
			return missing(texts.language(), model, response);
		}
		model.addAttribute("case", seen.get());
		model.addAttribute("t", texts);
		model.addAttribute("dates", this.zones.dates(link.customerId()));
		model.addAttribute("locale", texts.locale());
		model.addAttribute("base", "/seguimiento/" + token);
		model.addAttribute("form", UUID.randomUUID().toString());
		model.addAttribute("mostFiles", this.messages.files().most());
		model.addAttribute("maxMegabytes", this.messages.files().maxMegabytes());
		if (!model.containsAttribute("problems")) {
			model.addAttribute("problems", Map.of());
		}
		return "tracking/case";
	}

	private static String missing(String wanted, Model model, HttpServletResponse response) {
		response.setStatus(HttpStatus.NOT_FOUND.value());
		model.addAttribute("t", new BundleTexts(TEXTS, "en".equals(wanted) ? Locale.ENGLISH : SPANISH));
		return "tracking/missing";
	}

	private static BundleTexts texts(TrackingLink link, String wanted) {
		return new BundleTexts(TEXTS,
				Set.of("es", "en").contains(wanted) ? Locale.forLanguageTag(wanted) : link.language());
	}

}
