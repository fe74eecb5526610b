package dev.escala.demo;

import java.util.List;

import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.Product;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;

import org.springframework.stereotype.Component;

/** The customers of the demo. */
@Component
@OnlyInDemo
class DemoCustomers {

	private static final List<Entry> ALL = List.of(
			new Entry("NORTE", "Hospital del Norte", Tier.GOLD, "es", "Dirección de Sistemas",
					"sistemas@norte.example"),
			new Entry("LUNA", "Supermercados Luna", Tier.SILVER, "es", "Administración Luna",
					"administracion@luna.example"),
			new Entry("LUNASUR", "Supermercados Luna Sur", Tier.STANDARD, "es", "Compras Luna Sur",
					"compras@lunasur.example"),
			new Entry("PUERTO", "Naviera Puerto Real", Tier.STANDARD, "en", "Fleet Operations",
					"operations@puerto.example"),
			new Entry("ROBLE", "Muebles Roble", Tier.SILVER, "es", "Taller Roble", "taller@roble.example"),
			new Entry("AULA", "Academia Aula Abierta", Tier.STANDARD, "es", "Secretaría", "secretaria@aula.example"));

	private final Customers customers;

	DemoCustomers(Customers customers) {
		this.customers = customers;
	}

	/** The addresses of their contacts, by which they are recognised. */
	static List<String> addresses() {
		return ALL.stream().map(Entry::email).toList();
	}

	/** Creates those that are missing. */
	void create() {
		ALL.forEach(this::keep);
	}

	private void keep(Entry entry) {
		if (this.customers.findByCode(entry.code()).isEmpty()) {
			this.customers.create(new SaveCustomer(entry.code(), entry.name(), entry.tier(), entry.language(),
					List.of(new Customer.Contact(entry.contact(), entry.email(), "+34 900 000 000", true)),
					List.of(new Customer.Service("FACT", "Facturación electrónica", Product.BILLING),
							new Customer.Service("RED", "Conexión de red", Product.NETWORK),
							new Customer.Service("PORTAL", "Portal de clientes", Product.PLATFORM))));
		}
	}

	private record Entry(String code, String name, Tier tier, String language, String contact, String email) {
	}

}
