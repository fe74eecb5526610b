package dev.escala.modelgate.door;

import java.time.ZoneId;

import dev.escala.web.StaffPage;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was found in the models that were sent, the newest first. */
@Controller
class ModelsPage extends StaffPage {

	private static final int SIZE = 20;

	private final JudgementRepository judgements;

	ModelsPage(JudgementRepository judgements, @Value("${escala.zone}") ZoneId zone) {
		super("models", "No puede ver los modelos", zone);
		this.judgements = judgements;
	}

	@GetMapping("/modelos")
	String list(@RequestParam(name = "pagina", defaultValue = "1") String wantedPage, Model model) {
		int pages = Math.max(1, (this.judgements.count() + SIZE - 1) / SIZE);
		int page = Math.min(Math.max(1, number(wantedPage)), pages);
		model.addAttribute("sheet", "page/admin");
		model.addAttribute("judgements", this.judgements.newest((page - 1) * SIZE, SIZE));
		model.addAttribute("page", page);
		model.addAttribute("pages", pages);
		return "models/list";
	}

}
