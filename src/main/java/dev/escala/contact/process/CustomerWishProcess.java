package dev.escala.contact.process;

/** Key, elements and variables of the model {@code customer-wish.bpmn}. */
final class CustomerWishProcess {

	static final String KEY = "customerWish";

	static final String TASK_TALK_TO_CUSTOMER = "userTask_talkToCustomer";

	/** The group whose expert the customer gets; none where it is a manager. */
	static final String GROUP = "talkGroup";

	private CustomerWishProcess() {
	}

}
