package dev.escala.notice.process;

import dev.escala.engine.AsSystem;
import dev.escala.notice.NoticeFlow;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;

import org.springframework.stereotype.Component;

/** Talks to the engine about first notices. */
@Component
class CamundaNoticeFlow implements NoticeFlow {

	private final RuntimeService runtime;

	private final TaskService tasks;

	private final AsSystem asSystem;

	CamundaNoticeFlow(RuntimeService runtime, TaskService tasks, AsSystem asSystem) {
		this.runtime = runtime;
		this.tasks = tasks;
		this.asSystem = asSystem;
	}

	@Override
	public void customersTold(CaseNumber number) {
		this.asSystem.run(() -> this.runtime.createMessageCorrelation(NoticeProcess.MESSAGE_NOTICES_PROVEN)
			.processInstanceBusinessKey(number.value())
			.correlateAll());
	}

	@Override
	public boolean noticeFailed(CaseNumber number) {
		return this.asSystem.call(() -> this.tasks.createTaskQuery()
			.processInstanceBusinessKey(number.value())
			.taskDefinitionKey(NoticeProcess.TASK_REACH_CUSTOMERS)
			.count() > 0
				|| !this.runtime.createMessageCorrelation(NoticeProcess.MESSAGE_NOTICE_FAILED)
					.processInstanceBusinessKey(number.value())
					.correlateAllWithResult()
					.isEmpty());
	}

}
