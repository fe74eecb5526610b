package dev.escala.browser;

import java.util.Date;
import java.util.List;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RestartTests {

	@Test
	@DisplayName("A second start on the same data finds every case, task and timer where it was")
	void findsEverything() throws Exception {
		try (DemoServer server = DemoServer.start()) {
			String cases = server.get("agente", "/api/escalations?size=200&sort=number").toString();
			List<String> tasks = tasks(server);
			List<String> timers = timers(server);
			assertThat(server.get("agente", "/api/escalations").get("total").asInt()).isGreaterThanOrEqualTo(10);
			assertThat(tasks).isNotEmpty();
			assertThat(timers).isNotEmpty();

			server.restart();

			assertThat(server.get("agente", "/api/escalations?size=200&sort=number")).hasToString(cases);
			assertThat(tasks(server)).containsAll(tasks);
			assertThat(timers(server)).isEqualTo(timers);
		}
	}

	private static List<String> tasks(DemoServer server) {
		return server.bean(TaskService.class)
			.createTaskQuery()
			.orderByTaskId()
			.asc()
			.list()
			.stream()
			.map((task) -> task.getId() + " " + task.getTaskDefinitionKey() + " " + task.getAssignee())
			.toList();
	}

	/** Timers that are not due for a while: the others may run meanwhile. */
	private static List<String> timers(DemoServer server) {
		return server.bean(ManagementService.class)
			.createJobQuery()
			.timers()
			.duedateHigherThan(new Date(System.currentTimeMillis() + 600_000))
			.orderByJobId()
			.asc()
			.list()
			.stream()
			.map((job) -> job.getId() + " " + job.getDuedate())
			.toList();
	}

}
