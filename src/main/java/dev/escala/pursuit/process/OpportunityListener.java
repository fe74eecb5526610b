package dev.escala.pursuit.process;

import dev.escala.access.CurrentUser;
import dev.escala.engine.FormFields;
import dev.escala.pursuit.PursuitKind;
import dev.escala.pursuit.course.RegisterPursuit;
import dev.escala.pursuit.course.SaidPursuit;
import dev.escala.pursuit.profile.Profile;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

import org.springframework.stereotype.Component;

/**
 * The start of the process: by a form, which registers what it says, or by a use case
 * that has registered it.
 */
@Component("opportunityListener")
class OpportunityListener implements ExecutionListener {

	private final RegisterPursuit registering;

	private final PursuitStart start;

	private final CurrentUser user;

	OpportunityListener(RegisterPursuit registering, PursuitStart start, CurrentUser user) {
		this.registering = registering;
		this.start = start;
		this.user = user;
	}

	@Override
	public void notify(DelegateExecution execution) {
		this.start.begin(execution, this::register);
	}

	private CaseNumber register(DelegateExecution execution) {
		FormFields form = new FormFields(execution);
		SaidPursuit said = new SaidPursuit(form.text("party"), null, null, form.text("capture"), null,
				form.text("request"), Profile.EMPTY);
		UserId by = this.user.id().orElse(UserId.SYSTEM);
		CaseNumber number = this.registering.register(PursuitKind.OPPORTUNITY, said, by).number();
		form.forget();
		return number;
	}

}
