package dev.escala.escalation;

/** The four phases of an escalation, and what lies behind them. */
public enum Phase {

	CREATE("Crear"), COMMUNICATE("Comunicar"), RESOLVE("Resolver"), CLOSE("Cerrar"), ENDED("Terminado");

	private final String label;

	Phase(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

}
