package dev.escala.pursuit.process;

/** What the code knows of {@code bpmn/prospect}: key and messages, and no stage. */
final class ProspectProcess {

	static final String KEY = "prospect";

	static final String MESSAGE_RESUMED = "prospect.resumed";

	private ProspectProcess() {
	}

}
