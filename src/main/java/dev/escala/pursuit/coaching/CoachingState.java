package dev.escala.pursuit.coaching;

/** How far a practice is. */
public enum CoachingState {

	/** Somebody has been asked to practise. */
	OPEN("Por practicar"),

	/** They have; the second look is to come. */
	PRACTISED("Practicado"),

	/** They did not, and said why. */
	DECLINED("No se practica"),

	/** Both looks are done. */
	LOOKED_AT("Terminado");

	private final String label;

	CoachingState(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

}
