package dev.escala.pursuit.process;

/** Key of the model {@code loss-analysis.bpmn}. */
final class LossAnalysisProcess {

	static final String KEY = "lossAnalysis";

	private LossAnalysisProcess() {
	}

}
