package dev.escala.access;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

/**
 * One permission of one group in the engine's own web applications and REST API.
 *
 * @param role the group
 * @param resource the kind of thing
 * @param resourceId which thing, or {@code *}
 * @param permissions what the group may do with it
 */
record Grant(Role role, Resource resource, String resourceId, Permission... permissions) {

	/** Those who may give a task to somebody else. */
	private static final Set<Role> ASSIGNERS = EnumSet.of(Role.SUPERVISORS, Role.MANAGERS, Role.DIRECTORS);

	/** The processes that staff start in Tasklist. */
	private static final List<String> STARTED_BY_STAFF = List.of("customerEscalation", "complaint", "internalRequest",
			"commitment", "prospect", "opportunity");

	/**
	 * Everything that is granted, for all groups. What is not here is refused: creating
	 * filters, reading users, changing running cases. Process owners deploy. Tasks are
	 * granted one by one by the engine, to their candidate groups and their assignee.
	 */
	static List<Grant> all() {
		List<Grant> grants = new ArrayList<>();
		EnumSet.complementOf(EnumSet.of(Role.ADMINISTRATORS)).forEach((role) -> forStaff(grants, role));
		Role.reporters().forEach((role) -> {
			STARTED_BY_STAFF.forEach((process) -> grants.add(new Grant(role, Resources.PROCESS_DEFINITION, process,
					Permissions.READ, Permissions.CREATE_INSTANCE)));
			grants.add(new Grant(role, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE));
		});
		ASSIGNERS.forEach((role) -> grants
			.add(new Grant(role, Resources.TASK, ANY, TaskPermissions.READ, TaskPermissions.TASK_ASSIGN)));
		forProcessOwners(grants);
		for (Resources resource : Resources.values()) {
			grants.add(new Grant(Role.ADMINISTRATORS, resource, ANY, Permissions.ALL));
		}
		return grants;
	}

	private static void forStaff(List<Grant> grants, Role role) {
		grants.add(new Grant(role, Resources.APPLICATION, "tasklist", Permissions.ACCESS));
		grants.add(new Grant(role, Resources.APPLICATION, "welcome", Permissions.ACCESS));
		grants.add(new Grant(role, Resources.FILTER, ANY, Permissions.READ));
		// Tasklist names the groups that a task is offered to, not only one's own.
		grants.add(new Grant(role, Resources.GROUP, ANY, Permissions.READ));
		if (role != Role.PROCESS_OWNERS) {
			// Tasklist draws the diagram of a task. Instances are nobody's to read: what
			// belongs to a task comes with the task, and the rest by the rule of rows.
			grants.add(new Grant(role, Resources.PROCESS_DEFINITION, ANY, Permissions.READ));
		}
	}

	private static void forProcessOwners(List<Grant> grants) {
		Role role = Role.PROCESS_OWNERS;
		grants.add(new Grant(role, Resources.APPLICATION, "cockpit", Permissions.ACCESS));
		grants.add(new Grant(role, Resources.PROCESS_DEFINITION, ANY, Permissions.READ,
				ProcessDefinitionPermissions.READ_INSTANCE, ProcessDefinitionPermissions.READ_HISTORY));
		grants.add(new Grant(role, Resources.PROCESS_INSTANCE, ANY, Permissions.READ));
		// Without these Cockpit counts no tasks and no deployments, and says so nowhere.
		grants.add(new Grant(role, Resources.TASK, ANY, TaskPermissions.READ));
		// What they deploy is judged by the gate, whichever way it comes.
		grants.add(new Grant(role, Resources.DEPLOYMENT, ANY, Permissions.READ, Permissions.CREATE));
		grants.add(new Grant(role, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY));
		grants.add(new Grant(role, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ));
	}

}
