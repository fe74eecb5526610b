package dev.escala.pursuit.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.escala.customer.Customer;
import dev.escala.customer.CustomerFacts;
import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.Pursuits;
import dev.escala.reference.CaseNumber;
import dev.escala.visibility.Visibility;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tells on a customer's page what is being sold to them and what became of the rest, as
 * far as whoever looks may see it.
 */
@Component
@Order(3)
class PursuitFacts implements CustomerFacts {

	private static final String LABEL = "Ventas";

	/** So many lines; the rest is in the list of cases. */
	private static final int MOST = 6;

	private final Pursuits pursuits;

	private final Visibility visibility;

	PursuitFacts(Pursuits pursuits, Visibility visibility) {
		this.pursuits = pursuits;
		this.visibility = visibility;
	}

	@Override
	public List<Fact> of(Customer customer) {
		List<Pursuit> all = this.pursuits.ofCustomer(customer.id());
		Set<CaseNumber> seen = this.visibility.seenOf(all.stream().map(Pursuit::number).toList());
		// A prospect that went on is told by its opportunity, which leads to it.
		Set<CaseNumber> told = Set.copyOf(all.stream().flatMap((one) -> Stream.ofNullable(one.cameFrom())).toList());
		List<Pursuit> shown = all.stream()
			.filter((one) -> seen.contains(one.number()) && !told.contains(one.number()))
			.toList();
		if (shown.isEmpty()) {
			return List.of(new Fact(LABEL, "Ninguna que usted pueda ver", null));
		}
		List<Fact> facts = new ArrayList<>(shown.stream().limit(MOST).map(PursuitFacts::fact).toList());
		if (shown.size() > MOST) {
			facts.add(
					new Fact(LABEL, "Todas", "/casos?cliente=" + customer.code() + "&tipo=oportunidades&estado=todos"));
		}
		return facts;
	}

	private static Fact fact(Pursuit pursuit) {
		return new Fact(LABEL, pursuit.number() + " · " + pursuit.subject() + " · " + pursuit.standing().name(),
				"/ventas/" + pursuit.number());
	}

}
