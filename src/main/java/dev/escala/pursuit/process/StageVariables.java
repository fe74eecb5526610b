package dev.escala.pursuit.process;

/** The variables that the processes of pursuits have. */
public final class StageVariables {

	/** The code of the stage that follows, which the gateway of the model reads. */
	public static final String NEXT_STAGE = "nextStage";

	private StageVariables() {
	}

}
