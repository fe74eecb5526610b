package dev.escala.internalrequest.process;

import dev.escala.internalrequest.AnswerRequest;
import dev.escala.internalrequest.AskInternally;
import dev.escala.internalrequest.CloseRequest;
import dev.escala.internalrequest.InternalRequest;
import dev.escala.internalrequest.InternalRequests;
import dev.escala.internalrequest.OverdueRequests;
import dev.escala.internalrequest.RequestNotices;
import dev.escala.internalrequest.RequestNotices.Occasion;
import dev.escala.internalrequest.call.PromisedAnswers;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The service and business rule tasks of {@code internal-request.bpmn} and
 * {@code promised-answer.bpmn}, one bean each.
 */
@Configuration(proxyBeanMethods = false)
class RequestDelegates {

	@Bean
	JavaDelegate applyRequestPolicy(AskInternally asking, RequestNotices notices) {
		return (execution) -> {
			InternalRequest request = asking.applyPolicy(new CaseNumber(execution.getProcessBusinessKey()));
			boolean standing = request.question().standingDecision() != null;
			execution.setVariable(InternalRequestProcess.ANSWER_AWAITED, request.question().kind().awaitsAnswer());
			execution.setVariable(InternalRequestProcess.ANSWERED_BY_STANDING, standing);
			if (request.status().isOpen() && !standing) {
				notices.tell(request.number(), Occasion.RECEIVED, request.question().situation());
			}
		};
	}

	@Bean
	JavaDelegate noteForVisibility(RequestNotices notices, InternalRequests requests) {
		return (execution) -> {
			CaseNumber number = new CaseNumber(execution.getProcessBusinessKey());
			notices.tell(number, Occasion.NOTED, requests.get(number).question().situation());
		};
	}

	@Bean
	JavaDelegate answerByStanding(AnswerRequest answers) {
		return (execution) -> answers.answerByStanding(new CaseNumber(execution.getProcessBusinessKey()));
	}

	@Bean
	JavaDelegate rerouteRequest(AnswerRequest answers) {
		return (execution) -> answers.applyRoute(new CaseNumber(execution.getProcessBusinessKey()));
	}

	@Bean
	JavaDelegate tellAnswerDate(RequestNotices notices) {
		return (execution) -> notices.tell(new CaseNumber(execution.getProcessBusinessKey()), Occasion.DATE, null);
	}

	@Bean
	JavaDelegate tellUnacknowledged(OverdueRequests overdue) {
		return (execution) -> overdue.unacknowledged(new CaseNumber(execution.getProcessBusinessKey()));
	}

	@Bean
	JavaDelegate watchAnswer(OverdueRequests overdue) {
		return (execution) -> execution.setVariable(InternalRequestProcess.STILL_OPEN,
				overdue.watch(new CaseNumber(execution.getProcessBusinessKey())));
	}

	@Bean
	JavaDelegate tellAnswer(RequestNotices notices, InternalRequests requests) {
		return (execution) -> {
			InternalRequest request = requests.get(new CaseNumber(execution.getProcessBusinessKey()));
			notices.tell(request.number(), Occasion.ANSWERED, null);
			execution.setVariable(InternalRequestProcess.CUSTOMER_WAITS, request.question().party() != null);
			execution.setVariable(InternalRequestProcess.SERVICE_RATED, request.isRated());
			execution.setVariable(InternalRequestProcess.WORKED_TOGETHER, request.workedTogether());
		};
	}

	@Bean
	JavaDelegate tellRequestWithdrawn(CloseRequest closing) {
		return (execution) -> closing.tellWithdrawn(new CaseNumber(execution.getProcessBusinessKey()));
	}

	@Bean
	JavaDelegate watchPromisedAnswer(PromisedAnswers promised) {
		return (execution) -> execution.setVariable(PromisedAnswerProcess.STILL_PROMISED,
				promised.watch(new CaseNumber(execution.getProcessBusinessKey())));
	}

}
