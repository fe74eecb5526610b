package dev.escala.pursuit.process;

/** What the code knows of {@code bpmn/opportunity}: its key, and no stage. */
final class OpportunityProcess {

	static final String KEY = "opportunity";

	private OpportunityProcess() {
	}

}
