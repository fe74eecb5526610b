package dev.escala.complaint.web;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.escala.calendar.reader.ReaderZones;
import dev.escala.complaint.Statement;
import dev.escala.inbound.sent.ChosenFiles;
import dev.escala.limit.CallerAddress;
import dev.escala.notification.NotificationProperties;
import dev.escala.reference.CustomerId;
import dev.escala.text.BundleTexts;
import dev.escala.validation.ConflictException;
import dev.escala.validation.InvalidInputException;
import dev.escala.web.form.FormToken;
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
import org.springframework.web.multipart.MultipartFile;

/**
 * Where anybody complains (Ley 10/2025 arts. 7, 11 and 12). It works without JavaScript
 * and allows none. A form is carried out once, however often it is sent, and nothing that
 * somebody typed is lost by a refusal. It tells nobody whom we know.
 */
@Controller
@RequestMapping("/reclamar")
class ComplaintFormPage {

	private final WebComplaints complaints;

	private final ComplaintFormChoices choices;

	private final ReaderZones zones;

	private final Clock clock;

	private final String organisation;

	ComplaintFormPage(WebComplaints complaints, ComplaintFormChoices choices, ReaderZones zones, Clock clock,
			NotificationProperties sender) {
		this.complaints = complaints;
		this.choices = choices;
		this.zones = zones;
		this.clock = clock;
		this.organisation = sender.organisationName();
	}

	/**
	 * What is typed and shown here is somebody's own: it goes nowhere and is kept
	 * nowhere.
	 */
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
		return form(texts(wanted, request), ComplaintForm.empty(this.choices.usualRegion()), FormToken.fresh(),
				Map.of(), model);
	}

	@PostMapping
	String send(ComplaintForm typed, @RequestParam(name = "files", required = false) List<MultipartFile> chosen,
			HttpServletRequest request, Model model, HttpServletResponse response) throws IOException {
		BundleTexts texts = texts(typed.lang(), request);
		FormToken token = FormToken.read(typed.form()).orElseGet(FormToken::fresh);
		ChosenFiles files = ChosenFiles.of(chosen);
		model.addAttribute("filesLost", !files.isEmpty());
		Map<String, String> problems = new LinkedHashMap<>();
		HttpStatus status = HttpStatus.BAD_REQUEST;
		if (!typed.website().isEmpty()) {
			problems.put("", texts.text("problem.website"));
		}
		this.complaints.problem(files)
			.ifPresent((problem) -> problems.put("files",
					texts.text(problem.key(), problem.name(), ChosenFiles.MOST, this.complaints.maxMegabytes())));
		if (problems.isEmpty()) {
			try {
				this.complaints.present(typed, token, files, texts.language(), CallerAddress.of(request));
				response.setStatus(HttpStatus.SEE_OTHER.value());
				response.setHeader(HttpHeaders.LOCATION, "/reclamar/" + token + "?lang=" + texts.language());
				return null;
			}
			catch (InvalidInputException ex) {
				problems.putAll(this.choices.problems(ex, texts));
			}
			catch (TooManyComplaintsException ex) {
				status = HttpStatus.TOO_MANY_REQUESTS;
				response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(ex.left().plusMillis(999).toSeconds()));
				problems.put("", often(ex.left(), texts));
			}
			catch (ConflictException ex) {
				// What was changed afterwards is another complaint, if somebody wants it.
				status = HttpStatus.CONFLICT;
				model.addAttribute("earlier", "/reclamar/" + token + "?lang=" + texts.language());
				problems.put("", texts.text("problem.sent"));
				token = FormToken.fresh();
			}
		}
		else {
			problems.putAll(this.complaints.check(typed, texts.language())
				.map((invalid) -> this.choices.problems(invalid, texts))
				.orElse(Map.of()));
		}
		response.setStatus(status.value());
		return form(texts, typed, token, problems, model);
	}

	@GetMapping("/{token}")
	String confirm(@PathVariable String token, @RequestParam(name = "lang", defaultValue = "") String wanted,
			HttpServletRequest request, Model model, HttpServletResponse response) {
		BundleTexts texts = texts(wanted, request);
		Optional<Confirmation> confirmation = FormToken.read(token)
			.flatMap((known) -> this.complaints.confirmation(known, texts));
		model.addAttribute("t", texts);
		model.addAttribute("organisation", this.organisation);
		if (confirmation.isEmpty()) {
			response.setStatus(HttpStatus.NOT_FOUND.value());
			return "complaint/form-missing";
		}
		model.addAttribute("done", confirmation.get());
		model.addAttribute("address", "/reclamar/" + token);
		return "complaint/form-done";
	}

	private String often(Duration left, BundleTexts texts) {
		Instant until = this.clock.instant().plus(left).plusSeconds(59);
		return texts.text("problem.often", left.plusSeconds(59).toMinutes(),
				this.zones.dates((CustomerId) null).full(until, texts.locale()));
	}

	private String form(BundleTexts texts, ComplaintForm typed, FormToken token, Map<String, String> problems,
			Model model) {
		model.addAttribute("t", texts);
		model.addAttribute("organisation", this.organisation);
		model.addAttribute("typed", typed);
		model.addAttribute("token", token.toString());
		model.addAttribute("problems", problems);
		model.addAttribute("choices", this.choices);
		model.addAttribute("mostFiles", ChosenFiles.MOST);
		model.addAttribute("maxMegabytes", this.complaints.maxMegabytes());
		model.addAttribute("longest", Statement.LONGEST);
		return "complaint/form";
	}

	/** Whoever has not chosen reads what the browser is set to. */
	private static BundleTexts texts(String wanted, HttpServletRequest request) {
		Locale locale = switch (wanted) {
			case "es", "en" -> Locale.forLanguageTag(wanted);
			default -> request.getLocale();
		};
		return new BundleTexts("complaint-form", locale);
	}

}
