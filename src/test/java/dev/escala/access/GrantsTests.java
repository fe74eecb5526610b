package dev.escala.access;

import java.util.List;

import dev.escala.engine.AsSystem;
import dev.escala.reference.UserId;
import dev.escala.support.EscalaTest;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrantsTests {

	private static final String PASSWORD = "correct horse battery";

	private static final List<String> PEOPLE = List.of("acc-agent", "acc-colleague", "acc-manager", "acc-owner",
			"acc-admin", "acc-stranger");

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private IdentityService identity;

	@Autowired
	private AuthorizationService authorizations;

	@Autowired
	private RepositoryService repository;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private TaskService tasks;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private Staff staff;

	@Autowired
	private Grants grants;

	@Autowired
	private AsSystem asSystem;

	private String deployment;

	private String groupTask;

	private String colleagueTask;

	@BeforeAll
	void givenPeople() {
		person("acc-agent", Role.AGENTS);
		person("acc-colleague", Role.FINANCE);
		person("acc-manager", Role.MANAGERS);
		person("acc-owner", Role.PROCESS_OWNERS);
		person("acc-admin", Role.ADMINISTRATORS);
		person("acc-stranger");
		this.deployment = this.repository.createDeployment()
			.addClasspathResource("access/grants-test.bpmn")
			.deploy()
			.getId();
	}

	@BeforeEach
	void givenTasks() {
		// New ones each time: the engine never takes a task's grant back from a former
		// assignee.
		String instance = this.runtime.startProcessInstanceByKey("grantsTest").getId();
		this.groupTask = task(instance, "userTask_group");
		this.colleagueTask = task(instance, "userTask_colleague");
	}

	@AfterEach
	void nobodyActs() {
		this.identity.clearAuthentication();
	}

	@AfterAll
	void cleanUp() {
		this.repository.deleteDeployment(this.deployment, true);
		PEOPLE.forEach(this.identity::deleteUser);
	}

	@Test
	@DisplayName("Each role has its group, and writing the grants again changes nothing (001-33)")
	void idempotent() {
		long before = this.authorizations.createAuthorizationQuery().count();

		this.grants.afterSingletonsInstantiated();

		assertThat(this.authorizations.createAuthorizationQuery().count()).isEqualTo(before);
		for (Role role : Role.values()) {
			assertThat(this.identity.createGroupQuery().groupId(role.groupId()).singleResult().getName())
				.isEqualTo(role.label());
		}
	}

	@Test
	@DisplayName("An agent sees the group's task, claims it, and sees nobody else's")
	void groupTasks() {
		StaffClient agent = client("acc-agent");

		assertThat(agent.send("GET", "/engine-rest/task/" + this.groupTask).statusCode()).isEqualTo(200);
		assertThat(agent.send("GET", "/engine-rest/task/" + this.colleagueTask).statusCode()).isNotEqualTo(200);
		assertThat(agent.send("GET", "/engine-rest/task?maxResults=100").body()).contains(this.groupTask)
			.doesNotContain(this.colleagueTask);
		assertThat(claim(agent, this.groupTask, "acc-agent")).isEqualTo(204);
		assertThat(this.tasks.createTaskQuery().taskId(this.groupTask).singleResult().getAssignee())
			.isEqualTo("acc-agent");
	}

	@Test
	@DisplayName("An agent cannot complete, take or give away a colleague's task")
	void colleaguesTask() {
		StaffClient agent = client("acc-agent");

		assertThat(agent.json("POST", "/engine-rest/task/" + this.colleagueTask + "/complete", "{}").statusCode())
			.isEqualTo(403);
		assertThat(claim(agent, this.colleagueTask, "acc-agent")).isEqualTo(403);
		assertThat(assign(agent, this.colleagueTask, "acc-agent")).isEqualTo(403);
		assertThat(assign(agent, this.groupTask, "acc-colleague")).isEqualTo(403);
		assertThat(this.tasks.createTaskQuery().taskId(this.colleagueTask).singleResult().getAssignee())
			.isEqualTo("acc-colleague");
	}

	@Test
	@DisplayName("A manager sees every task, and neither completes it nor gives it away behind our back")
	void managersSee() {
		StaffClient manager = client("acc-manager");

		assertThat(manager.send("GET", "/engine-rest/task/" + this.colleagueTask).statusCode()).isEqualTo(200);
		assertThat(assign(manager, this.colleagueTask, "acc-agent")).isEqualTo(403);
		assertThat(manager.json("POST", "/engine-rest/task/" + this.colleagueTask + "/complete", "{}").statusCode())
			.isEqualTo(403);
		assertThat(this.tasks.createTaskQuery().taskId(this.colleagueTask).singleResult().getAssignee())
			.isEqualTo("acc-colleague");
	}

	@Test
	@DisplayName("Nobody but an administrator creates filters or sees all users, and nobody but an administrator or an owner deploys")
	void onlyAdministrators() {
		String filter = "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{},\"properties\":{}}";
		for (String person : List.of("acc-agent", "acc-manager", "acc-owner", "acc-stranger")) {
			StaffClient client = client(person);

			assertThat(client.json("POST", "/engine-rest/filter/create", filter).statusCode()).as(person)
				.isEqualTo(403);
			assertThat(client.send("GET", "/engine-rest/user?maxResults=100").body()).as(person)
				.contains(person)
				.doesNotContain("acc-admin");
			assertThat(deploy(client).statusCode()).as(person).isEqualTo(person.equals("acc-owner") ? 200 : 403);
			assertThat(client.send("DELETE", "/engine-rest/user/" + person).statusCode()).as(person).isEqualTo(403);
			assertThat(client.json("POST", "/engine-rest/process-definition/key/grantsTest/start", "{}").statusCode())
				.as(person)
				.isNotEqualTo(200);
		}
		StaffClient admin = client("acc-admin");
		assertThat(admin.json("POST", "/engine-rest/filter/create", filter).statusCode()).isEqualTo(200);
		assertThat(admin.send("GET", "/engine-rest/user?maxResults=100").body()).contains("acc-agent", "acc-admin");
		this.engine.getFilterService()
			.createFilterQuery()
			.filterName("x")
			.list()
			.forEach((made) -> this.engine.getFilterService().deleteFilter(made.getId()));
		this.repository.createDeploymentQuery()
			.deploymentName("x")
			.list()
			.forEach((made) -> this.repository.deleteDeployment(made.getId()));
	}

	@Test
	@DisplayName("A process owner reads definitions and running cases, and changes nothing")
	void processOwners() {
		StaffClient owner = client("acc-owner");
		String instances = "/engine-rest/process-instance";

		assertThat(owner.send("GET", "/engine-rest/process-definition/key/grantsTest/xml").statusCode()).isEqualTo(200);
		assertThat(owner.send("GET", instances + "?processDefinitionKey=grantsTest&maxResults=100").body())
			.contains("grantsTest");
		assertThat(owner
			.send("GET", "/engine-rest/history/process-instance?processDefinitionKey=grantsTest&maxResults=100")
			.body()).contains("grantsTest");
		assertThat(owner.json("PUT", instances + "/" + instance() + "/suspended", "{\"suspended\":true}").statusCode())
			.isEqualTo(403);
		assertThat(owner.send("DELETE", instances + "/" + instance()).statusCode()).isEqualTo(403);
	}

	@Test
	@DisplayName("A person in no group gets into nothing")
	void strangers() {
		StaffClient stranger = client("acc-stranger");

		assertThat(stranger.send("GET", "/engine-rest/task?maxResults=100").body()).isEqualTo("[]");
		assertThat(stranger.send("GET", "/engine-rest/process-definition?maxResults=100").body()).isEqualTo("[]");
		assertThatThrownBy(() -> StaffClient.session(this.port, "acc-stranger", PASSWORD))
			.isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("403");
	}

	@Test
	@DisplayName("Our services act with Escala's rights, and the person stays the author")
	void asSystem() {
		this.identity.setAuthentication("acc-stranger", List.of());

		assertThatThrownBy(() -> this.runtime.startProcessInstanceByKey("grantsTest"))
			.isInstanceOf(AuthorizationException.class);
		String started = this.asSystem.call(() -> this.runtime.startProcessInstanceByKey("grantsTest").getId());
		assertThat(this.staff.membersOf("managers")).extracting(Staff.Person::id).contains(new UserId("acc-manager"));
		assertThat(this.staff.find(new UserId("acc-agent"))).isPresent();
		assertThatThrownBy(() -> this.runtime.deleteProcessInstance(started, "x"))
			.isInstanceOf(AuthorizationException.class);

		this.identity.clearAuthentication();
		assertThat(this.runtime.getVariable(started, "startedBy")).isEqualTo("acc-stranger");
	}

	private void person(String id, Role... roles) {
		this.accounts.keep(id, "Ana", "Ruiz", id + "@escala.example", PASSWORD, roles);
	}

	private StaffClient client(String id) {
		return StaffClient.basic(this.port, id, PASSWORD);
	}

	private String task(String instance, String key) {
		return this.tasks.createTaskQuery().processInstanceId(instance).taskDefinitionKey(key).singleResult().getId();
	}

	private String instance() {
		return this.tasks.createTaskQuery().taskId(this.colleagueTask).singleResult().getProcessInstanceId();
	}

	private static int claim(StaffClient client, String task, String user) {
		return client.json("POST", "/engine-rest/task/" + task + "/claim", "{\"userId\":\"" + user + "\"}")
			.statusCode();
	}

	private static int assign(StaffClient client, String task, String user) {
		return client.json("POST", "/engine-rest/task/" + task + "/assignee", "{\"userId\":\"" + user + "\"}")
			.statusCode();
	}

	private static java.net.http.HttpResponse<String> deploy(StaffClient client) {
		String body = String.join("\r\n", "--b", "Content-Disposition: form-data; name=\"deployment-name\"", "", "x",
				"--b", "Content-Disposition: form-data; name=\"a.bpmn\"; filename=\"a.bpmn\"", "",
				"<?xml version=\"1.0\"?><definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" "
						+ "targetNamespace=\"x\"/>",
				"--b--", "");
		return client.submit("POST", "/engine-rest/deployment/create", "multipart/form-data; boundary=b", body);
	}

}
