package dev.escala.internalrequest.process;

import dev.escala.access.CurrentUser;
import dev.escala.engine.FormFields;
import dev.escala.internalrequest.AskInternally;
import dev.escala.internalrequest.InternalRequest;
import dev.escala.internalrequest.InternalRequests;
import dev.escala.internalrequest.Question;
import dev.escala.internalrequest.RequestVariables;
import dev.escala.internalrequest.persistence.RequestRepository;
import dev.escala.matter.MatterVariables;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

import org.springframework.stereotype.Component;

/**
 * The start of the process. Started by a form, it registers what the form asks; started
 * by a use case or called by another process, it finds the request registered. Either way
 * the request is tied to this process instance, once.
 */
@Component("requestListener")
class RequestListener implements ExecutionListener {

	private final AskInternally asking;

	private final InternalRequests requests;

	private final RequestRepository repository;

	private final CurrentUser user;

	RequestListener(AskInternally asking, InternalRequests requests, RequestRepository repository, CurrentUser user) {
		this.user = user;
		this.asking = asking;
		this.requests = requests;
		this.repository = repository;
	}

	@Override
	public void notify(DelegateExecution execution) {
		// A process that calls this one has another business key, and hands in the
		// number.
		Object called = execution.getVariable(RequestVariables.REQUEST_NUMBER);
		CaseNumber number = (called != null) ? new CaseNumber(called.toString())
				: CaseNumber.nullable(execution.getProcessBusinessKey());
		if (number == null) {
			number = register(execution);
		}
		execution.setProcessBusinessKey(number.value());
		if (!this.repository.bind(number, execution.getProcessInstanceId())) {
			throw new ConflictException("La solicitud " + number + " no existe o ya está en marcha.");
		}
		InternalRequest request = this.requests.get(number);
		// What the lists of Tasklist show.
		execution.setVariable(MatterVariables.NUMBER, number.value());
		if (request.question().party() != null) {
			execution.setVariable(MatterVariables.CUSTOMER_NAME, request.question().party().name());
		}
	}

	private CaseNumber register(DelegateExecution execution) {
		FormFields form = new FormFields(execution);
		Question.Input input = new Question.Input(form.text("kind"), form.choices("situations"), form.text("topic"),
				form.text("party"), form.text("prospectSector"), form.text("prospectEmployees"),
				form.text("prospectLanguage"), form.text("situation"), form.text("request"), form.text("assessment"),
				form.text("neededBy"), form.text("customerDate"), form.text("purpose"), form.text("department"),
				form.text("standingDecision"));
		UserId reporter = this.user.id().orElse(UserId.SYSTEM);
		CaseNumber number = this.asking.register(input, reporter).number();
		form.forget();
		return number;
	}

}
