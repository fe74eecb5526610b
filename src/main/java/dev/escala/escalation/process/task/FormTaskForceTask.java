package dev.escala.escalation.process.task;

import dev.escala.access.Role;
import dev.escala.engine.CompletedTask;
import dev.escala.escalation.course.CaseFile;

import org.springframework.stereotype.Component;

/** A manager calls people in for this case (001-24). */
@Component
class FormTaskForceTask extends RoleTask {

	private final CaseFile file;

	FormTaskForceTask(TaskFacts facts, CaseFile file) {
		super("userTask_formTaskForce", Role.MANAGERS, "el caso necesita un grupo de trabajo propio.", facts);
		this.file = file;
	}

	@Override
	public void complete(CompletedTask task) {
		this.file.formTaskForce(task.caseNumber(), task.userId(), task.text("taskForceLead"),
				task.lines("taskForceMembers"), task.text("taskForceGoal"));
	}

}
