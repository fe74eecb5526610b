package dev.escala.matter;

/** What the rooms do with a matter; its kind says when that is possible. */
public enum MatterAction {

	WRITE("escribir al cliente"), QUOTE("enviar una oferta"), CONTACT("anotar un contacto del cliente"),
	PAUSE("poner en pausa o reanudar"), PROMISE("hacer un compromiso"), REQUEST_RCA("pedir un RCA"),
	RAISE_LEVEL("subir de nivel"), REASSIGN("cambiar a la persona responsable"), ADD_DETAIL("añadir datos");

	private final String label;

	MatterAction(String label) {
		this.label = label;
	}

	/** What is done, in Spanish: the end of "no se puede…". */
	public String label() {
		return this.label;
	}

}
