package dev.escala.pipeline.web;

import java.util.List;

import dev.escala.customer.Customer;
import dev.escala.customer.CustomerFacts;
import dev.escala.pipeline.Competitors;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells whom a customer takes for its competitors: who commits has to know. */
@Component
@Order(2)
class CustomerCompetitors implements CustomerFacts {

	private final Competitors competitors;

	CustomerCompetitors(Competitors competitors) {
		this.competitors = competitors;
	}

	@Override
	public List<Fact> of(Customer customer) {
		List<String> names = this.competitors.names(customer);
		return names.isEmpty() ? List.of() : List.of(new Fact("Competidores", String.join(", ", names), null));
	}

}
