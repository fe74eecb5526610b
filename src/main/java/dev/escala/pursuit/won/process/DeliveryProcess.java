package dev.escala.pursuit.won.process;

/** What the code knows of {@code bpmn/delivery}. */
final class DeliveryProcess {

	static final String KEY = "delivery";

	private DeliveryProcess() {
	}

}
