package dev.escala.commitment.process;

/** What the code knows of {@code bpmn/commitment-gate}. */
public final class CommitmentGateProcess {

	public static final String KEY = "commitmentGate";

	/** What the gateway asks: the name of a state of coverage. */
	static final String COVERAGE = "coverage";

	static final String ASK_DECISION = "userTask_askDecision";

	/** The one who prepared it gave it up at the gate, or it was decided against. */
	static final String ERROR_REFUSED = "commitmentRefused";

	private CommitmentGateProcess() {
	}

}
