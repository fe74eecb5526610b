package dev.escala.complaint.process;

import java.util.List;
import java.util.Map;

import dev.escala.complaint.Complaints;
import dev.escala.complaint.CureRequest;
import dev.escala.complaint.Judgement;
import dev.escala.complaint.course.AnsweredComplaint;
import dev.escala.complaint.course.AskComplainant;
import dev.escala.complaint.course.AssessComplaint;
import dev.escala.complaint.course.ComplaintProgress;
import dev.escala.complaint.course.GiveReceipt;
import dev.escala.complaint.course.WatchTerms;
import dev.escala.clock.MatterClocks;
import dev.escala.matter.Matters;
import dev.escala.notice.CustomerNotices;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service and business rule tasks of {@code complaint.bpmn}, one bean each. */
@Configuration(proxyBeanMethods = false)
class ComplaintDelegates {

	private static final Map<String, Object> NOTHING_MORE = Map.of();

	@Bean
	JavaDelegate decideComplaint(AssessComplaint classification, MatterClocks clocks, Matters matters) {
		return (execution) -> {
			CaseNumber number = number(execution);
			classification.decide(number);
			clocks.apply(number);
			matters.variables(number).forEach(execution::setVariable);
		};
	}

	@Bean
	JavaDelegate acknowledgeComplaint(GiveReceipt receipt) {
		return (execution) -> receipt.send(number(execution));
	}

	@Bean
	JavaDelegate askToComplete(CustomerNotices notices, Complaints complaints) {
		return (execution) -> {
			CaseNumber number = number(execution);
			// Whoever sends what is missing meanwhile waits until the request has left.
			complaints.lock(number);
			List<CureRequest> asked = complaints.cures(number);
			if (asked.get(asked.size() - 1).isOpen()) {
				notices.tell(number, "cure-" + asked.size(), "customer-complaint-cure", NOTHING_MORE);
			}
		};
	}

	@Bean
	JavaDelegate askWhetherComplaintSolved(AskComplainant question) {
		return (execution) -> question.ask(number(execution));
	}

	@Bean
	JavaDelegate weighJudgement(ComplaintProgress progress, AnsweredComplaint answers) {
		return (execution) -> {
			CaseNumber number = number(execution);
			Judgement said = progress.judgement(number).orElse(null);
			boolean solved = said == null || said.solved();
			execution.setVariable(ComplaintProcess.SOLVED, solved);
			if (!solved) {
				answers.again(number, UserId.SYSTEM, said.text());
			}
		};
	}

	@Bean
	JavaDelegate checkComplaintTerms(WatchTerms watch) {
		return (execution) -> execution.setVariable(ComplaintProcess.TERM_OPEN, watch.watch(number(execution)));
	}

	@Bean
	JavaDelegate tellComplaintEnd(CustomerNotices notices) {
		return (execution) -> notices.tell(number(execution), "ended", "customer-complaint-ended", NOTHING_MORE);
	}

	private static CaseNumber number(DelegateExecution execution) {
		return new CaseNumber(execution.getProcessBusinessKey());
	}

}
