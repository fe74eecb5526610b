package dev.escala.escalation;

/** Steps of a case that whoever reported it may want to hear of. */
public enum Milestone {

	RECEIVED("Alguien se hace cargo del caso"), PLANNED("El cliente conoce el plan de acción"),
	RESOLVED("El cliente confirma que puede usar el servicio"), ENDED("El caso se cierra o se retira");

	private final String label;

	Milestone(String label) {
		this.label = label;
	}

	/** What happens, in Spanish. */
	public String label() {
		return this.label;
	}

}
