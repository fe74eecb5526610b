package dev.escala.calendar.year.process;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.escala.calendar.year.CalendarYear;
import dev.escala.calendar.year.YearFlow;
import dev.escala.engine.AsSystem;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;

import org.springframework.stereotype.Component;

/**
 * Talks to the engine for years to confirm. Their processes belong to no case and have no
 * business key.
 */
@Component
class CamundaYearFlow implements YearFlow {

	private final RuntimeService runtime;

	private final AsSystem asSystem;

	CamundaYearFlow(RuntimeService runtime, AsSystem asSystem) {
		this.runtime = runtime;
		this.asSystem = asSystem;
	}

	@Override
	public void ask(CalendarYear year) {
		this.asSystem.run(() -> this.runtime.createProcessInstanceByKey(CalendarYearProcess.KEY)
			.setVariable(CalendarYearProcess.CALENDAR, year.code())
			.setVariable(CalendarYearProcess.YEAR, year.year())
			.execute());
	}

	@Override
	public Set<CalendarYear> asked() {
		return this.asSystem.call(() -> running().stream().map(this::year).collect(Collectors.toSet()));
	}

	@Override
	public void end(CalendarYear year) {
		this.asSystem.run(() -> running().stream()
			.filter((instance) -> year(instance).equals(year))
			.forEach((instance) -> this.runtime.deleteProcessInstance(instance.getId(),
					"Ya no hay que confirmar ese año de ese calendario.")));
	}

	private List<ProcessInstance> running() {
		return this.runtime.createProcessInstanceQuery().processDefinitionKey(CalendarYearProcess.KEY).list();
	}

	private CalendarYear year(ProcessInstance instance) {
		return new CalendarYear((String) this.runtime.getVariable(instance.getId(), CalendarYearProcess.CALENDAR),
				(Integer) this.runtime.getVariable(instance.getId(), CalendarYearProcess.YEAR));
	}

}
