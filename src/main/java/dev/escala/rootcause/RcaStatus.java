package dev.escala.rootcause;

/** How far a root-cause analysis got. */
public enum RcaStatus {

	/** Somebody asked for it, or the rules do; nothing is written yet (001-29). */
	REQUESTED("Solicitado"),
	/** The internal analysis is written (001-30). */
	WRITTEN("Escrito"),
	/** The customer's version waits for somebody else's eyes (001-31, 004-64). */
	IN_REVIEW("En revisión"),
	/** The reviewer wants the customer's version worded differently. */
	TO_CORRECT("Por corregir"),
	/** The reviewer wants the analysis itself done again. */
	TO_REWRITE("Por rehacer"),
	/** The customer's version may leave the house. */
	APPROVED("Aprobado"),
	/** The executive has released it; the message is not queued yet. */
	RELEASED("Liberado para enviar"),
	/** It is on its way to the customer (001-32). */
	SHARED("Compartido con el cliente");

	private final String label;

	RcaStatus(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

}
