package dev.escala.clock.web;

import java.time.ZoneId;
import java.util.List;

import dev.escala.clock.MatterClocks;
import dev.escala.clock.recalculation.Recalculations;
import dev.escala.reference.CaseNumber;
import dev.escala.validation.ConflictException;
import dev.escala.web.StaffPage;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Deadlines that wait to be computed again, and timers to be repaired, in the browser.
 */
@Controller
@RequestMapping("/plazos")
class RecalculationPage extends StaffPage {

	private static final int MOST = 200;

	private final Recalculations recalculations;

	private final MatterClocks clocks;

	private final DeadlineKeepers keepers;

	RecalculationPage(Recalculations recalculations, MatterClocks clocks, DeadlineKeepers keepers,
			@Value("${escala.zone}") ZoneId zone) {
		super("recalculations", "No puede ver los plazos", zone);
		this.recalculations = recalculations;
		this.clocks = clocks;
		this.keepers = keepers;
	}

	@GetMapping
	String list(@RequestParam(name = "caso", defaultValue = "") String wanted,
			@RequestParam(name = "hecho", defaultValue = "") String done, Model model) {
		fill(wanted, model);
		model.addAttribute("done", done.equals("reparado"));
		return "recalculations/list";
	}

	@PostMapping("/{number}/reparar")
	String repair(@PathVariable CaseNumber number, Model model, HttpServletResponse response) {
		this.keepers.requireRepairer();
		try {
			List<String> wrong = this.clocks.repair(number);
			if (wrong.isEmpty()) {
				return "redirect:/plazos?caso=" + number + "&hecho=reparado";
			}
			model.addAttribute("stillWrong", wrong);
		}
		catch (ConflictException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			model.addAttribute("stillWrong", List.of(ex.getMessage()));
		}
		fill(number.value(), model);
		return "recalculations/list";
	}

	private void fill(String wanted, Model model) {
		this.keepers.requireReader();
		String text = search(wanted.replaceAll("\\p{Cntrl}", " "));
		model.addAttribute("sheet", "page/admin");
		model.addAttribute("number", text.isEmpty() ? null : text);
		model.addAttribute("mayRepair", this.keepers.mayRepair());
		model.addAttribute("progress", this.recalculations.progress());
		model.addAttribute("waiting", this.recalculations.waiting(MOST));
	}

}
