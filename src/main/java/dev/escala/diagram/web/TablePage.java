package dev.escala.diagram.web;

import java.time.ZoneId;
import java.util.Optional;

import dev.escala.diagram.LitTable;
import dev.escala.matter.Matters;
import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.table.TableReader;
import dev.escala.reference.CaseNumber;
import dev.escala.routing.Decisions;
import dev.escala.routing.RecordedDecision;
import dev.escala.validation.NotFoundException;
import dev.escala.web.StaffPage;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The table that decided something about a case, with the rule that answered lit. */
@Controller
class TablePage extends StaffPage {

	private final Matters matters;

	private final Decisions decisions;

	TablePage(Matters matters, Decisions decisions, @Value("${escala.zone}") ZoneId zone) {
		super("diagram", "No puede ver este caso", zone);
		this.matters = matters;
		this.decisions = decisions;
	}

	/** Whoever may see the case may see what decided about it. */
	@GetMapping("/casos/{number}/decisiones/{id}")
	String show(@PathVariable CaseNumber number, @PathVariable long id, Model model) {
		this.matters.get(number);
		RecordedDecision decision = this.decisions.recorded(number, id)
			.orElseThrow(
					() -> new NotFoundException("No hay ninguna decisión con ese número en el caso " + number + "."));
		Optional<LitTable> table = this.decisions.source(decision)
			.flatMap((source) -> TableReader.read(new ModelFile(decision.decision(), source))
				.stream()
				.filter((one) -> one.key().equals(decision.decision()))
				.findFirst())
			.map((one) -> LitTable.of(one, decision, Decisions::told));
		model.addAttribute("number", number);
		model.addAttribute("decision", decision);
		model.addAttribute("table", table.orElse(null));
		model.addAttribute("sheet", "diagram/style");
		return "diagram/table";
	}

}
