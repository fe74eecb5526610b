package dev.escala.level.task;

/** The variables of a process that stands at a task of a level. */
public final class LevelVariables {

	/** The level whose task it is; 2 or 3. */
	public static final String LEVEL = "level";

	private LevelVariables() {
	}

}
