package dev.escala.support;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

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

	public static Map<String, Object> changedPlan(Object... more) {
		return with(Map.of("planSteps", "Cambiar la cola\nAvisar", "planDays", 3, "planReason", "Hay otra causa.",
				"customerMessage", "Habrá una cola nueva, porque la de antes se volvería a llenar."), more);
	}

	/** How the plan goes. */
	public static Map<String, Object> progress(String outcome, Object... more) {
		return with(Map.of("planOutcome", outcome, "progressNote", "Se revisó la cola."), more);
	}

	/** The group says that the case is for another speciality. */
	public static Map<String, Object> wrongGroup(String speciality) {
		return Map.of("takeOverOutcome", "wrongGroup", "requestedSpeciality", speciality, "takeOverNote",
				"No es de nuestro equipo.");
	}

	/** What a major escalation needs. */
	public static Map<String, Object> details(String affectedCustomers) {
		return Map.of("affectedCustomers", affectedCustomers, "affectedServices", "Portal de facturas", "contacts",
				"Ana Ruiz, 600 000 000", "problemRecords", "PRB-7", "otherDetails", "Solo en el portal nuevo.");
	}

	/** The plan needs a decision that its owner cannot take. */
	public static Map<String, Object> exception(String request, Object... more) {
		return progress("hierarchical",
				with(Map.of("exceptionRequest", request, "exceptionKind", "POLICY"), more).entrySet()
					.stream()
					.flatMap((entry) -> Stream.of(entry.getKey(), entry.getValue()))
					.toArray());
	}

	public static Map<String, Object> declared(String answer) {
		return Map.of("resolutionDeclared", answer, "declarationNote", "Se revisó lo que hizo el equipo.");
	}

	public static Map<String, Object> verified(String answer) {
		return Map.of("resolutionVerified", answer, "verificationNote", "Comprobado con tres facturas.");
	}

	public static Map<String, Object> usable(String answer) {
		return Map.of("serviceUsable", answer, "confirmationNote", "Lo dice la jefa de compras.");
	}

	public static Map<String, Object> closing(Object... more) {
		return with(Map.of("closingSummary", "Cola reparada.", "lessonsLearned", "Vigilar la cola."), more);
	}

	public static Map<String, Object> analysis(String cause, Object... more) {
		return with(Map.of("rcaSummary", "El servicio se detuvo.", "rcaCauses", "La cola se llenó.\n" + cause,
				"rcaActions", "Vigilar la cola | tecnologia | 01/12/2199", "rcaLessons", "Una cola llena avisa.",
				"customerRcaSummary", "Su servicio se detuvo a las 9:00.", "customerRcaCauses",
				"La cola se llenó.\nUn aviso no llegó.", "customerRcaActions",
				"Recibir el aviso 30 días antes | 01/12/2199", "customerRcaLessons",
				"Su servicio se vigila también de noche."), more);
	}

}
