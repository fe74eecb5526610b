package dev.escala.promise;

import java.time.Clock;
import java.util.List;

import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.escalation.CasePromises;
import dev.escala.promise.Proposal.Answer;
import dev.escala.promise.persistence.PromiseRepository;
import dev.escala.promise.persistence.ProposalRepository;
import dev.escala.timeline.Timeline;
import dev.escala.timeline.TimelineEntry;

import org.springframework.stereotype.Component;

/** Keeps a case open while a customer counts on us, and ends what ends with the case. */
@Component
class PromisesOfCases implements CasePromises {

	private final PromiseRepository promises;

	private final ProposalRepository proposals;

	private final Customers customers;

	private final Timeline timeline;

	private final Clock clock;

	PromisesOfCases(PromiseRepository promises, ProposalRepository proposals, Customers customers, Timeline timeline,
			Clock clock) {
		this.promises = promises;
		this.proposals = proposals;
		this.customers = customers;
		this.timeline = timeline;
		this.clock = clock;
	}

	@Override
	public List<String> pending(String number) {
		return this.promises.of(number).stream().filter(Promise::isPending).map(this::sentence).toList();
	}

	private String sentence(Promise promise) {
		String what = "compromiso con " + name(promise) + " «" + promise.content() + "» (" + promise.status().label();
		return promise.owesApology() ? what + ", faltan las disculpas)" : what + ")";
	}

	@Override
	public void caseEnded(String number, String why) {
		this.promises.of(number).stream().filter((one) -> !one.status().isSettled()).forEach((found) -> {
			Promise promise = this.promises.lock(found.id()).orElseThrow();
			this.promises.settle(promise.id(), promise.after(PromiseAction.END_WITH_CASE), this.clock.instant(),
					TimelineEntry.SYSTEM, why);
			this.proposals.unanswered(promise.id())
				.ifPresent((open) -> this.proposals.answer(open.id(),
						new Answer(Answer.Kind.LAPSED, this.clock.instant(), TimelineEntry.SYSTEM, null, null)));
			this.timeline.add(number, TimelineEntry.SYSTEM, "Compromiso con " + name(promise) + " «" + promise.content()
					+ "»: queda sin efecto porque el caso terminó.");
		});
	}

	private String name(Promise promise) {
		return this.customers.find(promise.customerId()).map(Customer::name).orElse("el cliente");
	}

}
