package dev.escala.escalation.process;

/** Key, elements and variables of the model {@code customer-wish.bpmn}. */
public final class CustomerWishProcess {

	public static final String KEY = "customerWish";

	public static final String TASK_TALK_TO_CUSTOMER = "userTask_talkToCustomer";

	/** The group whose expert the customer gets; none where it is a manager. */
	public static final String GROUP = "talkGroup";

	private CustomerWishProcess() {
	}

}
