package dev.escala.promise;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

import dev.escala.promise.Proposal.Answer.Kind;
import dev.escala.promise.persistence.PromiseRepository;
import dev.escala.promise.persistence.ProposalRepository;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.tracking.CustomerPromises;
import dev.escala.tracking.TrackedPromise;
import dev.escala.validation.SpokenDates;

import org.springframework.stereotype.Component;

/** Shows a customer what we promised them, and takes their answer to a proposed date. */
@Component
class PromisesForCustomers implements CustomerPromises {

	private final PromiseRepository promises;

	private final ProposalRepository proposals;

	private final SpokenDates dates;

	private final AnswerPromise answers;

	PromisesForCustomers(PromiseRepository promises, ProposalRepository proposals, SpokenDates dates,
			AnswerPromise answers) {
		this.promises = promises;
		this.proposals = proposals;
		this.dates = dates;
		this.answers = answers;
	}

	@Override
	public Optional<TrackedPromise> find(CaseNumber number, CustomerId customerId) {
		return this.promises.promises(number)
			.stream()
			.filter((one) -> one.isTo(customerId))
			.filter((one) -> List.of(PromiseStatus.PROPOSED, PromiseStatus.ACCEPTED).contains(one.status()))
			.findFirst()
			.map(this::view);
	}

	private TrackedPromise view(Promise promise) {
		TrackedPromise.Proposed proposed = this.proposals.unanswered(promise.id())
			.filter(Proposal::isOpen)
			.map((open) -> new TrackedPromise.Proposed(open.id(), open.estimate().content(), open.promisedAt(),
					open.estimate().reason(), open.estimate().alternative(),
					(open.other() == null) ? null : open.other().promisedAt()))
			.orElse(null);
		boolean agreed = promise.status() == PromiseStatus.ACCEPTED;
		return new TrackedPromise(promise.content(), agreed ? promise.promisedAt() : null, proposed);
	}

	@Override
	public void accept(CaseNumber number, CustomerId customerId, long proposal, boolean other) {
		this.answers.onPage(number, customerId, proposal, other ? Kind.ALTERNATIVE : Kind.ACCEPTED, null, null);
	}

	@Override
	public void decline(CaseNumber number, CustomerId customerId, long proposal, LocalDate wished, String text) {
		Instant date = (wished == null) ? null
				: wished.atTime(LocalTime.of(23, 59)).atZone(this.dates.zone()).toInstant();
		this.answers.onPage(number, customerId, proposal, Kind.DECLINED, date, text);
	}

}
