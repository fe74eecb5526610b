package dev.escala.complaint.information;

import java.util.Locale;

import dev.escala.complaint.answer.Recourses;
import dev.escala.complaint.regime.ComplaintLaw;
import dev.escala.notification.NotificationProperties;
import dev.escala.text.BundleTexts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What anybody reads before they complain (Ley 10/2025, art. 5). It works without
 * JavaScript and allows none.
 */
@Controller
@RequestMapping("/reclamar/informacion")
class InformationPage {

	private final ContactWays ways;

	private final AnswerTimes times;

	private final OpeningWeek week;

	private final Recourses recourses;

	private final ComplaintLaw law;

	private final NotificationProperties sender;

	InformationPage(ContactWays ways, AnswerTimes times, OpeningWeek week, Recourses recourses, ComplaintLaw law,
			NotificationProperties sender) {
		this.ways = ways;
		this.times = times;
		this.week = week;
		this.recourses = recourses;
		this.law = law;
		this.sender = sender;
	}

	@GetMapping
	String show(@RequestParam(name = "lang", defaultValue = "") String wanted, HttpServletRequest request, Model model,
			HttpServletResponse response) {
		response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; "
				+ "form-action 'none'; base-uri 'none'; frame-ancestors 'none'");
		response.setHeader("Referrer-Policy", "no-referrer");
		response.setHeader("Cache-Control", "no-cache");
		response.setHeader("Vary", "Accept-Language");
		BundleTexts texts = texts(wanted, request);
		model.addAttribute("t", texts);
		model.addAttribute("organisation", this.sender.organisationName());
		model.addAttribute("ways", this.ways);
		model.addAttribute("email", this.sender.customerCare().mailFrom());
		model.addAttribute("openings", this.week.list(texts.locale()));
		model.addAttribute("times", this.times.list());
		model.addAttribute("bodies", this.recourses.open(this.law.country(), this.law.sector()));
		return "complaint/information";
	}

	/** Whoever has not chosen reads what the browser is set to. */
	private static BundleTexts texts(String wanted, HttpServletRequest request) {
		Locale locale = switch (wanted) {
			case "es", "en" -> Locale.forLanguageTag(wanted);
			default -> request.getLocale();
		};
		return new BundleTexts("complaint-information", locale);
	}

}
