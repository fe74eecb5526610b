package dev.escala.purchase;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.escala.routing.Decisions;

import org.springframework.stereotype.Component;

/**
 * Which codes are goods, by the table {@code purchaseCodes}; asked once for each of its
 * values, not once for each line.
 */
@Component
class GoodsCodes {

	private static final String INPUT = "purchaseCode";

	private final Decisions decisions;

	GoodsCodes(Decisions decisions) {
		this.decisions = decisions;
	}

	/** As the table stands now. */
	Codes now() {
		return new Codes(this.decisions.allowed("purchaseCodes", INPUT)
			.stream()
			.filter((code) -> !this.decisions.decide(null, "purchaseCodes", Map.of(INPUT, code)).flag("goods"))
			.map((code) -> code.toUpperCase(Locale.ROOT))
			.toList());
	}

	/**
	 * Codes that are no goods.
	 *
	 * @param others in upper case; one that ends with an asterisk is the beginning of
	 * several
	 */
	record Codes(List<String> others) {

		boolean isGoods(String product) {
			String code = product.toUpperCase(Locale.ROOT);
			return this.others.stream()
				.noneMatch((one) -> one.endsWith("*") ? code.startsWith(one.substring(0, one.length() - 1))
						: code.equals(one));
		}

	}

}
