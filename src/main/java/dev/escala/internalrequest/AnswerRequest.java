package dev.escala.internalrequest;

import java.time.Clock;
import java.time.Instant;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.decisionlog.Ruling;
import dev.escala.decisionlog.RulingOutcome;
import dev.escala.decisionlog.Rulings;
import dev.escala.internalrequest.RequestDates.Dates;
import dev.escala.internalrequest.RequestNotices.Occasion;
import dev.escala.internalrequest.persistence.RequestRepository;
import dev.escala.policy.Policy;
import dev.escala.policy.Route;
import dev.escala.policy.Topic;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.RulingNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.Fields;
import dev.escala.validation.ForbiddenException;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.SpokenDates;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the one who is asked does: says that they have it, decides or gives a date for it,
 * asks back, or passes it on (000-30 to 000-32). Nobody answers their own request.
 */
@Service
@Transactional
public class AnswerRequest {

	private final InternalRequests requests;

	private final RequestRepository repository;

	private final Rulings rulings;

	private final Policy policy;

	private final RequestDates dates;

	private final RequestNotices notices;

	private final SpokenDates spoken;

	private final RequestFlow flow;

	private final CurrentUser user;

	private final Clock clock;

	AnswerRequest(InternalRequests requests, RequestRepository repository, Rulings rulings, Policy policy,
			RequestDates dates, RequestNotices notices, SpokenDates spoken, RequestFlow flow, CurrentUser user,
			Clock clock) {
		this.requests = requests;
		this.repository = repository;
		this.rulings = rulings;
		this.policy = policy;
		this.dates = dates;
		this.notices = notices;
		this.spoken = spoken;
		this.flow = flow;
		this.user = user;
		this.clock = clock;
	}

	/** Somebody says that they have it (000-27, 000-30). */
	public void acknowledge(CaseNumber number, UserId user, String text) {
		Fields fields = new Fields();
		String said = fields.optional("acknowledgement", "el mensaje para quien pregunta", text, 500);
		fields.done();
		InternalRequest request = others(number, user);
		Instant now = this.clock.instant();
		this.repository.acknowledge(number, request.after(RequestAction.ACKNOWLEDGE), now, user);
		this.requests.note(number, RequestNote.Kind.ACKNOWLEDGEMENT, user, said);
		this.requests.tell(number, user, "Acusó recibo" + ((said == null) ? "." : ": " + said));
		this.notices.tell(number, Occasion.ACKNOWLEDGED, said);
		this.flow.syncTimers(number);
	}

	/**
	 * Decides, with the reason, which goes into the log (000-32).
	 * @throws InvalidInputException naming what is missing, or the standing decision that
	 * this one contradicts
	 */
	public Ruling decide(CaseNumber number, UserId user, Answer answer) {
		InternalRequest request = others(number, user);
		RequestStatus answered = request.after(RequestAction.ANSWER);
		requireDecision(request, answer);
		requireMaySupersede(request, user, answer.supersedes());
		Ruling ruling = this.rulings.record(answer.ruling(request, user, this.spoken));
		this.repository.answer(number, answered, this.clock.instant(), ruling.number(), answer.workedTogether(), user);
		this.requests.tell(number, user, ruling.outcome().label() + " (" + ruling.number() + "): " + ruling.decision());
		this.flow.settled(number);
		return ruling;
	}

	private static void requireDecision(InternalRequest request, Answer answer) {
		if (request.question().kind() == RequestKind.DECISION
				&& RulingOutcome.ANSWERED.name().equals(answer.outcome())) {
			throw new InvalidInputException("outcome",
					"Se pide una decisión: autorice, con o sin condiciones, o no autorice.");
		}
		if (answer.standing() && request.question().situations().isEmpty()) {
			throw new InvalidInputException("standing", "No puede ser una decisión permanente: esta solicitud no marca "
					+ "ninguna situación a la que aplicarla. Quite la marca.");
		}
	}

	/** Ending what others decided is for them, and for those above. */
	private void requireMaySupersede(InternalRequest request, UserId user, String superseded) {
		if (superseded == null) {
			return;
		}
		this.rulings.find(new RulingNumber(superseded)).ifPresent((old) -> {
			boolean own = old.decidedBy().equals(user) || (old.groupId() != null && this.user.isInGroup(old.groupId()));
			if (!own && !this.user.isIn(Role.MANAGERS, Role.DIRECTORS)) {
				throw new InvalidInputException("supersedes", superseded
						+ " la decidió otro grupo: solo la sustituyen quien la tomó, su grupo, Gerencia y Dirección.");
			}
			if (old.topic() != request.topic()) {
				throw new InvalidInputException("supersedes",
						superseded + " trata otro tema (" + old.topic().label() + "): no se puede sustituir con esta.");
			}
		});
	}

