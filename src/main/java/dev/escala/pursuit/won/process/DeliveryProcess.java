package dev.escala.pursuit.won.process;

/** What the code knows of {@code bpmn/delivery}. */
final class DeliveryProcess {

	static final String KEY = "delivery";

	/** The day on which they got it, as ISO text: the call is counted from it. */
	static final String DELIVERY_DAY = "deliveryDay";

	private DeliveryProcess() {
	}

}
