package dev.escala.followup;

/** How far a call got. */
public enum FollowUpState {

	PLANNED("Prevista"), CALLING("Por llamar"), SPOKEN("Se habló"), UNREACHED("No localizado"),
	LEFT_ALONE("No quiere llamadas"), SKIPPED("No se llama");

	private final String label;

	FollowUpState(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

}
