package dev.escala.promise;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.escala.access.Staff;
import dev.escala.card.Card.Action;
import dev.escala.card.Card.Input;
import dev.escala.card.Card.Option;
import dev.escala.card.CardSection;
import dev.escala.customer.Customer;
import dev.escala.matter.Entitlement;
import dev.escala.matter.Matter;
import dev.escala.matter.MatterAction;
import dev.escala.matter.Matters;
import dev.escala.promise.KeptRates.KeptRate;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.DateTexts;
import dev.escala.text.Sentences;

import org.springframework.stereotype.Component;

/** Shows the promises of a case on its card, and lets people make and withdraw them. */
@Component
class PromiseCardSections implements CardSection {

	private static final String TITLE = "Compromisos con el cliente";

	private final Promises promises;

	private final KeptRates rates;

	private final Matters matters;

	private final Entitlement entitlement;

	private final Staff staff;

	private final DateTexts dates;

	PromiseCardSections(Promises promises, KeptRates rates, Matters matters, Entitlement entitlement, Staff staff,
			DateTexts dates) {
		this.promises = promises;
		this.rates = rates;
		this.matters = matters;
		this.entitlement = entitlement;
		this.staff = staff;
		this.dates = dates;
	}

	@Override
	public List<Section> sections(CaseNumber caseNumber, String taskKey) {
		List<Promise> known = this.promises.promises(caseNumber);
		if (known.isEmpty()) {
			return (taskKey.equals(PAGE) && hasCustomer(caseNumber))
					? List.of(new Section(TITLE, "Ninguno hasta ahora.")) : List.of();
		}
		String text = known.stream().map(this::text).collect(Collectors.joining("\n\n"));
		UserId owner = this.matters.get(caseNumber).ownerId();
		return List.of(new Section(TITLE, (owner == null) ? text : text + rate(owner)));
	}

	/** An improvement is about no customer: nobody is promised anything. */
	private boolean hasCustomer(CaseNumber number) {
		Matter matter = this.matters.get(number);
		return matter.customerId() != null || matter.customerText() != null;
	}

	private String rate(UserId owner) {
		KeptRate rate = this.rates.ofPerson(owner);
		return (rate.rate() == null) ? "" : "\n\nCompromisos de " + rate.name() + " en los últimos " + KeptRates.DAYS
				+ " días: " + rate.kept() + " de " + (rate.kept() + rate.broken()) + " cumplidos.";
	}

	private String text(Promise promise) {
		List<String> lines = new ArrayList<>();
		lines.add("• " + this.promises.customer(promise).name() + ": «" + promise.content() + "», "
				+ promise.status().label() + agreed(promise));
		if (promise.expectation() != null) {
			Expectation expectation = promise.expectation();
			lines.add("  El cliente espera «" + expectation.words() + "»"
					+ ((expectation.wantedAt() == null) ? "" : ", para el " + this.dates.full(expectation.wantedAt()))
					+ "; lo más importante: " + Sentences.within(expectation.priority().label()));
		}
		List<Proposal> proposals = this.promises.proposals(promise.id());
		for (int i = 0; i < proposals.size(); i++) {
			lines.add("  " + (i + 1) + ". " + proposal(proposals.get(i)));
		}
		if (promise.settledNote() != null) {
			lines.add("  " + promise.settledNote());
		}
		return String.join("\n", lines);
	}

	private String agreed(Promise promise) {
		if (promise.acceptedAt() == null) {
			return "";
		}
		return " para el " + this.dates.full(promise.promisedAt()) + " (aceptado el "
				+ this.dates.brief(promise.acceptedAt()) + " " + by(promise.acceptedBy()) + ")";
	}

	private String by(UserId who) {
		return UserId.CUSTOMER.equals(who) ? "en su página" : "de palabra, lo anotó " + this.staff.nameOf(who);
	}

	private String proposal(Proposal proposal) {
		String text = this.dates.brief(proposal.preparedAt()) + ": "
				+ Sentences.counted(proposal.estimate().hours(), "hora laborable", "horas laborables") + " y un "
				+ proposal.margin().percent() + " % de margen, " + this.dates.full(proposal.promisedAt());
		if (proposal.estimate().reason() != null) {
			text += "; cambia porque " + proposal.estimate().reason();
		}
		if (proposal.answer() == null) {
			return text + ((proposal.sentAt() == null) ? "; por enviar" : "; sin respuesta todavía");
		}
		Proposal.Answer answer = proposal.answer();
		return text + "; " + answer.kind().label() + ((answer.text() == null) ? "" : ": «" + answer.text() + "»")
				+ ((answer.wishedAt() == null) ? "" : ", prefiere " + this.dates.full(answer.wishedAt()));
	}

	@Override
	public List<Action> actions(CaseNumber caseNumber) {
		Matter matter = this.matters.get(caseNumber);
		if (!matter.allows(MatterAction.PROMISE) || !this.entitlement.mayChange(matter)) {
			return List.of();
		}
		String path = this.matters.api(matter.number()) + "/promises";
		List<Action> actions = new ArrayList<>();
		List<Customer> known = this.matters.customers(matter);
		if (!known.isEmpty()) {
			actions.add(new Action("Hacer un compromiso", path, inputs(known)));
		}
		this.promises.promises(matter.number())
			.stream()
			.filter((one) -> !one.status().isSettled() && one.status() != PromiseStatus.ACCEPTED)
			.forEach((one) -> actions.add(new Action("Retirar el compromiso con " + this.promises.customer(one).name(),
					path + "/" + one.id() + "/withdrawal", List.of(new Input("reason", "Por qué se retira")))));
		return actions;
	}

	private static List<Input> inputs(List<Customer> known) {
		Input content = new Input("content", "Qué se va a prometer, como lo leerá el cliente");
		return (known.size() == 1) ? List.of(content) : List.of(content, new Input("customer", "A qué cliente",
				known.stream().map((customer) -> new Option(customer.code(), customer.name())).toList()));
	}

}
