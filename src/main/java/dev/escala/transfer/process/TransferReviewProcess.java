package dev.escala.transfer.process;

/** Key of the model {@code transfer-review.bpmn}. */
final class TransferReviewProcess {

	static final String KEY = "transferReview";

	private TransferReviewProcess() {
	}

}
