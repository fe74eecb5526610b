package dev.escala.complaint.hold.web;

import java.time.ZoneId;
import java.util.Map;
import java.util.function.Consumer;

import dev.escala.access.CurrentUser;
import dev.escala.complaint.hold.Disputes;
import dev.escala.complaint.hold.Hold;
import dev.escala.complaint.hold.HoldKind;
import dev.escala.complaint.hold.Holds;
import dev.escala.matter.Entitlement;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;
import dev.escala.validation.InvalidInputException;
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

/** Where people write down that a customer went to a body, in the browser. */
@Controller
@RequestMapping("/reclamaciones/{number:[A-Za-z]{2,6}-\\d{4}-\\d{6,9}}/organismos")
class DisputePage extends StaffPage {

	private final Holds holds;

	private final Disputes disputes;

	private final Matters matters;

	private final Entitlement entitlement;

	private final CurrentUser user;

	DisputePage(Holds holds, Disputes disputes, Matters matters, Entitlement entitlement, CurrentUser user,
			@Value("${escala.zone}") ZoneId zone) {
		super("case", "No puede anotar nada en esta reclamación", zone);
		this.holds = holds;
		this.disputes = disputes;
		this.matters = matters;
		this.entitlement = entitlement;
		this.user = user;
	}

	@GetMapping
	String show(@PathVariable CaseNumber number, Model model) {
		return page(number, Map.of(), Map.of(), model);
	}

	@PostMapping
	String open(@PathVariable CaseNumber number, @RequestParam(defaultValue = "") String body,
			@RequestParam(defaultValue = "") String openedOn, Model model, HttpServletResponse response) {
		return attempt(number, Map.of("body", body, "openedOn", openedOn), model, response,
				(by) -> this.disputes.open(number, by, body, openedOn));
	}

	@PostMapping("/final")
	String end(@PathVariable CaseNumber number, @RequestParam(defaultValue = "") String outcome, Model model,
			HttpServletResponse response) {
		return attempt(number, Map.of("outcome", outcome), model, response,
				(by) -> this.disputes.end(number, by, outcome));
	}

	@PostMapping("/peligro")
	String danger(@PathVariable CaseNumber number, @RequestParam(defaultValue = "") String reason, Model model,
			HttpServletResponse response) {
		return attempt(number, Map.of("reason", reason), model, response,
				(by) -> this.disputes.danger(number, by, reason));
	}

	private String attempt(CaseNumber number, Map<String, String> typed, Model model, HttpServletResponse response,
			Consumer<UserId> use) {
		this.matters.requireSeen(number);
		this.entitlement.requireWorker(number);
		try {
			use.accept(this.user.id().orElseThrow());
			return "redirect:/reclamaciones/" + number + "/organismos";
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return page(number, typed, problems(ex), model);
		}
		catch (ConflictException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			return page(number, typed, Map.of("", ex.getMessage()), model);
		}
	}

	private String page(CaseNumber number, Map<String, String> typed, Map<String, String> problems, Model model) {
		this.matters.requireSeen(number);
		model.addAttribute("number", number);
		model.addAttribute("subject", this.matters.get(number).subject());
		model.addAttribute("mayWork", this.entitlement.mayChange(this.matters.get(number)));
		model.addAttribute("holds", this.holds.list(number));
		model.addAttribute("disputes", this.disputes.list(number));
		model.addAttribute("suspendable",
				this.holds.list(number)
					.stream()
					.filter(Hold::isPlaced)
					.noneMatch((hold) -> hold.kind() == HoldKind.SUSPENSION));
		model.addAttribute("atBody", this.disputes.list(number).stream().anyMatch((one) -> one.isOpen()));
		model.addAttribute("typed", typed);
		model.addAttribute("problems", problems);
		model.addAttribute("sheet", "page/admin");
		return "complaints/disputes";
	}

}
