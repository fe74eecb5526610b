package dev.escala.purchase.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.escala.customer.Customer;
import dev.escala.customer.CustomerSections;
import dev.escala.purchase.Cents;
import dev.escala.purchase.CustomerPurchases;
import dev.escala.purchase.CustomerPurchases.Month;
import dev.escala.purchase.Purchases;
import dev.escala.visibility.Visibility;

import org.springframework.stereotype.Component;

/** What a customer bought, on the customer's page, for whoever reads its contacts too. */
@Component
class PurchaseSection implements CustomerSections {

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.forLanguageTag("es"));

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/yyyy", Locale.ROOT);

	private final Purchases purchases;

	private final Visibility visibility;

	PurchaseSection(Purchases purchases, Visibility visibility) {
		this.purchases = purchases;
		this.visibility = visibility;
	}

	@Override
	public Optional<Section> of(Customer customer) {
		if (!this.visibility.readsContacts(customer.id())) {
			return Optional.empty();
		}
		CustomerPurchases bought = this.purchases.of(customer.id());
		return Optional.of(new Section("purchases/customer",
				new Told(months(bought.months()), bought.documents()
					.stream()
					.map((one) -> new DocumentLine(one.document(), DAY.format(one.boughtOn()),
							Cents.told(one.cents(), one.currency()), one.lines(), one.channel(), one.cancelledBy()))
					.toList())));
	}

	/** Months in which nothing was bought between others are shown, too. */
	private static List<MonthLine> months(List<Month> months) {
		List<MonthLine> lines = new ArrayList<>();
		long most = months.stream().mapToLong(Month::cents).max().orElse(0);
		LocalDate next = months.isEmpty() ? null : months.get(0).month();
		for (Month one : months) {
			for (; next.isBefore(one.month()); next = next.plusMonths(1)) {
				lines.add(new MonthLine(MONTH.format(next), "nada", 0, 0));
			}
			int share = (most <= 0 || one.cents() <= 0) ? 0 : (int) Math.max(1, one.cents() * 100 / most);
			lines.add(new MonthLine(MONTH.format(one.month()), Cents.told(one.cents(), one.currency()), one.documents(),
					share));
			next = one.month().plusMonths(1);
		}
		return lines;
	}

	/**
	 * What the page shows.
	 *
	 * @param months in their order
	 * @param documents the latest first
	 */
	public record Told(List<MonthLine> months, List<DocumentLine> documents) {
	}

	/**
	 * A month.
	 *
	 * @param name such as {@code nov 2026}
	 * @param amount with its currency, or that there is none
	 * @param documents how many purchases
	 * @param share percent of the largest month
	 */
	public record MonthLine(String name, String amount, int documents, int share) {
	}

	/**
	 * A document.
	 *
	 * @param document its number
	 * @param day of its date
	 * @param amount with its currency
	 * @param lines how many
	 * @param channel where it was sold, or {@code null}
	 * @param cancelledBy what took it back, or {@code null}
	 */
	public record DocumentLine(String document, String day, String amount, int lines, String channel,
			String cancelledBy) {
	}

}
