package dev.escala.tasklist;

import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Set;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;

/**
 * A process with one task whose form has each kind of field, and people to work on it.
 * What it makes goes away with {@link #close}.
 */
public class EveryFieldProcess implements AutoCloseable {

	public static final String PASSWORD = "llano-brisa-42-tejado";

	private final ProcessEngine engine;

	private final String deploymentId;

	private final Set<String> users = new LinkedHashSet<>();

	public EveryFieldProcess(ProcessEngine engine) {
		this.engine = engine;
		this.deploymentId = engine.getRepositoryService()
			.createDeployment()
			.name("Todos los campos")
			.addClasspathResource("tasklist/every-field.bpmn")
			.addClasspathResource("tasklist/every-field.form")
			.deploy()
			.getId();
	}

	/** A person of the group who may use Tasklist and start this process. */
	public void person(String id, String firstName, String group) {
		User user = this.engine.getIdentityService().newUser(id);
		user.setFirstName(firstName);
		user.setLastName("Prueba");
		user.setPassword(PASSWORD);
		this.engine.getIdentityService().saveUser(user);
		this.users.add(id);
		if (this.engine.getIdentityService().createGroupQuery().groupId(group).count() == 0) {
			this.engine.getIdentityService().saveGroup(this.engine.getIdentityService().newGroup(group));
		}
		this.engine.getIdentityService().createMembership(id, group);
		grant(id, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
		grant(id, Resources.APPLICATION, "welcome", Permissions.ACCESS);
		grant(id, Resources.PROCESS_DEFINITION, "everyField", Permissions.READ, Permissions.CREATE_INSTANCE,
				Permissions.READ_INSTANCE);
		grant(id, Resources.PROCESS_INSTANCE, "*", Permissions.CREATE);
	}

	/** Starts a case and returns its task; each argument may be {@code null}. */
	public Task start(String severity, String person, String group, Date due) {
		VariableMap variables = Variables.putValue("escalationNumber", "ESC-2026-000012")
			.putValue("customerName", "Acme")
			.putValue("severity", severity)
			.putValue("severityLabel", "CRITICAL".equals(severity) ? "Crítica" : "Baja")
			.putValue("person", person)
			// The engine takes no missing group here.
			.putValue("group", (group != null) ? group : "nadie")
			.putValue("due", due);
		String instance = this.engine.getRuntimeService()
			.startProcessInstanceByKey("everyField", "ESC-2026-000012", variables)
			.getId();
		return this.engine.getTaskService().createTaskQuery().processInstanceId(instance).singleResult();
	}

	private void grant(String userId, Resource resource, String resourceId, Permission... permissions) {
		Authorization grant = this.engine.getAuthorizationService()
			.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
		grant.setUserId(userId);
		grant.setResource(resource);
		grant.setResourceId(resourceId);
		grant.setPermissions(permissions);
		this.engine.getAuthorizationService().saveAuthorization(grant);
	}

	@Override
	public void close() {
		this.engine.getRepositoryService().deleteDeployment(this.deploymentId, true);
		this.users.forEach((user) -> {
			this.engine.getAuthorizationService()
				.createAuthorizationQuery()
				.userIdIn(user)
				.list()
				.forEach((grant) -> this.engine.getAuthorizationService().deleteAuthorization(grant.getId()));
			this.engine.getIdentityService().deleteUser(user);
		});
	}

}
