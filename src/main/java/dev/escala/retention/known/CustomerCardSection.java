package dev.escala.retention.known;

import java.util.List;

import dev.escala.card.CardSection;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.visibility.Visibility;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The customer in five lines above the form of every task (004-55), for those who have to
 * do with them; before what the other rooms say.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CustomerCardSection implements CardSection {

	private final KnownCustomers known;

	private final Matters matters;

	private final Visibility visibility;

	CustomerCardSection(KnownCustomers known, Matters matters, Visibility visibility) {
		this.known = known;
		this.matters = matters;
		this.visibility = visibility;
	}

	@Override
	public List<Section> sections(CaseNumber caseNumber, String taskKey) {
		return this.matters.find(caseNumber)
			.flatMap(this.matters::customer)
			.filter((customer) -> this.visibility.readsContacts(caseNumber))
			.map((customer) -> List.of(new Section("Cliente", String.join("\n", this.known.lines(customer)),
					List.of(new Link("Todo lo que sabemos de " + customer.name(), "/clientes/" + customer.code())))))
			.orElse(List.of());
	}

}
