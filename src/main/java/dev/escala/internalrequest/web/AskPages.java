package dev.escala.internalrequest.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;

import dev.escala.access.CurrentUser;
import dev.escala.internalrequest.Advice;
import dev.escala.internalrequest.Advisor;
import dev.escala.internalrequest.Question;
import dev.escala.internalrequest.RequestAccess;
import dev.escala.internalrequest.RequestKind;
import dev.escala.pipeline.Party;
import dev.escala.policy.Mode;
import dev.escala.policy.PolicyChart;
import dev.escala.policy.Topic;
import dev.escala.reference.UserId;
import dev.escala.text.DateTexts;
import dev.escala.text.Dates;
import dev.escala.text.Sentences;
import dev.escala.validation.InvalidInputException;
import dev.escala.web.StaffPage;

import org.springframework.ui.Model;

/** What the steps of asking have in common: the form, and the advice beside it. */
abstract class AskPages extends StaffPage {

	static final String SCRIPT = "/preguntar/preguntar.js";

	/** What the register of prospects calls what this form calls otherwise. */
	private static final Map<String, String> FIELDS = Map.of("name", "party", "sector", "prospectSector", "employees",
			"prospectEmployees", "language", "prospectLanguage", "holding.text", "holdingText", "holding.promisedAt",
			"promisedAt");

	private final Advisor advisor;

	private final PolicyChart chart;

	private final RequestAccess access;

	private final CurrentUser user;

	private final DateTexts dates;

	private final ZoneId zone;

	AskPages(Advisor advisor, PolicyChart chart, RequestAccess access, CurrentUser user, DateTexts dates, ZoneId zone) {
		super("ask", "No puede preguntar aquí", zone, SCRIPT);
		this.advisor = advisor;
		this.chart = chart;
		this.access = access;
		this.user = user;
		this.dates = dates;
		this.zone = zone;
	}

	/**
	 * Whoever goes back sees the step as it was, with what they typed; of a page that is
	 * not kept the browser would ask whether to send the form again. The log-out clears
	 * what was kept.
	 */
	@Override
	protected String caching() {
		return "private, no-cache";
	}

	UserId userId() {
		this.access.requireAsker();
		return this.user.id().orElseThrow();
	}

	/** The first step. */
	String question(AskForm form, Map<String, String> problems, Model model) {
		fill(form, problems, model);
		return "ask/question";
	}

	/** The second step: the advice and the five parts. */
	String advice(AskForm typed, Map<String, String> found, Model model) {
		Map<String, String> problems = new HashMap<>(found);
		Advice advice = advise(typed.question(), problems);
		AskForm form = typed.prefilled(kind(advice), who(advice.party()), when(typed, advice));
		if (advice.isNewParty() && problems.remove("party") != null) {
			problems.put("prospectSector", "«" + advice.party().name() + "» no está en Escala. Si es un prospecto "
					+ "nuevo, escriba su sector y se dará de alta; si no, corrija el nombre.");
		}
		fill(form, problems, model);
		model.addAttribute("advice", advice);
		model.addAttribute("kinds", RequestKind.values());
		model.addAttribute("promised", form.isPromised() ? readable(form.promisedAt()) : null);
		return "ask/advice";
	}

	/** The advice for as much of it as can be understood. */
	Advice advise(Question.Input input, Map<String, String> problems) {
		UserId userId = userId();
		try {
			return this.advisor.advise(input, userId);
		}
		catch (InvalidInputException ex) {
			translated(ex).forEach(problems::putIfAbsent);
			return this.advisor.advise(new Question.Input(null, input.situations(), null, null, null, null, null, null,
					null, null, null, null, null, null, null), userId);
		}
	}

	/** What is wrong, under the names of this form's fields. */
	static Map<String, String> translated(InvalidInputException ex) {
		Map<String, String> problems = new HashMap<>();
		problems(ex).forEach((field, message) -> problems.merge(FIELDS.getOrDefault(field, field), message,
				(one, other) -> one + " " + other));
		return problems;
	}

	void fill(AskForm form, Map<String, String> problems, Model model) {
		model.addAttribute("sheet", "ask/style");
		model.addAttribute("form", form);
		model.addAttribute("problems", problems);
		model.addAttribute("groups", this.chart.draw().groups());
		model.addAttribute("topics", Topic.values());
		model.addAttribute("dates", this.dates);
	}

	private String readable(String promisedAt) {
		try {
			return this.dates.full(Instant.parse(promisedAt));
		}
		catch (java.time.DateTimeException ex) {
			return promisedAt;
		}
	}

	private static String kind(Advice advice) {
		return ((advice.assessed().mode() == Mode.AFTER) ? RequestKind.VISIBILITY : RequestKind.DECISION).name();
	}

	/**
	 * As the example of the procedure begins: who it is, what they do, how large
	 * (000-21).
	 */
	private static String who(Party party) {
		if (party == null) {
			return null;
		}
		String sector = (party.sector() == null || party.sector().isBlank()) ? "" : ", " + party.sector().strip();
		String size = (party.employees() == null) ? ""
				: ", " + Sentences.about(party.employees(), "empleado", "empleados");
		return party.name() + sector + size + ". ";
	}

	/** A promise, else the customer's own date, else by when the policy answers. */
	private String when(AskForm form, Advice advice) {
		if (advice.assessed().mode() == Mode.AFTER) {
			return null;
		}
		Instant date = (advice.customerDate() != null) ? advice.customerDate() : advice.answerDue();
		return form.isPromised() ? typed(advice.answerDue()) : typed(date);
	}

	private String typed(Instant instant) {
		ZonedDateTime time = instant.atZone(this.zone);
		return Dates.figures(time) + " " + Dates.clock(time);
	}

}
