package dev.escala.matter;

import java.time.Instant;

import dev.escala.reference.UserId;

/**
 * Something that a person wrote down while working a case.
 *
 * @param kind what it is about
 * @param text what was written
 * @param author user id
 * @param writtenAt when
 */
public record MatterNote(Kind kind, String text, UserId author, Instant writtenAt) {

	/** What a note is about. */
	public enum Kind {

		PROGRESS("Avance"), CUSTOMER_PROGRESS("Avance para el cliente"), UPDATE("Mensaje al cliente"),
		HANDOVER("Traspaso"), EXCEPTION_REQUEST("Excepción o recursos pedidos"), EXCEPTION("Excepción concedida"),
		RESOURCES("Recursos concedidos"), EXCEPTION_DECISION("Decisión sobre la excepción"),
		EXPERT_QUESTION("Pregunta a los expertos"), EXPERT_OPINION("Opinión experta"), TECHNICAL_PLAN("Plan técnico"),
		RESOLUTION("Resolución declarada"), VERIFICATION("Verificación"), CONFIRMATION("Confirmación del cliente"),
		BREACH("Plazo vencido"), CLOSING("Resumen del cierre"), ENDING("Motivo del fin"),
		CONTACT("Contacto del cliente"), REOPENING("Motivo de la reapertura");

		private final String label;

		Kind(String label) {
			this.label = label;
		}

		/** The Spanish name. */
		public String label() {
			return this.label;
		}

	}

}
