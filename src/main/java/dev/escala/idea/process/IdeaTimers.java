package dev.escala.idea.process;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;

import dev.escala.idea.Ideas;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What the timers of the model ask: {@code ${ideaTimers.decision(execution)}}. They read
 * the stored day, which somebody may have put off.
 */
@Component("ideaTimers")
public class IdeaTimers {

	/** A week is enough to look at two figures. */
	private static final int PATIENCE = 7;

	private final Ideas ideas;

	private final ZoneId zone;

	IdeaTimers(Ideas ideas, @Value("${escala.zone}") ZoneId zone) {
		this.ideas = ideas;
		this.zone = zone;
	}

	/** The beginning of the day on which it is decided. */
	public Date decision(DelegateExecution execution) {
		return at(day(execution));
	}

	/** When somebody is reminded that nobody has decided. */
	public Date late(DelegateExecution execution) {
		return at(day(execution).plusDays(PATIENCE));
	}

	private LocalDate day(DelegateExecution execution) {
		return this.ideas.get(new CaseNumber(execution.getProcessBusinessKey())).trial().decideOn();
	}

	private Date at(LocalDate day) {
		return Date.from(day.atStartOfDay(this.zone).toInstant());
	}

}
