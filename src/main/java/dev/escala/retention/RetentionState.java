package dev.escala.retention;

/** Where a case of a leaving customer stands. */
public enum RetentionState {

	CALLING("Por llamar"), WAITING("Se le llamará otro día"), ACTING("Por hacer algo"),
	WATCHED("A la espera de su compra"), DECIDING("Por decidir si se le deja ir"), RECOVERED("Recuperado"),
	LOST("Perdido, con lo aprendido"), LET_GO("Se le dejó ir");

	private final String label;

	RetentionState(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

	/** Whether nothing more happens. */
	public boolean isFinal() {
		return this == RECOVERED || this == LOST || this == LET_GO;
	}

}
