package dev.escala.complaint.norm.process;

/** Key of the model {@code norm-search.bpmn}. */
final class NormSearchProcess {

	static final String KEY = "normSearch";

	private NormSearchProcess() {
	}

}
