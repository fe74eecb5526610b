package dev.escala.support;

import java.util.HashMap;
import java.util.Map;

/** Forms as people fill them in. */
public final class Forms {

	private Forms() {
	}

	/** A complete report for a customer. */
	public static Map<String, Object> report(String customer) {
		Map<String, Object> form = new HashMap<>();
		form.put("customer", customer);
		form.put("origin", "CUSTOMER");
		form.put("reason", "KNOWLEDGE");
		form.put("criterion", "TECHNICAL");
		form.put("speciality", "TECHNOLOGY");
		form.put("subject", "La factura electrónica no llega");
		form.put("description", "Desde ayer ninguna factura llega al portal.");
		form.put("impact", "MEDIUM");
		form.put("urgency", "HIGH");
		form.put("major", false);
		return form;
	}

	/** The same with other values. */
	public static Map<String, Object> with(Map<String, Object> form, Object... keysAndValues) {
		Map<String, Object> changed = new HashMap<>(form);
		for (int i = 0; i < keysAndValues.length; i += 2) {
			changed.put((String) keysAndValues[i], keysAndValues[i + 1]);
		}
		return changed;
	}

	public static Map<String, Object> takeOver() {
		return Map.of("takeOverOutcome", "take");
	}

	public static Map<String, Object> plan() {
		return Map.of("planSteps", "Revisar la cola de salida\nReenviar las facturas", "planDays", 2, "customerMessage",
				"Hemos encontrado la causa y mañana reenviamos las facturas.");
	}

	/** How the plan goes. */
	public static Map<String, Object> progress(String outcome, Object... more) {
		return with(Map.of("planOutcome", outcome, "progressNote", "Se revisó la cola."), more);
	}

}
