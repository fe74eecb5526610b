package dev.escala.commitment.process;

import dev.escala.access.CurrentUser;
import dev.escala.commitment.Commitments;
import dev.escala.commitment.persistence.CommitmentRepository;
import dev.escala.engine.FormFields;
import dev.escala.matter.MatterVariables;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

import org.springframework.stereotype.Component;

/**
 * The start of the process. Started by a form, it prepares the commitment that the form
 * describes; started by a use case, it finds it prepared. Either way it is tied to this
 * process instance, once.
 */
@Component("commitmentListener")
class CommitmentListener implements ExecutionListener {

	private final Commitments commitments;

	private final CommitmentRepository repository;

	private final CurrentUser user;

	CommitmentListener(Commitments commitments, CommitmentRepository repository, CurrentUser user) {
		this.user = user;
		this.commitments = commitments;
		this.repository = repository;
	}

	@Override
	public void notify(DelegateExecution execution) {
		CaseNumber number = CaseNumber.nullable(execution.getProcessBusinessKey());
		if (number == null) {
			number = register(execution);
			execution.setProcessBusinessKey(number.value());
		}
		if (!this.repository.bind(number, execution.getProcessInstanceId())) {
			throw new ConflictException("El compromiso " + number + " no existe o ya está en marcha.");
		}
		// What the lists of Tasklist show.
		execution.setVariable(MatterVariables.NUMBER, number.value());
		execution.setVariable(MatterVariables.CUSTOMER_NAME, this.commitments.get(number).party().name());
	}

	private CaseNumber register(DelegateExecution execution) {
		FormFields form = new FormFields(execution);
		Commitments.Input input = new Commitments.Input(form.text("party"), form.text("commitmentText"),
				form.choices("situations"), form.text("request"));
		UserId reporter = this.user.id().orElse(UserId.SYSTEM);
		CaseNumber number = this.commitments.register(input, reporter).number();
		form.forget();
		return number;
	}

}
