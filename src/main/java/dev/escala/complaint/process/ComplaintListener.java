package dev.escala.complaint.process;

import dev.escala.access.CurrentUser;
import dev.escala.complaint.Statement;
import dev.escala.complaint.course.PresentComplaint;
import dev.escala.engine.FormFields;
import dev.escala.matter.MatterVariables;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

import org.springframework.stereotype.Component;

/**
 * The start of the process. Started by a form, it registers what the form says; started
 * by a use case, it finds the complaint registered. Either way the complaint is tied to
 * this process instance, once.
 */
@Component("complaintListener")
class ComplaintListener implements ExecutionListener {

	private final PresentComplaint presenting;

	private final Matters matters;

	private final CurrentUser user;

	ComplaintListener(PresentComplaint presenting, Matters matters, CurrentUser user) {
		this.presenting = presenting;
		this.matters = matters;
		this.user = user;
	}

	@Override
	public void notify(DelegateExecution execution) {
		Object given = execution.getVariable(MatterVariables.NUMBER);
		CaseNumber number = (given == null) ? register(execution) : new CaseNumber(given.toString());
		execution.setProcessBusinessKey(number.value());
		if (!this.matters.bind(number, execution.getProcessInstanceId())) {
			throw new ConflictException("La reclamación " + number + " no existe o ya está en marcha.");
		}
		this.matters.variables(number).forEach(execution::setVariable);
	}

	private CaseNumber register(DelegateExecution execution) {
		FormFields form = new FormFields(execution);
		Statement.Input input = new Statement.Input(form.text("customer"), form.text("email"), form.text("phone"),
				form.text("complaintKind"), form.text("description"), form.text("wish"), form.text("region"),
				form.text("complaintTopic"), !form.flag("notConsumer"), form.flag("officialForm"),
				!form.flag("largeSupply"), form.text("door"), form.text("answerChannel"), form.text("language"),
				form.text("presentedAt"), form.flag("readBack"), form.text("recording"), form.flag("recordingConsent"),
				form.text("postalAddress"));
		UserId by = this.user.id().orElse(UserId.SYSTEM);
		CaseNumber number = this.presenting.register(input, null, by).number();
		form.forget();
		return number;
	}

}
