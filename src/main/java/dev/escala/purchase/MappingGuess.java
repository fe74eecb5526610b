package dev.escala.purchase;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.escala.purchase.PurchaseMapping.Amount;
import dev.escala.purchase.PurchaseMapping.Dates;
import dev.escala.purchase.PurchaseMapping.Decimals;
import dev.escala.purchase.PurchaseMapping.Part;
import dev.escala.purchase.PurchaseMapping.Variety;

/**
 * What the names of columns and the first rows let expect, for a person to look at.
 */
final class MappingGuess {

	private static final Map<Part, List<String>> NAMES = Map.of(Part.DOCUMENT,
			List.of("invoiceno", "invoice", "documento", "factura", "pedido", "document", "order"), Part.CUSTOMER,
			List.of("customerid", "cliente", "customer", "codigocliente"), Part.DATE,
			List.of("invoicedate", "fecha", "date", "dia"), Part.PRODUCT,
			List.of("stockcode", "producto", "product", "articulo", "codigo", "sku", "referencia"), Part.VARIETY,
			List.of("variedad", "variety", "modelo", "color", "talla"), Part.QUANTITY,
			List.of("quantity", "cantidad", "unidades", "qty"), Part.AMOUNT,
			List.of("importe", "amount", "total", "unitprice", "precio", "price", "preciounitario"), Part.CURRENCY,
			List.of("moneda", "currency", "divisa"), Part.CHANNEL, List.of("canal", "channel", "tienda"), Part.CANCELS,
			List.of("anula", "cancels", "rectifica"));

	private static final List<String> PRICES = List.of("unitprice", "precio", "price", "preciounitario");

	private MappingGuess() {
	}

	static PurchaseMapping of(List<String> header, List<List<String>> rows, List<String> currencies) {
		Map<Part, String> columns = new EnumMap<>(Part.class);
		Set<String> free = new HashSet<>(header);
		for (Part part : Part.values()) {
			named(header, free, NAMES.get(part)).ifPresent((column) -> {
				columns.put(part, column);
				free.remove(column);
			});
		}
		String amount = columns.getOrDefault(Part.AMOUNT, "");
		return new PurchaseMapping(columns, columns.containsKey(Part.VARIETY) ? Variety.COLUMN : Variety.NONE,
				PRICES.contains(plain(amount)) ? Amount.UNIT_PRICE : Amount.LINE_TOTAL,
				cells(header, rows, amount).stream().anyMatch((cell) -> cell.matches(".*,\\d{1,2}")) ? Decimals.COMMA
						: Decimals.POINT,
				dates(cells(header, rows, columns.getOrDefault(Part.DATE, ""))), currencies.get(0), "C", false);
	}

	private static Optional<String> named(List<String> header, Set<String> free, List<String> names) {
		return names.stream()
			.flatMap((name) -> header.stream().filter((column) -> free.contains(column) && plain(column).equals(name)))
			.findFirst();
	}

	private static String plain(String column) {
		return java.text.Normalizer.normalize(column, java.text.Normalizer.Form.NFD).replaceAll("[^a-z]", "");
	}

	private static List<String> cells(List<String> header, List<List<String>> rows, String column) {
		int at = header.indexOf(column);
		return (at < 0) ? List.of()
				: rows.stream().filter((row) -> row.size() > at).map((row) -> row.get(at).strip()).toList();
	}

	private static Dates dates(List<String> cells) {
		if (cells.stream().anyMatch((cell) -> cell.matches("\\d{4}\\D.*"))) {
			return Dates.YEAR_FIRST;
		}
		boolean american = cells.stream().anyMatch((cell) -> cell.matches("\\d{1,2}\\D(1[3-9]|2\\d|3[01])\\D.*"));
		return american ? Dates.MONTH_FIRST : Dates.DAY_FIRST;
	}

}
