package dev.escala.internalrequest.view;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.escala.access.CurrentUser;
import dev.escala.access.Staff;
import dev.escala.card.Card;
import dev.escala.card.Card.Action;
import dev.escala.card.Card.ClockState;
import dev.escala.card.Card.Fact;
import dev.escala.card.Card.Guidance;
import dev.escala.card.Card.Input;
import dev.escala.card.CardHistory;
import dev.escala.card.CardLine;
import dev.escala.card.CardSource;
import dev.escala.card.CardTask;
import dev.escala.clock.explanation.ClockStatus;
import dev.escala.internalrequest.InternalRequest;
import dev.escala.internalrequest.InternalRequests;
import dev.escala.internalrequest.Question;
import dev.escala.internalrequest.call.HoldingPromises;
import dev.escala.pipeline.Party;
import dev.escala.reference.CaseNumber;
import dev.escala.staffing.PersonNames;
import dev.escala.text.DateTexts;
import dev.escala.text.Sentences;

import org.springframework.stereotype.Service;

/** Tells the person who has a task of a request what they need to know of it. */
@Service
class RequestCards implements CardSource {

	private final InternalRequests requests;

	private final RequestCardSections sections;

	private final HoldingPromises promises;

	private final CardHistory history;

	private final CurrentUser user;

	private final Staff staff;

	private final DateTexts dates;

	private final PersonNames names;

	private final Clock clock;

	RequestCards(InternalRequests requests, RequestCardSections sections, HoldingPromises promises, CardHistory history,
			CurrentUser user, Staff staff, DateTexts dates, PersonNames names, Clock clock) {
		this.requests = requests;
		this.sections = sections;
		this.promises = promises;
		this.history = history;
		this.user = user;
		this.staff = staff;
		this.dates = dates;
		this.names = names;
		this.clock = clock;
	}

	@Override
	public boolean knows(CaseNumber number) {
		return this.requests.find(number).isPresent();
	}

	@Override
	public Card card(CardTask task) {
		InternalRequest request = this.requests.get(task.caseNumber());
		return new Card(request.number(), request.subject(),
				new Guidance(task.what(), task.why(), task.dueAt(), this.dates.full(task.dueAt())), facts(request),
				clocks(request), this.sections.sections(request), this.history.happened(request.number()),
				actions(request));
	}

	@Override
	public CardLine line(CaseNumber number) {
		InternalRequest request = this.requests.get(number);
		return new CardLine(number, request.subject(),
				Optional.ofNullable(request.question().party()).map(Party::name).orElse(null), null);
	}

	private List<Fact> facts(InternalRequest request) {
		Question question = request.question();
		List<Fact> facts = new ArrayList<>();
		facts.add(new Fact("Pregunta",
				this.names.name(request.requestedBy()) + " (" + this.staff.groupName(request.fromGroup()) + ")"));
		facts.add(new Fact("Necesita", question.kind().label()));
		if (question.party() != null) {
			facts.add(new Fact(question.party().kind().label(), party(question.party())));
		}
		facts.add(new Fact("Política", request.mode().label()));
		facts.add(new Fact("Tema", request.topic().label() + (request.senior() ? ", evaluación superior" : "")));
		facts.add(new Fact("Responde", this.staff.groupName(request.groupId())
				+ ((request.ownerId() == null) ? "" : ", " + this.names.name(request.ownerId()))));
		if (request.level() > 1) {
			facts.add(new Fact("Nivel", request.level() + " de " + InternalRequest.TOP_LEVEL));
		}
		date(facts, "Lo necesita", question.neededBy());
		date(facts, "El cliente espera", question.customerDate());
		this.promises.promisedAt(request.number()).ifPresent((at) -> date(facts, "Prometido al cliente", at));
		return facts;
	}

	private static String party(Party party) {
		List<String> about = new ArrayList<>();
		if (party.sector() != null) {
			about.add(party.sector());
		}
		if (party.employees() != null) {
			about.add(Sentences.about(party.employees(), "empleado", "empleados"));
		}
		return party.name() + (about.isEmpty() ? "" : " (" + String.join(", ", about) + ")");
	}

	private void date(List<Fact> facts, String label, Instant at) {
		if (at != null) {
			facts.add(new Fact(label, this.dates.full(at)));
		}
	}

	private List<ClockState> clocks(InternalRequest request) {
		List<ClockState> clocks = new ArrayList<>();
		if (request.acknowledgeDue() != null) {
			clocks.add(clock("ACKNOWLEDGEMENT", "Acuse de recibo", request.acknowledgeDue(), request.acknowledgedAt()));
		}
		if (request.answerDue() != null) {
			clocks.add(clock("ANSWER", "Respuesta", request.answerDue(), request.answeredAt()));
		}
		return clocks;
	}

	private ClockState clock(String name, String label, Instant due, Instant met) {
		ClockStatus status = (met == null)
				? (due.isAfter(this.clock.instant()) ? ClockStatus.RUNNING : ClockStatus.BREACHED)
				: (met.isAfter(due) ? ClockStatus.MET_LATE : ClockStatus.MET);
		return new ClockState(name, label, this.dates.full(due), status.name(),
				"Tiempo laborable del grupo que responde, según la tabla de la política", List.of());
	}

	private List<Action> actions(InternalRequest request) {
		boolean own = this.user.id().filter(request.requestedBy()::equals).isPresent();
		return (own && request.status().isOpen()) ? List
			.of(new Action("Retirar la solicitud", "/api/internal-requests/" + request.number() + "/withdrawal",
					List.of(new Input("reason", "Por qué ya no hace falta"))))
				: List.of();
	}

}
