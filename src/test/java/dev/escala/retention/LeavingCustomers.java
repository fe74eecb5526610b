package dev.escala.retention;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.purchase.Purchases;
import dev.escala.purchase.SentPurchases;
import dev.escala.reference.UserId;

/** Customers of stories, and what they buy. */
public class LeavingCustomers {

	private static final UserId SENDER = new UserId("tienda");

	private final Customers customers;

	private final Purchases purchases;

	public LeavingCustomers(Customers customers, Purchases purchases) {
		this.customers = customers;
		this.purchases = purchases;
	}

	/** Somebody whom nobody else knows. */
	public Customer customer(Tier tier) {
		String own = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
		return this.customers.create(
				new SaveCustomer("FIEL-" + own, "Fieles " + own, tier, "es", List.of(new Customer.Contact("Rosa " + own,
						"rosa-" + own.toLowerCase(Locale.ROOT) + "@fieles.example", null, true)), List.of()));
	}

	/** Buys for that many cents on that day. */
	public void buys(Customer customer, String day, long cents) {
		buys(customer, day, cents, "TÉ", null);
	}

	/** The same, of a product. */
	public void buys(Customer customer, String day, long cents, String product, String variety) {
		this.purchases
			.take(new SentPurchases(List.of(new SentPurchases.Document("F-" + UUID.randomUUID(), customer.code(), day,
					"EUR", null, null, List.of(new SentPurchases.Line(product, variety, 1L, cents))))), SENDER);
	}

}
