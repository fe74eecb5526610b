package dev.escala.promise;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.matter.ClosingCondition;
import dev.escala.matter.MatterEnded;
import dev.escala.promise.Proposal.Answer;
import dev.escala.promise.persistence.PromiseRepository;
import dev.escala.promise.persistence.ProposalRepository;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Keeps a case open while a customer counts on us, and ends what ends with the case. */
@Component
@Order(30)
class PromisesOfMatters implements ClosingCondition {

	private final PromiseRepository promises;

	private final ProposalRepository proposals;

	private final Customers customers;

	private final Timeline timeline;

	private final Clock clock;

	PromisesOfMatters(PromiseRepository promises, ProposalRepository proposals, Customers customers, Timeline timeline,
			Clock clock) {
		this.promises = promises;
		this.proposals = proposals;
		this.customers = customers;
		this.timeline = timeline;
		this.clock = clock;
	}

	@Override
	public Optional<String> obstacle(CaseNumber number) {
		List<String> pending = this.promises.promises(number)
			.stream()
			.filter(Promise::isPending)
			.map(this::sentence)
			.toList();
		return pending.isEmpty() ? Optional.empty() : Optional.of("un cliente cuente con nosotros: "
				+ String.join("; ", pending) + ". Cúmplalo o, si el cliente aún no lo aceptó, retírelo.");
	}

	private String sentence(Promise promise) {
		String what = "compromiso con " + name(promise) + " «" + promise.content() + "» (" + promise.status().label();
		return promise.owesApology() ? what + ", faltan las disculpas)" : what + ")";
	}

	@EventListener
	void ended(MatterEnded ended) {
		CaseNumber number = ended.number();
		this.promises.promises(number).stream().filter((one) -> !one.status().isSettled()).forEach((found) -> {
			Promise promise = this.promises.lock(found.id()).orElseThrow();
			this.promises.settle(promise.id(), promise.after(PromiseAction.END_WITH_CASE), this.clock.instant(),
					UserId.SYSTEM, ended.why());
			this.proposals.unanswered(promise.id())
				.ifPresent((open) -> this.proposals.answer(open.id(),
						new Answer(Answer.Kind.LAPSED, this.clock.instant(), UserId.SYSTEM, null, null)));
			this.timeline.add(number, UserId.SYSTEM, "Compromiso con " + name(promise) + " «" + promise.content()
					+ "»: queda sin efecto porque el caso terminó.");
		});
	}

	private String name(Promise promise) {
		return this.customers.find(promise.customerId()).map(Customer::name).orElse("el cliente");
	}

}
