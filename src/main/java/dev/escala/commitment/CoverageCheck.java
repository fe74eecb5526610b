package dev.escala.commitment;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.escala.commitment.Coverage.State;
import dev.escala.decisionlog.Ruling;
import dev.escala.decisionlog.RulingOutcome;
import dev.escala.decisionlog.Rulings;
import dev.escala.internalrequest.InternalRequest;
import dev.escala.internalrequest.InternalRequests;
import dev.escala.internalrequest.RequestKind;
import dev.escala.internalrequest.RequestStatus;
import dev.escala.pipeline.Party;
import dev.escala.pipeline.PartyLookups;
import dev.escala.policy.Assessment.Hit;
import dev.escala.policy.Policy;
import dev.escala.policy.Situation;
import dev.escala.reference.CaseNumber;
import dev.escala.text.DateTexts;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says whether a commitment is covered: by the policy, which asks for nothing, or by a
 * granted request for the same party and situations whose decision is in force. It reads
 * what is stored, never what a form or a process brings along.
 */
@Service
@Transactional
public class CoverageCheck {

	private final Policy policy;

	private final PartyLookups lookups;

	private final InternalRequests requests;

	private final Rulings rulings;

	private final DateTexts dates;

	private final Clock clock;

	CoverageCheck(Policy policy, PartyLookups lookups, InternalRequests requests, Rulings rulings, DateTexts dates,
			Clock clock) {
		this.policy = policy;
		this.lookups = lookups;
		this.requests = requests;
		this.rulings = rulings;
		this.dates = dates;
		this.clock = clock;
	}

	/**
	 * The coverage now; what the policy says is kept for the commitment, also of what the
	 * registers learned since. The request stays as it is until the transaction ends.
	 */
	public Coverage coverage(Commitment commitment) {
		Set<Situation> situations = EnumSet.noneOf(Situation.class);
		situations.addAll(commitment.situations());
		this.lookups.found(commitment.party(), commitment.preparedBy())
			.forEach((found) -> situations.add(found.situation()));
		List<Hit> hits = this.policy.assess(commitment.number(), situations, null).hits();
		return judge(commitment, situations, hits, this.requests::lock);
	}

	/** The same as of the last time that the policy was asked; nothing is written. */
	@Transactional(readOnly = true)
	public Coverage shown(Commitment commitment) {
		List<Hit> hits = this.policy.recorded(commitment.number());
		return judge(commitment, commitment.situations(), hits, this.requests::get);
	}

	private Coverage judge(Commitment commitment, Set<Situation> situations, List<Hit> hits,
			Function<CaseNumber, InternalRequest> read) {
		if (hits.isEmpty()) {
			return missing("Nadie ha mirado todavía qué dice la política.");
		}
		if (!hits.get(0).mode().asksFirst()) {
			return new Coverage(State.COVERED, null, hits.get(0).reason() + ".");
		}
		if (commitment.requestNumber() == null) {
			return missing("Hay que preguntar antes: " + hits.get(0).reason() + ".");
		}
		InternalRequest request = read.apply(commitment.requestNumber());
		return mismatch(commitment, request, needed(situations, hits)).map(CoverageCheck::missing)
			.orElseGet(() -> answered(request));
	}

	/**
	 * All but what is only told afterwards. Two situations may share a rule, so that a
	 * rule does not tell all that it applies to.
	 */
	private static Set<Situation> needed(Set<Situation> situations, List<Hit> hits) {
		Set<Situation> afterwards = hits.stream()
			.filter((hit) -> !hit.mode().asksFirst())
			.map(Hit::situation)
			.collect(Collectors.toSet());
		return situations.stream().filter((one) -> !afterwards.contains(one)).collect(Collectors.toSet());
	}

	private Optional<String> mismatch(Commitment commitment, InternalRequest request, Set<Situation> needed) {
		CaseNumber number = request.number();
		if (request.question().kind() != RequestKind.DECISION) {
			return Optional.of(number + " no pide una decisión: no autoriza nada.");
		}
		if (!isSame(commitment.party(), request.question().party())) {
			return Optional.of(number + " no es de " + commitment.party().name() + ".");
		}
		if (commitment.matter() != null && !commitment.content().equals(request.question().request())) {
			return Optional.of(number + " no pregunta por esta oferta: el importe o las condiciones son otros.");
		}
		Set<String> other = needed.stream()
			.filter((one) -> !request.question().situations().contains(one))
			.map(Situation::label)
			.collect(Collectors.toSet());
		return other.isEmpty() ? Optional.empty()
				: Optional.of(number + " no pregunta por: " + String.join("; ", other) + ".");
	}

	/** A prospect that became a customer keeps its code. */
	private static boolean isSame(Party one, Party other) {
		return other != null && one.code().equals(other.code());
	}

	private Coverage answered(InternalRequest request) {
		CaseNumber number = request.number();
		if (request.status().isOpen()) {
			return new Coverage(State.OPEN, null,
					number + " sigue sin respuesta. La habrá antes del " + this.dates.full(request.answerDue()) + ".");
		}
		if (request.status() == RequestStatus.WITHDRAWN || request.decisionNumber() == null) {
			return missing(number + " se retiró sin respuesta.");
		}
		Ruling ruling = this.rulings.get(request.decisionNumber());
		if (ruling.outcome() == RulingOutcome.ANSWERED) {
			return missing(ruling.number() + " responde, pero no autoriza ni niega: pida una decisión.");
		}
		if (!ruling.outcome().allows()) {
			return new Coverage(State.REFUSED, ruling.number(),
					ruling.number() + " no lo autoriza: " + ruling.decision());
		}
		if (!ruling.isInForce(this.clock.instant())) {
			return missing("La decisión " + ruling.number() + " ya no está vigente: pida otra.");
		}
		return new Coverage(State.COVERED, ruling.number(), ruling.number() + " lo autoriza: " + ruling.decision()
				+ ((ruling.conditions() == null) ? "" : " Condiciones: " + ruling.conditions()));
	}

	private static Coverage missing(String reason) {
		return new Coverage(State.MISSING, null, reason);
	}

}
