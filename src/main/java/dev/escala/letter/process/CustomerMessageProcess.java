package dev.escala.letter.process;

/** Keys, elements and variables of the model {@code customer-message.bpmn}. */
public final class CustomerMessageProcess {

	public static final String KEY = "customerMessage";

	/** The letter that is checked, read and sent; handed in by whoever calls. */
	public static final String LETTER_ID = "letterId";

	/** Whether somebody else reads the letter before it is sent. */
	public static final String SECOND_READER = "secondReader";

	public static final String TASK_READ = "userTask_readMessage";

	public static final String TASK_CORRECT = "userTask_correctMessage";

	private CustomerMessageProcess() {
	}

}
