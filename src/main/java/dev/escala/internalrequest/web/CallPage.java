package dev.escala.internalrequest.web;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

import dev.escala.access.CurrentUser;
import dev.escala.internalrequest.Advice;
import dev.escala.internalrequest.Advisor;
import dev.escala.internalrequest.RequestAccess;
import dev.escala.internalrequest.call.HoldingReplies;
import dev.escala.internalrequest.call.HoldingReply;
import dev.escala.policy.PolicyChart;
import dev.escala.text.DateTexts;
import dev.escala.validation.InvalidInputException;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is said while the other side waits on the phone (000-18). */
@Controller
@RequestMapping("/preguntar/llamada")
class CallPage extends AskPages {

	private final HoldingReplies replies;

	CallPage(Advisor advisor, PolicyChart chart, HoldingReplies replies, RequestAccess access, CurrentUser user,
			DateTexts dates, @Value("${escala.zone}") ZoneId zone) {
		super(advisor, chart, access, user, dates, zone);
		this.replies = replies;
	}

	/**
	 * The sentence to be read aloud.
	 * @param speak the language that was just chosen, or nothing
	 */
	@PostMapping
	String call(@ModelAttribute("form") AskForm form, @RequestParam(defaultValue = "") String speak, Model model) {
		return sentence(form.inCall(), speak, new HashMap<>(), model);
	}

	/** They said yes; what was read must be something that can be promised. */
	@PostMapping("/si")
	String agreed(@ModelAttribute("form") AskForm form, Model model, HttpServletResponse response) {
		userId();
		try {
			this.replies.require(new HoldingReply.Input(form.holdingText(), form.promisedAt()));
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			Map<String, String> problems = translated(ex);
			if (problems.containsKey("promisedAt")) {
				// Another date needs another sentence.
				return sentence(form, "", problems, model);
			}
			Advice advice = advise(form.question(), problems);
			return show(form, advice, problems, model);
		}
		return advice(form, new HashMap<>(), model);
	}

	/** They want another date: nothing is promised, and whoever decides is told of it. */
	@PostMapping("/otra-fecha")
	String otherDate(@ModelAttribute("form") AskForm form, Model model, HttpServletResponse response) {
		userId();
		Map<String, String> problems = new HashMap<>();
		Advice advice = advise(form.question(), problems);
		if (advice.customerDate() == null) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			problems.putIfAbsent("customerDate",
					"Escriba la fecha que quiere el cliente: 27/11/2026 o 27/11/2026 14:00.");
			return show(form, advice, problems, model);
		}
		return advice(form.reading(null, null, form.language()), problems, model);
	}

	private String sentence(AskForm form, String speak, Map<String, String> problems, Model model) {
		Advice advice = advise(form.question(), problems);
		String own = (advice.party() == null) ? "es" : advice.party().language();
		String language = !speak.isBlank() ? speak : AskForm.isBlank(form.language()) ? own : form.language();
		HoldingReply reply = this.replies.reply(advice.promisedAt(), language);
		return show(form.reading(reply.sentence(), reply.promisedAt().toString(), reply.language()), advice, problems,
				model);
	}

	private String show(AskForm form, Advice advice, Map<String, String> problems, Model model) {
		fill(form, problems, model);
		model.addAttribute("advice", advice);
		return "ask/call";
	}

}
