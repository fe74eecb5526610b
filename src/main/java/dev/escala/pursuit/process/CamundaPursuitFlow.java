package dev.escala.pursuit.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.engine.AsSystem;
import dev.escala.engine.TaskDates;
import dev.escala.engine.UserTasks;
import dev.escala.matter.MatterVariables;
import dev.escala.matter.Matters;
import dev.escala.matter.process.CarryingProcess;
import dev.escala.matter.process.ProcessesBeside;
import dev.escala.owner.task.OwnerVariables;
import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.PursuitFlow;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.Reference;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Talks to the engine for the use cases of a pursuit. */
@Component
class CamundaPursuitFlow implements PursuitFlow {

	/** The beginnings of the ids of the tasks in which a stage is worked. */
	private static final List<String> STAGES = List.of("userTask_workProspect", "userTask_workOpportunity");

	private final RuntimeService runtime;

	private final TaskService tasks;

	private final FormService forms;

	private final Matters matters;

	private final CarryingProcess carrying;

	private final ProcessesBeside beside;

	/** The dates ask the tasks, which end here. */
	private final ObjectProvider<TaskDates> dates;

	private final AsSystem asSystem;

	CamundaPursuitFlow(RuntimeService runtime, TaskService tasks, FormService forms, Matters matters,
			CarryingProcess carrying, ProcessesBeside beside, ObjectProvider<TaskDates> dates, AsSystem asSystem) {
		this.runtime = runtime;
		this.tasks = tasks;
		this.forms = forms;
		this.matters = matters;
		this.carrying = carrying;
		this.beside = beside;
		this.dates = dates;
		this.asSystem = asSystem;
	}

	@Override
	public void start(Pursuit pursuit) {
		Map<String, Object> variables = new HashMap<>();
		variables.put(MatterVariables.NUMBER, pursuit.number().value());
		variables.put(OwnerVariables.OWNER_ID, Reference.valueOrNull(pursuit.ownerId()));
		String key = switch (pursuit.kind()) {
			case PROSPECT -> ProspectProcess.KEY;
			case OPPORTUNITY -> OpportunityProcess.KEY;
		};
		this.asSystem.run(() -> this.runtime.createProcessInstanceByKey(key)
			.businessKey(pursuit.number().value())
			.setVariables(variables)
			.execute());
	}

	@Override
	public void completeStage(CaseNumber number, UserId by, Map<String, Object> form) {
		this.asSystem.run(() -> {
			Task task = stageTask(number).orElseThrow(() -> new ConflictException(
					number + " no está en ninguna etapa en la que se trabaje: espera su fecha, o ya terminó."));
			if (task.getAssignee() == null) {
				this.tasks.claim(task.getId(), by.value());
			}
			// Only its assignee completes it: the listener of the task sees to that.
			this.forms.submitTaskForm(task.getId(), form);
		});
	}

	private Optional<Task> stageTask(CaseNumber number) {
		return this.tasks.createTaskQuery()
			.processInstanceBusinessKey(number.value())
			.list()
			.stream()
			.filter((one) -> STAGES.stream().anyMatch((key) -> UserTasks.isOneOf(one.getTaskDefinitionKey(), key)))
			.findFirst();
	}

	@Override
	public void take(CaseNumber number, UserId by) {
		this.asSystem.run(() -> stageTask(number).filter((task) -> task.getAssignee() == null)
			.ifPresent((task) -> this.tasks.claim(task.getId(), by.value())));
	}

	@Override
	public void resume(CaseNumber number) {
		this.asSystem.run(() -> this.carrying.tell(number, ProspectProcess.MESSAGE_RESUMED));
	}

	@Override
	public void syncDates(CaseNumber number) {
		this.asSystem.run(() -> this.dates.getObject().sync(number));
	}

	@Override
	public void analyseLoss(CaseNumber number) {
		begin(number, LossAnalysisProcess.KEY);
	}

	@Override
	public void reviewDeferrals(CaseNumber number) {
		if (this.asSystem.call(() -> this.beside.list(number, DeferralReviewProcess.KEY)).isEmpty()) {
			begin(number, DeferralReviewProcess.KEY);
		}
	}

	private void begin(CaseNumber number, String key) {
		this.asSystem.run(() -> this.runtime.createProcessInstanceByKey(key)
			.businessKey(number.value())
			.setVariables(this.matters.variables(number))
			.execute());
	}

	@Override
	public void endReviews(CaseNumber number) {
		this.asSystem.run(() -> this.beside.end(number, DeferralReviewProcess.KEY,
				number + " terminó: sus aplazamientos ya no hay que revisarlos."));
	}

}
