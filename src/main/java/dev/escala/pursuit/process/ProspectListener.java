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
@Component("prospectListener")
class ProspectListener implements ExecutionListener {

	private final RegisterPursuit registering;

	private final PursuitStart start;

	private final CurrentUser user;

	ProspectListener(RegisterPursuit registering, PursuitStart start, CurrentUser user) {
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
		SaidPursuit said = new SaidPursuit(form.text("party"), form.text("sector"), form.number("employees"),
				form.text("capture"), form.text("strategy"), null,
				new Profile(form.text("whyChosen"), form.text("contactName"), form.text("contactTitle"),
						form.text("contactPhone"), form.text("contactEmail"), form.text("recentEvents"), null, null,
						null));
		UserId by = this.user.id().orElse(UserId.SYSTEM);
		CaseNumber number = this.registering.register(PursuitKind.PROSPECT, said, by).number();
		form.forget();
		return number;
	}

}
