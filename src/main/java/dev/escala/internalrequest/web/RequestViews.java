package dev.escala.internalrequest.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.escala.decisionlog.Rulings;
import dev.escala.internalrequest.InternalRequest;
import dev.escala.internalrequest.RequestKind;
import dev.escala.internalrequest.RequestStatus;
import dev.escala.pipeline.Party;
import dev.escala.policy.Mode;
import dev.escala.policy.Situation;
import dev.escala.policy.Topic;
import dev.escala.promise.Promise;
import dev.escala.promise.SpokenPromises;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.RulingNumber;
import dev.escala.reference.UserId;
import dev.escala.text.DateTexts;

import org.springframework.stereotype.Component;

/** Requests as the API shows them. */
@Component
class RequestViews {

	private final Rulings rulings;

	private final SpokenPromises promises;

	private final DateTexts dates;

	RequestViews(Rulings rulings, SpokenPromises promises, DateTexts dates) {
		this.rulings = rulings;
		this.promises = promises;
		this.dates = dates;
	}

	RequestView view(InternalRequest request) {
		Optional<Party> party = Optional.ofNullable(request.question().party());
		DecisionView decision = Optional.ofNullable(request.decisionNumber())
			.flatMap(this.rulings::find)
			.map((ruling) -> new DecisionView(ruling.number(), ruling.outcome().name(), ruling.decision(),
					ruling.conditions(), ruling.reasoning(), ruling.validUntil()))
			.orElse(null);
		return new RequestView(request.number(), request.status(), request.status().label(), request.question().kind(),
				party.map(Party::code).orElse(null), party.map(Party::name).orElse(null),
				request.question().situations(), request.question().situation(), request.question().request(),
				request.question().assessment(), request.question().neededBy(), request.question().customerDate(),
				request.requestedBy(), request.fromGroup(), request.requestedAt(), request.mode(), request.topic(),
				request.senior(), request.caution(), request.groupId(), request.level(), request.acknowledgeDue(),
				request.acknowledgedAt(), request.answerDue(), request.answeredAt(), request.ownerId(), decision,
				promisedAt(request.number()), warnings(request));
	}

	/** What the other side was promised on the phone, or {@code null}. */
	Instant promisedAt(CaseNumber number) {
		return this.promises.promise(number).map(Promise::promisedAt).orElse(null);
	}

	/** What the one who asks should know at once (000-22). */
	private List<String> warnings(InternalRequest request) {
		List<String> warnings = new ArrayList<>();
		if (request.status().isOpen() && request.isLateForCustomer()) {
			warnings.add("Según el plazo, la respuesta llega el " + this.dates.full(request.answerDue())
					+ ", después de la fecha que espera el cliente, el "
					+ this.dates.full(request.question().customerDate())
					+ ". Acuerde otra fecha con él, o hable con quien decide.");
		}
		if (request.status().isOpen() && request.isLateForRequester()) {
			warnings.add("Según el plazo, la respuesta llega el " + this.dates.full(request.answerDue())
					+ ", después de cuando usted la necesita.");
		}
		Instant promised = promisedAt(request.number());
		if (request.status().isOpen() && promised != null && request.answerDue().isAfter(promised)) {
			warnings.add("Prometió al cliente la respuesta para el " + this.dates.full(promised)
					+ ", y según el plazo llega el " + this.dates.full(request.answerDue())
					+ ". Hable con quien decide, o acuerde otra fecha con el cliente.");
		}
		return warnings;
	}

	record RequestView(CaseNumber number, RequestStatus status, String statusLabel, RequestKind kind, String party,
			String partyName, Set<Situation> situations, String situation, String request, String assessment,
			Instant neededBy, Instant customerDate, UserId requestedBy, String fromGroup, Instant requestedAt,
			Mode mode, Topic topic, boolean senior, boolean caution, String group, int level, Instant acknowledgeDue,
			Instant acknowledgedAt, Instant answerDue, Instant answeredAt, UserId owner, DecisionView decision,
			Instant promisedAt, List<String> warnings) {
	}

	record DecisionView(RulingNumber number, String outcome, String decision, String conditions, String reasoning,
			Instant validUntil) {
	}

}
