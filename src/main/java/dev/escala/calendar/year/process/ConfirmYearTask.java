package dev.escala.calendar.year.process;

import java.util.Map;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.calendar.year.CalendarYear;
import dev.escala.calendar.year.ConfirmYears;
import dev.escala.calendar.year.YearToConfirm;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.engine.UserTask;

import org.springframework.stereotype.Component;

/** A supervisor compares the holidays of a year with the official calendar. */
@Component
class ConfirmYearTask implements UserTask {

	private final ConfirmYears years;

	private final YearToConfirm shown;

	ConfirmYearTask(ConfirmYears years, YearToConfirm shown) {
		this.years = years;
		this.shown = shown;
	}

	@Override
	public String key() {
		return CalendarYearProcess.TASK_CONFIRM;
	}

	@Override
	public Set<String> candidateGroups(TaskScope scope) {
		return Set.of(Role.SUPERVISORS.groupId());
	}

	@Override
	public String why(TaskScope scope) {
		return "Le llega porque pertenece a «" + Role.SUPERVISORS.label()
				+ "»: antes de que empiece un año alguien compara sus festivos con el calendario oficial.";
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		CalendarYear year = year(scope);
		return Map.of("yearTitle", this.shown.title(year), "yearHolidays", this.shown.holidays(year));
	}

	@Override
	public void complete(CompletedTask task) {
		this.years.confirm(year(task.scope()), task.text("yearBasis"), task.text("localDays"), task.userId());
	}

	private static CalendarYear year(TaskScope scope) {
		return new CalendarYear(scope.text(CalendarYearProcess.CALENDAR), scope.number(CalendarYearProcess.YEAR));
	}

}
