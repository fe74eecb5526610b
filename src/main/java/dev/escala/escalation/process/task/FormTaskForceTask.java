package dev.escala.escalation.process.task;

import java.util.Map;

import dev.escala.access.Role;
import dev.escala.access.Staff;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.escalation.TaskForce;
import dev.escala.escalation.course.CaseFile;
import dev.escala.notice.StaffNotices;
import dev.escala.reference.UserId;
import dev.escala.staffing.PersonSearch;

import org.springframework.stereotype.Component;

/**
 * A manager calls people in for this case (001-24), chosen from the directory; each of
 * them is told.
 */
@Component
class FormTaskForceTask extends RoleTask {

	private final CaseFile file;

	private final Staff staff;

	private final PersonSearch people;

	private final StaffNotices notices;

	FormTaskForceTask(TaskFacts facts, CaseFile file, Staff staff, PersonSearch people, StaffNotices notices) {
		super("userTask_formTaskForce", Role.MANAGERS, "el caso necesita un grupo de trabajo propio.", facts);
		this.file = file;
		this.staff = staff;
		this.people = people;
		this.notices = notices;
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		return Map.of("staff", this.people.choices());
	}

	@Override
	public void complete(CompletedTask task) {
		TaskForce force = this.file.formTaskForce(task.caseNumber(), task.userId(),
				UserId.nullable(task.text("taskForceLead")),
				task.choices("taskForceMembers").stream().map(UserId::new).toList(), task.text("taskForceGoal"));
		this.notices.tellPeople(task.caseNumber(), "task-force-" + force.number(), "internal-task-force",
				Map.of("leadName", this.staff.nameOf(force.lead()), "message", force.goal()), force.everybody());
	}

}
