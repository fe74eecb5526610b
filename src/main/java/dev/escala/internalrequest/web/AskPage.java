package dev.escala.internalrequest.web;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.escala.access.CurrentUser;
import dev.escala.access.Staff;
import dev.escala.internalrequest.Advisor;
import dev.escala.internalrequest.InternalRequest;
import dev.escala.internalrequest.InternalRequests;
import dev.escala.internalrequest.RequestAccess;
import dev.escala.internalrequest.call.AskDuringCall;
import dev.escala.policy.PolicyChart;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.DateTexts;
import dev.escala.validation.ConflictException;
import dev.escala.validation.InvalidInputException;
import dev.escala.web.IdempotencyKeys;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Asking before committing, in the browser (000-20, 000-22); works without JavaScript.
 */
@Controller
@RequestMapping("/preguntar")
class AskPage extends AskPages {

	private final AskDuringCall asking;

	private final InternalRequests requests;

	private final RequestAccess access;

	private final RequestViews views;

	private final Staff staff;

	private final IdempotencyKeys idempotencyKeys;

	AskPage(Advisor advisor, PolicyChart chart, AskDuringCall asking, InternalRequests requests, RequestAccess access,
			RequestViews views, Staff staff, CurrentUser user, DateTexts dates, IdempotencyKeys idempotencyKeys,
			@Value("${escala.zone}") ZoneId zone) {
		super(advisor, chart, access, user, dates, zone);
		this.asking = asking;
		this.requests = requests;
		this.access = access;
		this.views = views;
		this.staff = staff;
		this.idempotencyKeys = idempotencyKeys;
	}

	@GetMapping
	String begin(@ModelAttribute("form") AskForm form, Model model) {
		userId();
		return question(form, Map.of(), model);
	}

	/** Whoever loads again what only a form opens begins anew. */
	@GetMapping({ "/consejo", "/enviar", "/llamada", "/llamada/si", "/llamada/otra-fecha" })
	String again() {
		return "redirect:/preguntar";
	}

	@PostMapping("/consejo")
	String advise(@ModelAttribute("form") AskForm form, Model model) {
		return advice(form, new HashMap<>(), model);
	}

	/**
	 * What is wrong is shown beside each field, with what the person typed still there.
	 */
	@PostMapping("/enviar")
	String send(@ModelAttribute("form") AskForm form, Model model, HttpServletResponse response) {
		UserId userId = userId();
		try {
			CaseNumber number = new CaseNumber(this.idempotencyKeys.once(form.token(), userId.value(), "/preguntar",
					IdempotencyKeys.fingerprint(List.of(form.question(), String.valueOf(form.holding()))),
					() -> this.asking.ask(form.question(), form.holding(), userId).number().value()));
			return "redirect:/preguntar/" + number;
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return advice(form, translated(ex), model);
		}
		catch (ConflictException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			return advice(form.withNewToken(),
					Map.of("form", "Esta solicitud ya se envió, con otro contenido: la verá en "
							+ "Tasklist. Si lo de ahora es otra pregunta, envíela de nuevo."),
					model);
		}
	}

	@GetMapping("/{number:(?i)SOL-\\d{4}-\\d{6,9}}")
	String sent(@PathVariable CaseNumber number, Model model) {
		userId();
		InternalRequest request = this.requests.get(number);
		this.access.requireReader(request);
		fill(new AskForm(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
				null, null, null, null), Map.of(), model);
		model.addAttribute("request", request);
		model.addAttribute("view", this.views.view(request));
		model.addAttribute("groupName", this.staff.groupName(request.groupId()));
		model.addAttribute("promisedAt", this.views.promisedAt(number));
		return "ask/sent";
	}

}
