package dev.escala.demo;

import java.util.List;
import java.util.Optional;

import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.pipeline.Competitors;
import dev.escala.pipeline.Prospect;
import dev.escala.pipeline.Prospects;
import dev.escala.pipeline.SaveProspect;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The prospects of the demo: one that nothing speaks against, one whom a customer calls
 * its competitor, and one that was rejected before.
 */
@Component
@OnlyInDemo
class DemoProspects {

	private final Prospects prospects;

	private final Competitors competitors;

	private final Customers customers;

	DemoProspects(Prospects prospects, Competitors competitors, Customers customers) {
		this.prospects = prospects;
		this.competitors = competitors;
		this.customers = customers;
	}

	/** Creates those that are missing, after the customers; all at once or none. */
	@Transactional
	public void create() {
		keep("MANUFACTURAS", "Manufacturas Delta", "Fabricación", 200, "es");
		keep("ATLAS", "Atlas Logistics", "Transporte", 450, "en").ifPresent((created) -> named());
		keep("RAPIDO", "Crédito Rápido Sur", "Finanzas", 35, "es")
			.ifPresent((created) -> this.prospects.reject(created.id(), DemoPerson.GERENTE.id(),
					"Pedía garantizar por contrato un aumento de sus ventas. Nadie puede cumplir eso.", null));
	}

	private Optional<Prospect> keep(String code, String name, String sector, int employees, String language) {
		return this.prospects.findByCode(code).isPresent() ? Optional.empty()
				: Optional.of(this.prospects.create(new SaveProspect(code, name, sector, employees, language)));
	}

	private void named() {
		Customer customer = this.customers.findByCode("PUERTO").orElseThrow();
		this.competitors.replace(customer, List.of("Atlas Logistics, Ltd.", "Transportes Bahía Azul, S. L."),
				DemoPerson.AGENTE.id());
	}

}
