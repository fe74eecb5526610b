package dev.escala.corrective;

/** How far a corrective action got. */
public enum ActionState {

	/** Its owner has it. */
	OPEN("por hacer"),
	/** Its owner cannot do it: the problem coordinators decide. */
	UNDECIDED("por decidir, porque no se pudo hacer"),
	/** It is done, and nobody has looked at its effect. */
	DONE("hecha, falta comprobar su efecto"),
	/** Somebody looked: it works. */
	EFFECTIVE("comprobada: funciona"),
	/** Somebody looked: it does not work, and another action was agreed. */
	REPLACED("comprobada: no funcionó, y sigue otra"),
	/** Nobody does it, or anything else instead, with a reason. */
	DROPPED("descartada");

	private final String label;

	ActionState(String label) {
		this.label = label;
	}

	/** In Spanish, within a sentence. */
	public String label() {
		return this.label;
	}

}
