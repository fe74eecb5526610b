package dev.escala.commitment.process;

/** What the code knows of {@code bpmn/commitment}. */
public final class CommitmentProcess {

	public static final String KEY = "commitment";

	static final String COMMIT = "userTask_commit";

	private CommitmentProcess() {
	}

}
