package dev.escala.escalation.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.escala.access.Role;
import dev.escala.escalation.Outcome;
import dev.escala.escalation.Phase;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.Forms;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

abstract class SafeguardStories extends EscalationStory {

	@Test
	@DisplayName("Only the assignee completes a task: not a colleague, not a supervisor, not who has not claimed it")
	void onlyTheAssignee() {
		CaseNumber number = reported(moderate());
		Task task = this.people.task(number, "userTask_takeOver");
		this.people.person("colega", Role.TECHNOLOGY);

		assertThatThrownBy(() -> submit("tecnologia", task, Forms.takeOver()))
			.hasMessageContaining("Tome la tarea antes de completarla");
		this.people.as("colega", () -> {
			this.engine.getTaskService().claim(task.getId(), "colega");
			return null;
		});
		assertThatThrownBy(() -> submit("tecnologia", task, Forms.takeOver()))
			.hasMessageContaining("Solo esa persona puede completarla");
		assertThatThrownBy(() -> submit("supervisor", task, Forms.takeOver())).isInstanceOf(RuntimeException.class);
		assertThatThrownBy(() -> submit("ejecutivo", task, Forms.takeOver())).isInstanceOf(RuntimeException.class);
		assertThat(this.escalations.get(number).ownerId()).isNull();
		submit("colega", task, Forms.takeOver());

		assertThat(this.escalations.get(number).ownerId()).isEqualTo(new UserId("colega"));
	}

	@Test
	@DisplayName("A refusal keeps the task open with its assignee and stores nothing of what was typed")
	void refusalStoresNothing() {
		CaseNumber number = working(moderate());
		int written = this.notes.notes(number).size();

		assertThatThrownBy(() -> this.people.complete(number, "tecnologia", "userTask_executePlan",
				Forms.progress("functional", "progressNote", "Texto rechazado", "requestedSpeciality", "MAGIC")))
			.hasMessageContaining("especialidad");

		assertThat(this.people.task(number, "userTask_executePlan").getAssignee()).isEqualTo("tecnologia");
		assertThat(this.notes.notes(number)).hasSize(written);
		assertThat(variables(number)).noneMatch((value) -> value.contains("Texto rechazado"));
		assertThatCase(number).isWaitingAt("userTask_executePlan").hasNotPassed("gateway_planProgress");
	}

	@Test
	@DisplayName("A start form that names the number of another case is refused and reports nothing")
	void smuggledNumber() {
		CaseNumber number = working(moderate());
		long cases = cases();
		List<String> instances = this.people.instances(number);

		for (Object smuggled : List.of(number.value(), "ESC-2026-999999", " ", 7)) {
			assertThatThrownBy(() -> reported(Forms.with(moderate(), "escalationNumber", smuggled)))
				.as("escalationNumber = %s", smuggled)
				.hasMessageContaining("no tiene el campo «escalationNumber»");
		}

		assertThat(cases()).isEqualTo(cases);
		assertThat(this.people.instances(number)).containsExactlyInAnyOrderElementsOf(instances);
		assertThat(this.people.tasks(number)).containsExactly("userTask_executePlan");
	}

	@Test
	@DisplayName("Facts that are sent along with a form are refused, naming them, and decide nothing")
	void smuggledFacts() {
		assertThatThrownBy(() -> reported(Forms.with(severe(), "rcaDone", true, "customerKnown", false)))
			.hasMessageContainingAll("«customerKnown»", "«rcaDone»");
		CaseNumber number = reported(severe());
		this.people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
		this.people.run(number, "serviceTask_announceEscalation");
		assertThatThrownBy(() -> this.people.complete(number, "tecnologia", "userTask_preparePlan",
				Forms.with(Forms.plan(), "answer", "adjust")))
			.hasMessageContaining("«answer»");
		this.people.complete(number, "tecnologia", "userTask_preparePlan", Forms.plan());
		this.people.run(number, "serviceTask_sendMessage");
		resolve(number, "tecnologia");
		assertThatThrownBy(() -> this.people.complete(number, "tecnologia", "userTask_checkClosing",
				Forms.closing("rcaDone", true, "rcaRequired", false)))
			.hasMessageContainingAll("«rcaDone»", "«rcaRequired»");
		this.people.complete(number, "tecnologia", "userTask_checkClosing", Forms.closing());

		assertThat(this.people.tasks(number)).containsExactly("userTask_writeInternalRca");
		assertThatCase(number).hasNotPassed("userTask_adjustPlan", "userTask_identifyCustomer");
		analyse(number);
		this.people.run(number, "serviceTask_closeCase");
		assertEnded(number, Outcome.CLOSED, "event_endClosed");
	}

	@Test
	@DisplayName("What people type is kept in the case and not in the engine's variables")
	void noTextsInTheEngine() {
		CaseNumber number = closing(moderate());
		assertThat(this.escalations.get(number).phase()).isEqualTo(Phase.CLOSE);

		assertThat(variables(number)).noneMatch(
				(value) -> value.contains("factura") || value.contains("cola") || value.contains("jefa de compras"));
		assertThat(this.engine.getHistoryService().createHistoricVariableInstanceQuery().includeDeleted().count())
			.isZero();
		assertThat(this.engine.getHistoryService().createHistoricDetailQuery().count()).isZero();
		assertThatCase(number).variables()
			.containsOnlyKeys("escalationNumber", "severity", "severityLabel", "tier", "customerName", "customerKnown",
					"major", "ownerId", "resolved", "rcaDone", "customersTold", "planLetterId");
	}

	private void submit(String user, Task task, Map<String, Object> form) {
		this.people.as(user, () -> {
			this.engine.getFormService().submitTaskForm(task.getId(), new HashMap<>(form));
			return null;
		});
	}

	/** The values of all variables that the engine holds of the case. */
	private List<String> variables(CaseNumber number) {
		return this.engine.getRuntimeService()
			.createVariableInstanceQuery()
			.processInstanceIdIn(this.people.instances(number).toArray(String[]::new))
			.list()
			.stream()
			.map(VariableInstance::getValue)
			.map(String::valueOf)
			.toList();
	}

	private long cases() {
		return this.jdbc.sql("SELECT count(*) FROM escalation").query(Long.class).single();
	}

}
