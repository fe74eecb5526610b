package dev.escala.complaint.process;

import java.time.Instant;
import java.util.Date;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.CureRequest;
import dev.escala.complaint.course.JudgementTimes;
import dev.escala.complaint.term.ComplaintTerms;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/** What the timers of the model ask: {@code ${complaintTimers.termCheck(execution)}}. */
@Component("complaintTimers")
public class ComplaintTimers {

	private final Complaints complaints;

	private final ComplaintTerms terms;

	private final JudgementTimes times;

	ComplaintTimers(Complaints complaints, ComplaintTerms terms, JudgementTimes times) {
		this.complaints = complaints;
		this.terms = terms;
		this.times = times;
	}

	/** When a term is looked after next: the reminder, then the term. */
	public Date termCheck(DelegateExecution execution) {
		return Date.from(this.terms.nextCheck(number(execution)));
	}

	/**
	 * When what the customer was asked for should be there: the end of its last date, or
	 * at once where it came before we had asked.
	 */
	public Date cureOver(DelegateExecution execution) {
		Complaint complaint = this.complaints.get(number(execution));
		CureRequest asked = this.complaints.cures(complaint.number())
			.stream()
			.reduce((first, last) -> last)
			.orElseThrow(() -> new IllegalStateException("Nothing was asked: " + complaint.number()));
		if (!asked.isOpen()) {
			return Date.from(asked.completedAt());
		}
		return Date.from(asked.until().plusDays(1).atStartOfDay(complaint.zone()).toInstant());
	}

	/** When the customer is asked whether it is solved. */
	public Date timeToAsk(DelegateExecution execution) {
		return Date.from(answered(execution).plus(this.times.askAfter()));
	}

	/** When silence says that it is. */
	public Date judgementOver(DelegateExecution execution) {
		return Date.from(answered(execution).plus(this.times.askAfter()).plus(this.times.silentAfter()));
	}

	private Instant answered(DelegateExecution execution) {
		Instant answered = this.complaints.get(number(execution)).answeredAt();
		if (answered == null) {
			throw new IllegalStateException("No answer went out: " + number(execution));
		}
		return answered;
	}

	private static CaseNumber number(DelegateExecution execution) {
		return new CaseNumber(execution.getProcessBusinessKey());
	}

}
