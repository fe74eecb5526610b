package dev.escala.retention.process;

import java.util.Date;

import dev.escala.reference.CaseNumber;
import dev.escala.retention.RetentionCases;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/** What the timers of the model ask: {@code ${retentionTimers.due(execution)}}. */
@Component("retentionTimers")
public class RetentionTimers {

	private final RetentionCases cases;

	RetentionTimers(RetentionCases cases) {
		this.cases = cases;
	}

	/** When waiting ends: for the next call, or for the next purchase. */
	public Date due(DelegateExecution execution) {
		return Date.from(this.cases.get(new CaseNumber(execution.getProcessBusinessKey())).dueAt());
	}

}
