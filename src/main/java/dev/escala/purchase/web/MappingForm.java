package dev.escala.purchase.web;

import java.util.EnumMap;
import java.util.Map;

import dev.escala.purchase.PurchaseMapping;
import dev.escala.purchase.PurchaseMapping.Amount;
import dev.escala.purchase.PurchaseMapping.Dates;
import dev.escala.purchase.PurchaseMapping.Decimals;
import dev.escala.purchase.PurchaseMapping.Part;
import dev.escala.purchase.PurchaseMapping.Variety;
import dev.escala.validation.Fields;

/** Reads the choices of a preview. */
final class MappingForm {

	private MappingForm() {
	}

	/**
	 * The mapping that was sent.
	 * @throws dev.escala.validation.InvalidInputException naming each field that says
	 * nothing we know
	 */
	static PurchaseMapping read(Map<String, String> sent) {
		Fields fields = new Fields();
		Map<Part, String> columns = new EnumMap<>(Part.class);
		for (Part part : Part.values()) {
			String column = sent.getOrDefault(part.name(), "");
			if (!column.isEmpty()) {
				columns.put(part, column);
			}
		}
		Variety variety = fields.oneOf("variety", "la variedad", sent.get("variety"), Variety.class, null);
		Amount amount = fields.oneOf("amount", "lo que dice el importe", sent.get("amount"), Amount.class, null);
		Decimals decimals = fields.oneOf("decimals", "el signo decimal", sent.get("decimals"), Decimals.class, null);
		Dates dates = fields.oneOf("dates", "el orden de las fechas", sent.get("dates"), Dates.class, null);
		String prefix = fields.optional("prefix", "el comienzo de una anulación", sent.get("prefix"), 20);
		fields.done();
		return new PurchaseMapping(columns, variety, amount, decimals, dates, sent.getOrDefault("currency", ""), prefix,
				"true".equals(sent.get("createCustomers")));
	}

}
