package dev.escala.complaint.process;

/** What the code knows of {@code bpmn/complaint}: key, elements, messages, variables. */
public final class ComplaintProcess {

	static final String KEY = "complaint";

	static final String MESSAGE_WITHDRAWN = "complaint.withdrawn";

	static final String MESSAGE_COMPLETED = "complaint.completed";

	static final String MESSAGE_JUDGED = "complaint.judged";

	static final String MESSAGE_STILL_WRONG = "complaint.stillWrong";

	static final String MESSAGE_ESCALATED = "complaint.escalated";

	static final String MESSAGE_ESCALATION_OVER = "complaint.escalationOver";

	/** Whether it is worked, and not joined, withdrawn or left incomplete. */
	public static final String GOES_ON = "complaintGoesOn";

	/** Whether the answer is carried out on paper. */
	public static final String ON_PAPER = "answerOnPaper";

	/** Whether the customer has nothing more to say against the answer. */
	static final String SOLVED = "complaintSolved";

	/** Whether a term still has to be looked after. */
	static final String TERM_OPEN = "termOpen";

	static final String TERM_NEAR = "event_termNear";

	static final String TERM_OVER = "event_termOver";

	static final String CURE_OVER = "event_cureOver";

	static final String PHASE_INVESTIGATE = "subProcess_investigate";

	/** The id of that letter. */
	public static final String ANSWER_LETTER_ID = "answerLetterId";

	private ComplaintProcess() {
	}

}
