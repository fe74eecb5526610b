package dev.escala.escalation.process;

import dev.escala.access.CurrentUser;
import dev.escala.engine.FormFields;
import dev.escala.escalation.Report;
import dev.escala.escalation.report.ReportEscalation;
import dev.escala.matter.MatterVariables;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

import org.springframework.stereotype.Component;

/**
 * The start of the process. Started by a form, it registers the case that the form
 * describes; started by a use case, it finds the case registered. Either way the case is
 * tied to this process instance, once.
 */
@Component("reportListener")
class ReportListener implements ExecutionListener {

	private final ReportEscalation reports;

	private final Matters matters;

	private final CurrentUser user;

	ReportListener(ReportEscalation reports, Matters matters, CurrentUser user) {
		this.user = user;
		this.reports = reports;
		this.matters = matters;
	}

	@Override
	public void notify(DelegateExecution execution) {
		Object given = execution.getVariable(MatterVariables.NUMBER);
		CaseNumber number = (given == null) ? register(execution) : new CaseNumber(given.toString());
		execution.setProcessBusinessKey(number.value());
		if (!this.matters.bind(number, execution.getProcessInstanceId())) {
			throw new ConflictException("El caso " + number + " no existe o ya está en marcha.");
		}
		execution.setVariable(MatterVariables.NUMBER, number.value());
		execution.setVariable(EscalationProcess.RESOLVED, false);
		execution.setVariable(EscalationProcess.RCA_DONE, false);
	}

	private CaseNumber register(DelegateExecution execution) {
		FormFields form = new FormFields(execution);
		Report report = Report.of(new Report.Input(form.text("customer"), form.text("origin"), form.text("reason"),
				form.text("criterion"), form.text("speciality"), form.text("subject"), form.text("description"),
				form.text("impact"), form.text("urgency"), form.text("service"), form.lines("customerIssues"),
				form.lines("linkedRecords"), form.flag("major")));
		UserId reporter = this.user.id().orElse(UserId.SYSTEM);
		CaseNumber number = this.reports.register(report, reporter).number();
		form.forget();
		return number;
	}

}
