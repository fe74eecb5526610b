package dev.escala.rootcause;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import dev.escala.corrective.PlannedAction;
import dev.escala.reference.UserId;
import dev.escala.validation.Fields;

/**
 * What the problem coordinator found out (001-30); valid by construction.
 *
 * @param author user id of who wrote it
 * @param writtenAt when
 * @param summary what happened, at most 4000 characters
 * @param causes from the symptom to the root, 1 to 20, each at most 500 characters
 * @param actions what keeps it from coming back, 1 to 20
 * @param lessons what was learned, at most 4000 characters
 */
public record InternalAnalysis(UserId author, Instant writtenAt, String summary, List<String> causes,
		List<PlannedAction> actions, String lessons) {

	/** Longest text of a field: the engine stores no longer one either. */
	public static final int LONGEST_TEXT = 4000;

	/** Most causes, and most actions. */
	public static final int MOST_ENTRIES = 20;

	/** Longest single cause. */
	public static final int LONGEST_CAUSE = 500;

	/**
	 * Refuses what is missing, too long or too much, each with the key of its form field.
	 */
	public InternalAnalysis {
		Fields fields = new Fields();
		summary = fields.required("rcaSummary", "el resumen", summary, LONGEST_TEXT);
		causes = causes(fields, "rcaCauses", causes);
		actions = actions(fields, ActionLines.FIELD, actions);
		lessons = fields.required("rcaLessons", "lo que se ha aprendido", lessons, LONGEST_TEXT);
		fields.done();
	}

	/** The causes of a field as they are kept. */
	static List<String> causes(Fields fields, String key, List<String> causes) {
		if (causes == null || causes.isEmpty()) {
			fields.refuse(key, "Falta la cadena de causas: escriba al menos una.");
			return List.of();
		}
		if (causes.size() > MOST_ENTRIES) {
			fields.refuse(key, "La cadena de causas admite " + MOST_ENTRIES + " líneas, y hay " + causes.size()
					+ ": deje las que llevan del síntoma a la raíz.");
			return List.of();
		}
		return IntStream.range(0, causes.size())
			.mapToObj((i) -> fields.required(key, "la causa de la línea " + (i + 1), causes.get(i), LONGEST_CAUSE))
			.toList();
	}

	/** The actions of a field as they are kept. */
	static <T> List<T> actions(Fields fields, String key, List<T> actions) {
		if (actions == null || actions.isEmpty()) {
			fields.refuse(key, "Falta al menos una acción correctiva.");
			return List.of();
		}
		if (actions.size() > MOST_ENTRIES) {
			fields.refuse(key, "Caben " + MOST_ENTRIES + " acciones correctivas, y hay " + actions.size()
					+ ": una las que van juntas.");
			return List.of();
		}
		return List.copyOf(actions);
	}

}
