package dev.escala.pursuit.stage;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

import dev.escala.validation.Fields;

/**
 * An amount as people type it in Spanish: points between thousands, a comma before the
 * cents. {@code 1.200} could be read in two ways anywhere else; here it is a thousand two
 * hundred, and {@code 12.5} is refused.
 */
public final class TypedMoney {

	private static final String PLAIN = "\\d{1,12}(,\\d{1,2})?";

	private static final String GROUPED = "\\d{1,3}(\\.\\d{3}){1,3}(,\\d{1,2})?";

	private TypedMoney() {
	}

	/** The amount with two decimals, or {@code null} where it was refused. */
	public static BigDecimal amount(Fields fields, String typed) {
		String text = fields.requiredLine("amount", "el importe", typed, 20);
		if (text.isEmpty()) {
			return null;
		}
		if (!text.matches(PLAIN) && !text.matches(GROUPED)) {
			fields.refuse("amount",
					"«" + text + "» no es un importe: escríbalo como 12500 o 12.500,00, sin signo ni moneda.");
			return null;
		}
		BigDecimal amount = new BigDecimal(text.replace(".", "").replace(',', '.')).setScale(2);
		if (amount.signum() == 0) {
			fields.refuse("amount", "El importe de una venta es mayor que cero.");
			return null;
		}
		return amount;
	}

	/** A currency by its three letters, ISO 4217. */
	public static String currency(Fields fields, String typed) {
		String code = fields.requiredLine("currency", "la moneda", typed, 3).toUpperCase(Locale.ROOT);
		if (!code.isEmpty()
				&& Currency.getAvailableCurrencies().stream().noneMatch((one) -> one.getCurrencyCode().equals(code))) {
			fields.refuse("currency",
					"No se conoce la moneda «" + code + "»: escriba sus tres letras, como EUR o MXN.");
		}
		return code;
	}

}
