package dev.escala.complaint.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.escala.calendar.holiday.Countries;
import dev.escala.calendar.holiday.Countries.Region;
import dev.escala.complaint.regime.ComplaintLaw;
import dev.escala.complaint.regime.ComplaintTopic;
import dev.escala.complaint.regime.DeadlineStory;
import dev.escala.complaint.regime.Sector;
import dev.escala.validation.InvalidInputException;
import dev.escala.web.StaffPage;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * "Presented on Friday, in Madrid, about a bill: by when?", in the browser. The address
 * holds the question, so that an answer can be kept and passed on.
 */
@Controller
@RequestMapping("/reclamaciones/plazos")
class DeadlinePage extends StaffPage {

	/** What a tick box stands for where the form was sent without it. */
	private static final List<String> TICKS = List.of("consumer", "large", "officialForm", "smallSupply");

	private final DeadlineAnswer answer;

	private final Clock clock;

	private final ZoneId zone;

	DeadlinePage(DeadlineAnswer answer, Clock clock, @Value("${escala.zone}") ZoneId zone) {
		super("complaints", "No puede ver esto", zone);
		this.answer = answer;
		this.clock = clock;
		this.zone = zone;
	}

	@GetMapping
	String show(@RequestParam Map<String, String> sent, Model model, HttpServletResponse response) {
		Map<String, String> typed = new HashMap<>(sent);
		boolean asked = typed.remove("calcular") != null;
		Map<String, String> problems = Map.of();
		if (asked) {
			TICKS.forEach((tick) -> typed.putIfAbsent(tick, "false"));
			try {
				DeadlineQuestion question = DeadlineQuestion.read(typed, this.answer.law(), this.answer.deadlines());
				DeadlineAnswer.Answer found = this.answer.to(question);
				model.addAttribute("found", found);
				model.addAttribute("today", LocalDate.ofInstant(this.clock.instant(), this.zone));
				model.addAttribute("cureUntil", found.cureUntil().map(DeadlineStory::day).orElse(""));
			}
			catch (InvalidInputException ex) {
				response.setStatus(HttpStatus.BAD_REQUEST.value());
				problems = problems(ex);
			}
		}
		else {
			begin(typed);
		}
		Countries.Country country = Countries.find(this.answer.law().country()).orElseThrow();
		model.addAttribute("typed", typed);
		model.addAttribute("problems", problems);
		model.addAttribute("country", country.name());
		model.addAttribute("regions", country.regions().stream().filter(DeadlinePage::isWhole).toList());
		model.addAttribute("sectors", Sector.values());
		model.addAttribute("topics", ComplaintTopic.values());
		model.addAttribute("sheet", "page/admin");
		return "complaints/deadlines";
	}

	/** Towns have no norms on complaints of their own. */
	private static boolean isWhole(Region region) {
		return !region.code().contains("/");
	}

	private void begin(Map<String, String> typed) {
		ComplaintLaw law = this.answer.law();
		typed.putIfAbsent("presented",
				LocalDateTime.ofInstant(this.clock.instant(), this.zone).truncatedTo(ChronoUnit.MINUTES).toString());
		typed.putIfAbsent("region", (law.region() == null) ? "" : law.region());
		typed.putIfAbsent("sector", law.sector().name());
		typed.putIfAbsent("consumer", "true");
		typed.putIfAbsent("large", String.valueOf(law.large()));
		typed.putIfAbsent("smallSupply", "true");
	}

}
