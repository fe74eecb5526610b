package dev.escala.purchase;

import java.time.Period;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What holds for all purchases.
 *
 * @param currencies in which we sell, three letters; the first is the usual one; by
 * default EUR, GBP and USD
 * @param keep how long a document is kept after its day; by default six years, as long as
 * merchants keep their invoices (Código de Comercio, art. 30)
 */
@ConfigurationProperties("escala.purchases")
public record PurchaseProperties(List<String> currencies, Period keep) {

	private static final Set<String> KNOWN = Currency.getAvailableCurrencies()
		.stream()
		.filter((one) -> one.getDefaultFractionDigits() == 2)
		.map(Currency::getCurrencyCode)
		.collect(Collectors.toUnmodifiableSet());

	public PurchaseProperties {
		currencies = (currencies == null || currencies.isEmpty()) ? List.of("EUR", "GBP", "USD")
				: List.copyOf(currencies);
		keep = (keep == null) ? Period.ofYears(6) : keep;
		if (!KNOWN.containsAll(currencies)) {
			throw new IllegalArgumentException(
					"escala.purchases.currencies must be codes of currencies with cents: " + currencies);
		}
		if (keep.toTotalMonths() < 1) {
			throw new IllegalArgumentException("escala.purchases.keep must be a month or more: " + keep);
		}
	}

}
