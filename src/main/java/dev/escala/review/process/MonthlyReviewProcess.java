package dev.escala.review.process;

/** Key and variables of the model {@code monthly-review.bpmn}. */
final class MonthlyReviewProcess {

	static final String KEY = "monthlyReview";

	/** Id of the review. */
	static final String REVIEW = "reviewId";

	/** Whether there may be more customers. */
	static final String MORE = "customersLeft";

	private MonthlyReviewProcess() {
	}

}
