package dev.escala.escalation.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.escala.access.Role;
import dev.escala.level.Levels;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.staffing.Absences;
import dev.escala.staffing.ReportingLine;
import dev.escala.staffing.RequestAbsence;
import dev.escala.support.CaseDriver;
import dev.escala.support.Forms;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * An engineer reports to a boss, who reports to a director. Whoever is away in a story is
 * back after it, and whoever reports to somebody does not any more.
 */
abstract class LevelStory extends EscalationStory {

	static final String ATTEND = "userTask_attendBreach";

	static final Map<String, Object> ATTENDED = Map.of("breachNote", "Se llama al turno de tarde.");

	@Autowired
	Levels levels;

	@Autowired
	private ReportingLine lines;

	@Autowired
	private Absences absences;

	private final List<Runnable> returns = new ArrayList<>();

	@BeforeEach
	void givenAReportingLine() {
		this.people.person("ingeniera", Role.TECHNOLOGY);
		this.people.person("jefa", Role.MANAGERS);
		this.people.person("suplente", Role.MANAGERS);
		this.people.person("directora", Role.DIRECTORS);
		reports("ingeniera", "jefa");
		reports("jefa", "directora");
	}

	@AfterEach
	void everybodyIsBack() {
		// On the day before, an absence is not ended but taken back.
		CaseDriver.travelTo(MONDAY_AT_TEN.minus(Duration.ofDays(1)));
		this.returns.forEach(Runnable::run);
	}

	void reports(String person, String manager) {
		this.lines.setManager(new UserId(person), new UserId(manager), new UserId("supervisor"));
		this.returns.add(() -> this.lines.removeManager(new UserId(person), new UserId("supervisor")));
	}

	/**
	 * Absent all week.
	 * @return brings the person back earlier
	 */
	Runnable away(String person, String deputy) {
		long absence = this.absences.add(
				new RequestAbsence(new UserId(person), "2026-11-23", "2026-11-27", deputy, null),
				new UserId("supervisor"));
		Runnable back = () -> this.absences.cancel(new UserId(person), absence, new UserId("supervisor"));
		this.returns.add(back);
		return back;
	}

	CaseNumber workedByTheEngineer() {
		CaseNumber number = reported(severe());
		this.people.complete(number, "ingeniera", "userTask_takeOver", Forms.takeOver());
		this.people.run(number, "serviceTask_announceEscalation");
		return number;
	}

	Task taskOf(CaseNumber number, String person) {
		return this.engine.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKey(number.value())
			.taskDefinitionKey(ATTEND)
			.taskAssignee(person)
			.singleResult();
	}

	void attend(CaseNumber number, String person) {
		this.people.as(person, () -> {
			this.engine.getFormService().submitTaskForm(taskOf(number, person).getId(), new HashMap<>(ATTENDED));
			return null;
		});
	}

}
