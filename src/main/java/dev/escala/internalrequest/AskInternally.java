package dev.escala.internalrequest;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.escala.decisionlog.Ruling;
import dev.escala.decisionlog.Rulings;
import dev.escala.internalrequest.RequestDates.Dates;
import dev.escala.internalrequest.persistence.RequestRepository;
import dev.escala.pipeline.Party;
import dev.escala.pipeline.PartyLookups;
import dev.escala.pipeline.Prospects;
import dev.escala.policy.Assessment;
import dev.escala.policy.Policy;
import dev.escala.policy.Route;
import dev.escala.policy.Situation;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.RulingNumber;
import dev.escala.reference.UserId;
import dev.escala.text.Sentences;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.SpokenDates;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a question and makes it a request with a running process. Start form, page, API
 * and other processes all end here, so they give the same result (000-20).
 */
@Service
@Transactional
public class AskInternally {

	private final RequestRepository repository;

	private final InternalRequests requests;

	private final Askers askers;

	private final AskedParties parties;

	private final PartyLookups lookups;

	private final Prospects prospects;

	private final Policy policy;

	private final RequestDates dates;

	private final Rulings rulings;

	private final SpokenDates spoken;

	private final RequestFlow flow;

	private final Clock clock;

	AskInternally(RequestRepository repository, InternalRequests requests, Askers askers, AskedParties parties,
			PartyLookups lookups, Prospects prospects, Policy policy, RequestDates dates, Rulings rulings,
			SpokenDates spoken, RequestFlow flow, Clock clock) {
		this.repository = repository;
		this.requests = requests;
		this.askers = askers;
		this.parties = parties;
		this.lookups = lookups;
		this.prospects = prospects;
		this.policy = policy;
		this.dates = dates;
		this.rulings = rulings;
		this.spoken = spoken;
		this.flow = flow;
		this.clock = clock;
	}

	/** Registers the request and starts its process. */
	public InternalRequest ask(Question.Input input, UserId user) {
		CaseNumber number = register(input, user).number();
		this.flow.start(number);
		return this.requests.get(number);
	}

	/**
	 * Registers a request whose process has been started by a form.
	 * @throws InvalidInputException naming every field that is wrong
	 */
	public InternalRequest register(Question.Input input, UserId user) {
		Question question = read(input, user);
		Assessment assessed = this.policy.assess(null, question.situations(), question.topic());
		requireTellable(question, assessed);
		requireStandingFits(question, assessed);
		String from = this.askers.department(user);
		Route route = route(null, question, assessed, from);
		InternalRequest request = opened(question, assessed, route, user, from);
		this.repository.insert(request);
		this.requests.tell(request.number(), user,
				"Solicitud interna (" + Sentences.within(question.kind().label()) + "): " + request.subject());
		if (question.situations().contains(Situation.PROSPECT_REJECTED)) {
			this.prospects.reject(question.party().id(), user, question.assessment(), request.number());
		}
		return request;
	}

	private Question read(Question.Input input, UserId user) {
		Fields fields = new Fields();
		Party party = this.parties.party(fields, input);
		Question question = Question.read(fields, input, party, this.spoken, this.clock);
		String department = this.askers.department(fields, question);
		requireWhyRejected(fields, question);
		fields.done();
		Question asked = question.withDepartment(department);
		return (asked.kind().awaitsAnswer() && party != null) ? asked.with(found(party, user)) : asked;
	}

	/** What the register knows of the other side need not be known by who asks. */
	private Set<Situation> found(Party party, UserId user) {
		return this.lookups.found(party, user)
			.stream()
			.map(PartyLookups.Found::situation)
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Situation.class)));
	}

	/**
	 * A rejected prospect is kept with the reason, for whoever meets it next (000-14).
	 */
	private static void requireWhyRejected(Fields fields, Question question) {
		if (question.situations().contains(Situation.PROSPECT_REJECTED)) {
			if (question.party() == null || question.party().kind() != Party.Kind.PROSPECT) {
				fields.refuse("party", "Indique qué prospecto se rechazó: su código o su nombre.");
			}
			if (question.assessment() != null && question.assessment().length() > 2000) {
				fields.refuse("assessment", "El motivo del rechazo es demasiado largo: caben 2000 caracteres.");
			}
			if (question.assessment() == null) {
				fields.refuse("assessment",
						"Escriba por qué se rechazó el prospecto: lo leerá quien lo encuentre la " + "próxima vez.");
			}
		}
	}

	private static void requireTellable(Question question, Assessment assessed) {
		if (!question.kind().awaitsAnswer() && assessed.mode().asksFirst()) {
			throw new InvalidInputException("kind", "Esto no se anota después: se pregunta antes. "
					+ assessed.hits().get(0).reason() + ". Elija «Una decisión», o quite esa situación si no se da.");
		}
	}

	private void requireStandingFits(Question question, Assessment assessed) {
		RulingNumber number = RulingNumber.nullable(question.standingDecision());
		if (number == null) {
			return;
		}
		Ruling ruling = this.rulings.find(number)
			.orElseThrow(() -> new InvalidInputException("standingDecision",
					"No hay ninguna decisión con el número «" + number + "». Búsquela en /decisiones."));
		boolean fits = ruling.standing() && ruling.isInForce(this.clock.instant())
				&& this.rulings.standing(assessed.topic(), question.situations())
					.stream()
					.anyMatch((one) -> one.number().equals(ruling.number()));
		if (!fits) {
			throw new InvalidInputException("standingDecision", "La decisión " + number
					+ " no responde esta solicitud: no es permanente, ya no está vigente o trata otra situación. "
					+ "Deje el campo vacío y pregunte.");
		}
	}

	private Route route(CaseNumber number, Question question, Assessment assessed, String from) {
		return (question.department() == null) ? assessed.route()
				: this.policy.between(number, from, question.department());
	}

	private InternalRequest opened(Question question, Assessment assessed, Route route, UserId user, String from) {
		boolean waits = question.kind().awaitsAnswer();
		Dates due = waits ? this.dates.dates(route, question.party()) : new Dates(null, null, null);
		return new InternalRequest(this.repository.nextNumber(this.clock.instant()),
				waits ? RequestStatus.OPEN : RequestStatus.NOTED, question, user, from, this.clock.instant(),
				assessed.mode(), assessed.topic(), assessed.senior(), assessed.caution(), route.groupId(),
				route.reason(), 1, due.acknowledgeDue(), due.warnAt(), due.answerDue(), due.answerDue(), null, null,
				null, null, false);
	}

	/** Evaluates the policy again for the record, in the process of the request. */
	public InternalRequest applyPolicy(CaseNumber number) {
		InternalRequest request = this.requests.get(number);
		Question question = request.question();
		Assessment assessed = this.policy.assess(number, question.situations(), question.topic());
		Route route = route(number, question, assessed, request.fromGroup());
		List<String> reasons = assessed.hits().stream().map(Assessment.Hit::reason).toList();
		this.requests.tell(number, UserId.SYSTEM,
				assessed.mode().label() + ". " + String.join("; ", reasons) + ". " + route.reason() + ".");
		return request;
	}

}
