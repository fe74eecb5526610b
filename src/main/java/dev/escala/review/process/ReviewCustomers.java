package dev.escala.review.process;

import dev.escala.review.ReviewGroup;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/** Looks at the next customers of a review. */
@Component("reviewCustomers")
class ReviewCustomers implements JavaDelegate {

	private final ReviewGroup group;

	ReviewCustomers(ReviewGroup group) {
		this.group = group;
	}

	@Override
	public void execute(DelegateExecution execution) {
		execution.setVariable(MonthlyReviewProcess.MORE,
				this.group.next((Long) execution.getVariable(MonthlyReviewProcess.REVIEW)));
	}

}
