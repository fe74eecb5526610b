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

	private final Customers customers;

	DemoCustomers(Customers customers) {
		this.customers = customers;
	}

	/** Creates those that are missing. */
	void create() {
		keep("NORTE", "Hospital del Norte", Tier.GOLD, "es", "Dirección de Sistemas", "sistemas@norte.example");
		keep("LUNA", "Supermercados Luna", Tier.SILVER, "es", "Administración Luna", "administracion@luna.example");
		keep("LUNASUR", "Supermercados Luna Sur", Tier.STANDARD, "es", "Compras Luna Sur", "compras@lunasur.example");
		keep("PUERTO", "Naviera Puerto Real", Tier.STANDARD, "en", "Fleet Operations", "operations@puerto.example");
		keep("ROBLE", "Muebles Roble", Tier.SILVER, "es", "Taller Roble", "taller@roble.example");
		keep("AULA", "Academia Aula Abierta", Tier.STANDARD, "es", "Secretaría", "secretaria@aula.example");
	}

	private void keep(String code, String name, Tier tier, String language, String contact, String email) {
		if (this.customers.findByCode(code).isEmpty()) {
			this.customers.create(new SaveCustomer(code, name, tier, language,
					List.of(new Customer.Contact(contact, email, "+34 900 000 000", true)),
					List.of(new Customer.Service("FACT", "Facturación electrónica", Product.BILLING),
							new Customer.Service("RED", "Conexión de red", Product.NETWORK),
							new Customer.Service("PORTAL", "Portal de clientes", Product.PLATFORM))));
		}
	}

}
