package dev.escala.complaint.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import dev.escala.calendar.reader.ReaderZones;
import dev.escala.complaint.key.ComplaintKeys;
import dev.escala.complaint.key.KeyAnswer;
import dev.escala.limit.CallerAddress;
import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
import dev.escala.notification.NotificationProperties;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.text.BundleTexts;
import dev.escala.tracking.TrackingLinks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where a customer types the key of a complaint and comes to its page. The key travels in
 * the body of a form, never in an address. It works without JavaScript and allows none.
 */
@Controller
@RequestMapping("/seguimiento")
class KeyPage {

	private final ComplaintKeys keys;

	private final Matters matters;

	private final TrackingLinks links;

	private final ReaderZones zones;

	private final Clock clock;

	private final String organisation;

	KeyPage(ComplaintKeys keys, Matters matters, TrackingLinks links, ReaderZones zones, Clock clock,
			NotificationProperties sender) {
		this.keys = keys;
		this.matters = matters;
		this.links = links;
		this.zones = zones;
		this.clock = clock;
		this.organisation = sender.organisationName();
	}

	/** What is typed here is a secret: the page is kept nowhere and says it nobody. */
	@ModelAttribute
	void protect(HttpServletResponse response) {
		response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; "
				+ "form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
		response.setHeader("Referrer-Policy", "no-referrer");
		response.setHeader("Cache-Control", "no-store");
		response.setHeader("X-Robots-Tag", "noindex, nofollow");
	}

	@GetMapping
	String ask(@RequestParam(name = "lang", defaultValue = "") String wanted, HttpServletRequest request, Model model) {
		return page(texts(wanted, request), null, "", model);
	}

	@PostMapping
	String open(@RequestParam(name = "clave", defaultValue = "") String typed,
			@RequestParam(name = "lang", defaultValue = "") String wanted, HttpServletRequest request, Model model,
			HttpServletResponse response) {
		BundleTexts texts = texts(wanted, request);
		if (typed.isBlank()) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return page(texts, texts.text("problem.none"), "", model);
		}
		KeyAnswer answer = this.keys.find(typed, CallerAddress.of(request));
		if (answer instanceof KeyAnswer.Opens opens) {
			return opened(opens.number(), texts, typed, model, response);
		}
		if (answer instanceof KeyAnswer.Waits waits) {
			return waiting(waits.until(), texts, typed, model, response);
		}
		return wrong(texts, typed, model, response);
	}

	private String opened(CaseNumber number, BundleTexts texts, String typed, Model model,
			HttpServletResponse response) {
		Optional<CustomerId> customer = this.matters.find(number).map(Matter::customerId);
		if (customer.isEmpty()) {
			response.setStatus(HttpStatus.CONFLICT.value());
			return page(texts, texts.text("problem.unknown", number), typed, model);
		}
		response.setStatus(HttpStatus.SEE_OTHER.value());
		response.setHeader(HttpHeaders.LOCATION,
				this.links.open(number, customer.get(), texts.locale()) + "?lang=" + texts.language());
		return null;
	}

	private String waiting(Instant until, BundleTexts texts, String typed, Model model, HttpServletResponse response) {
		Duration wait = Duration.between(this.clock.instant(), until);
		response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
		response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.plusMillis(999).toSeconds()));
		// A minute that has begun is over before the time that is said.
		Instant said = until.plusSeconds(59);
		return page(texts, texts.text("problem.often", wait.plusSeconds(59).toMinutes(),
				this.zones.dates((CustomerId) null).full(said, texts.locale())), typed, model);
	}

	private String wrong(BundleTexts texts, String typed, Model model, HttpServletResponse response) {
		response.setStatus(HttpStatus.NOT_FOUND.value());
		return page(texts, texts.text("problem.wrong"), typed, model);
	}

	private String page(BundleTexts texts, String problem, String typed, Model model) {
		model.addAttribute("t", texts);
		model.addAttribute("organisation", this.organisation);
		model.addAttribute("problem", problem);
		model.addAttribute("typed", typed);
		return "complaint/key";
	}

	/** Whoever has not chosen reads what the browser is set to. */
	private static BundleTexts texts(String wanted, HttpServletRequest request) {
		Locale locale = switch (wanted) {
			case "es", "en" -> Locale.forLanguageTag(wanted);
			default -> request.getLocale();
		};
		return new BundleTexts("complaint-key", locale);
	}

}
