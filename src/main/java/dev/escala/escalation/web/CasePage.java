package dev.escala.escalation.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import dev.escala.access.CurrentUser;
import dev.escala.card.CardTask;
import dev.escala.card.Cards;
import dev.escala.escalation.CaseAction;
import dev.escala.escalation.CaseDetail;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.course.EndCase;
import dev.escala.escalation.course.ReopenCase;
import dev.escala.escalation.course.UnlinkDetail;
import dev.escala.escalation.view.CaseBackground;
import dev.escala.escalation.view.Reception;
import dev.escala.matter.Entitlement;
import dev.escala.observation.ObserveMatter;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A case in the browser for all staff, also once it has no task in which its card could
 * stand. Whoever may change the case finds the ways back here: it is reopened, withdrawn,
 * or rid of what does not belong to it.
 */
@Controller
@RequestMapping("/casos/{number}")
class CasePage extends StaffPage {

	/** What the address says of an action that was just done. */
	private static final Map<String, String> DONE = Map.of("reabrir",
			"El caso está reabierto: el trabajo vuelve a empezar por el plan.", "resuelto",
			"Queda anotado que el cliente está de acuerdo: la observación termina.", "retirar",
			"El caso quedó retirado. Quien tuviera una tarea abierta lee por qué.", "desvincular",
			"Ya no está vinculado al caso. Queda en la historia.");

	/** How clocks stand, in the words of the card. */
	private static final Map<String, String> CLOCKS = Map.of("RUNNING", "en curso", "PAUSED", "en pausa", "MET",
			"a tiempo", "MET_LATE", "cumplido tarde", "BREACHED", "fuera de plazo");

	/** How the numbers of escalations begin. */
	private static final String PREFIX = "ESC-";

	private final Escalations escalations;

	private final Cards cards;

	private final Reception reception;

	private final Entitlement entitlement;

	private final CurrentUser user;

	private final ReopenCase reopening;

	private final EndCase end;

	private final UnlinkDetail unlinking;

	private final ObserveMatter observing;

	private final CaseBackground background;

	CasePage(Escalations escalations, Cards cards, Reception reception, Entitlement entitlement, CurrentUser user,
			ReopenCase reopening, EndCase end, UnlinkDetail unlinking, ObserveMatter observing,
			CaseBackground background, @Value("${escala.zone}") ZoneId zone) {
		super("case", "No puede cambiar este caso", zone);
		this.escalations = escalations;
		this.cards = cards;
		this.reception = reception;
		this.entitlement = entitlement;
		this.user = user;
		this.reopening = reopening;
		this.end = end;
		this.unlinking = unlinking;
		this.observing = observing;
		this.background = background;
	}

	@GetMapping
	String show(@PathVariable CaseNumber number, @RequestParam(name = "hecho", defaultValue = "") String done,
			Model model, RedirectAttributes elsewhere) {
		// Links and people write the number of any matter here: the list finds it.
		if (!number.value().startsWith(PREFIX)) {
			elsewhere.addAttribute("texto", number.value()).addAttribute("estado", "todos");
			return "redirect:/casos";
		}
		model.addAttribute("done", DONE.get(done));
		model.addAttribute("problems", Map.of());
		return fill(model, number);
	}

	@PostMapping("/reabrir")
	String reopen(@PathVariable CaseNumber number, @RequestParam(defaultValue = "") String reason, Model model,
			HttpServletResponse response) {
		return attempt("reabrir", number, reason, model, response,
				(actor) -> this.reopening.reopen(number, actor, reason));
	}

	/** The customer said it by mail, or to somebody. */
	@PostMapping("/resuelto")
	String agree(@PathVariable CaseNumber number, @RequestParam(defaultValue = "") String reason, Model model,
			HttpServletResponse response) {
		return attempt("resuelto", number, reason, model, response,
				(actor) -> this.observing.noteAgreement(number, actor, reason));
	}

	@PostMapping("/retirar")
	String withdraw(@PathVariable CaseNumber number, @RequestParam(defaultValue = "") String reason, Model model,
			HttpServletResponse response) {
		return attempt("retirar", number, reason, model, response, (actor) -> this.end.withdraw(number, actor, reason));
	}

	@PostMapping("/desvincular")
	String unlink(@PathVariable CaseNumber number, @RequestParam(defaultValue = "") String detail,
			@RequestParam(defaultValue = "") String reason, Model model, HttpServletResponse response) {
		model.addAttribute("detail", detail);
		return attempt("desvincular", number, reason, model, response,
				(actor) -> this.unlinking.unlink(number, actor, detail, reason));
	}

	/** What is wrong is shown beside the form, with what the person typed still there. */
	private String attempt(String form, CaseNumber number, String reason, Model model, HttpServletResponse response,
			Act act) {
		this.entitlement.requireWorker(number);
		try {
			act.by(this.user.id().orElseThrow());
			return "redirect:/casos/" + number + "?hecho=" + form;
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			model.addAttribute("problems", problems(ex));
		}
		catch (ConflictException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			model.addAttribute("problems", Map.of("case", ex.getMessage()));
		}
		model.addAttribute("form", form);
		model.addAttribute("reason", reason);
		return fill(model, number);
	}

	private String fill(Model model, CaseNumber number) {
		Escalation escalation = this.escalations.get(number);
		boolean mayChange = this.entitlement.mayChange(escalation.asMatter());
		List<CaseDetail> details = this.escalations.details(number);
		model.addAttribute("number", number);
		model.addAttribute("card", this.cards.find(CardTask.page(number)).orElseThrow());
		model.addAttribute("clockWords", CLOCKS);
		model.addAttribute("waiting",
				(escalation.isOpen() && escalation.ownerId() == null) ? this.reception.sentence(number) : null);
		model.addAttribute("details", details);
		model.addAttribute("mayReopen", mayChange && this.reopening.isPossible(escalation));
		model.addAttribute("mayAgree", mayChange && this.observing.isAsked(number));
		model.addAttribute("mayWithdraw", mayChange && CaseAction.WITHDRAW.isAllowedIn(escalation.phase()));
		model.addAttribute("mayUnlink",
				mayChange && !details.isEmpty() && CaseAction.UNLINK.isAllowedIn(escalation.phase()));
		model.addAttribute("tasks", this.background.tasks(number));
		model.addAttribute("decisions", this.background.decisions(number));
		model.addAttribute("related", this.background.related(number));
		model.addAttribute("analysis", this.background.analysis(number));
		model.addAttribute("analysisStanding", this.background.analysisStanding(number));
		model.addAttribute("open", escalation.isOpen());
		model.addAttribute("analysisWanted", escalation.rcaRequested());
		model.addAttribute("messages", this.background.messages(number));
		model.addAttribute("sheet", "case/style");
		return "case/case";
	}

	/** Something that a person does with the case. */
	private interface Act {

		void by(UserId actor);

	}

}
