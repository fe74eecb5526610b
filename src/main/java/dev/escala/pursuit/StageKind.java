package dev.escala.pursuit;

/**
 * What a stage means. Models add stages of each kind; no code knows one by its name
 * (002-20).
 */
public enum StageKind {

	/** Somebody has a task. */
	ACTIVE,

	/** It goes on by itself on an agreed date. */
	WAITING,

	/** It has become an opportunity. */
	CONVERTED,

	/** The sale is made. */
	WON,

	/** There is no sale. */
	LOST,

	/** Nobody wanted anything: it counts nowhere. */
	SPAM;

	/** Whether nothing happens after it. */
	public boolean isFinal() {
		return this != ACTIVE && this != WAITING;
	}

}
