package dev.escala.notice.process;

/**
 * What a process of a matter hears of the first notices, and the task it has for them.
 */
final class NoticeProcess {

	static final String MESSAGE_NOTICES_PROVEN = "escalation.noticesProven";

	static final String MESSAGE_NOTICE_FAILED = "escalation.noticeFailed";

	/** The task of whoever has to reach customers whom the first notice did not. */
	static final String TASK_REACH_CUSTOMERS = "userTask_reachCustomers";

	private NoticeProcess() {
	}

}
