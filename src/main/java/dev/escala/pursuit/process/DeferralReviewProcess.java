package dev.escala.pursuit.process;

/** Key of the model {@code deferral-review.bpmn}. */
final class DeferralReviewProcess {

	static final String KEY = "deferralReview";

	private DeferralReviewProcess() {
	}

}