	/** A standing decision answers at once; its author is told by the process. */
	public void answerByStanding(CaseNumber number) {
		InternalRequest request = this.requests.lock(number);
		if (!request.status().isOpen()) {
			return;
		}
		Ruling ruling = this.rulings.get(new RulingNumber(request.question().standingDecision()));
		this.repository.answer(number, request.after(RequestAction.ANSWER_BY_STANDING), this.clock.instant(),
				ruling.number(), false, ruling.decidedBy());
		this.requests.tell(number, UserId.SYSTEM,
				"La respondió la decisión permanente " + ruling.number() + ": " + ruling.decision());
		this.notices.tellAuthor(number, ruling);
		this.flow.settled(number);
	}

	/** It takes longer: gives the date of the decision instead (000-29, 000-31). */
	public void giveDate(CaseNumber number, UserId user, String date, String reason) {
		Fields fields = new Fields();
		Instant due = this.spoken.optional(fields, "answerDate", "la fecha en la que decidirá", date);
		if (date == null || date.isBlank()) {
			fields.refuse("answerDate", "Falta la fecha en la que decidirá: 27/11/2026 o 27/11/2026 14:00.");
		}
		String why = fields.required("dateReason", "por qué hace falta más tiempo", reason, 1000);
		InternalRequest request = others(number, user);
		if (due != null && !due.isAfter(this.clock.instant())) {
			fields.refuse("answerDate", "Esa fecha ya pasó: indique una futura.");
		}
		fields.done();
		this.repository.giveDate(number, request.after(RequestAction.GIVE_DATE), due, this.dates.warning(due), user);
		this.requests.note(number, RequestNote.Kind.DATE, user, why);
		this.requests.tell(number, user, "Decidirá el " + this.notices.date(due) + ": " + why);
		this.flow.syncTimers(number);
	}

	/** Needs to know more before deciding; the deadline goes on. */
	public void askBack(CaseNumber number, UserId user, String text) {
		Fields fields = new Fields();
		String question = fields.required("question", "qué le falta saber", text, 2000);
		fields.done();
		this.repository.askBack(number, others(number, user).after(RequestAction.ASK_BACK), user);
		this.requests.note(number, RequestNote.Kind.QUESTION, user, question);
		this.requests.tell(number, user, "Falta saber: " + question);
		this.notices.tell(number, Occasion.QUESTION, question);
	}

	/** The one who asked says what was missing. */
	public void complete(CaseNumber number, UserId user, String text) {
		Fields fields = new Fields();
		String said = fields.required("completion", "su respuesta", text, 4000);
		fields.done();
		this.requests.lock(number).after(RequestAction.COMPLETE);
		this.requests.note(number, RequestNote.Kind.COMPLETION, user, said);
		this.requests.tell(number, user, "Completó la solicitud.");
		this.notices.tell(number, Occasion.COMPLETED, said);
	}

	/** It is somebody else's to decide: another topic, by the same policy. */
	public void reroute(CaseNumber number, UserId user, String topic, String reason) {
		Fields fields = new Fields();
		Topic wanted = fields.oneOf("newTopic", "de qué trata en realidad", topic, Topic.class, null);
		String why = fields.required("transferReason", "por qué le toca a otro grupo", reason, 1000);
		fields.done();
		InternalRequest request = others(number, user);
		RequestStatus open = request.after(RequestAction.REROUTE);
		Route route = this.policy.assess(null, request.question().situations(), wanted).route();
		if (route.groupId().equals(request.groupId())) {
			throw new InvalidInputException("newTopic",
					"«" + wanted.label() + "» también lo responde su grupo: decida usted, o elija otro tema.");
		}
		this.repository.transfer(number, open, wanted);
		this.requests.note(number, RequestNote.Kind.TRANSFER, user, why);
		this.requests.tell(number, user, "Le toca a otro grupo: " + why);
	}

	/** The table says which group has it now, with deadlines of its own. */
	public void applyRoute(CaseNumber number) {
		InternalRequest request = this.requests.lock(number);
		Route route = this.policy.assess(number, request.question().situations(), request.topic()).route();
		Dates due = this.dates.dates(route, request.question().party());
		this.repository.route(number, route.groupId(), route.reason(), due);
		this.notices.tell(number, Occasion.RECEIVED, null);
	}

	private InternalRequest others(CaseNumber number, UserId user) {
		InternalRequest request = this.requests.lock(number);
		if (request.requestedBy().equals(user)) {
			throw new ForbiddenException(
					"Usted hizo esta solicitud: la tiene que responder otra persona. Libere la tarea.");
		}
		return request;
	}

}
