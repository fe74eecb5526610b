package dev.escala.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escala.EscalaApplication;
import dev.escala.demo.DemoProgress;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The demo's cases come while people look around already. The second test begins with
 * what the first one left.
 */
@TestMethodOrder(OrderAnnotation.class)
class DemoCasesTests {

	private static final int STORIES = 45;

	/** The subject of each case, and its open tasks. */
	private static final List<String> CASES = List.of("Las citas en línea no se guardan: userTask_takeOver",
			"Cobro duplicado del pedido de noviembre: userTask_identifyCustomer",
			"Corte de red en tres terminales: userTask_completeDetails",
			"Nadie contesta sobre la devolución: userTask_attendBreach, userTask_takeOver",
			"Facturas sin el descuento acordado: userTask_preparePlan",
			"El seguimiento de contenedores va con retraso: userTask_executePlan",
			"Cobro de dos cuotas en el mismo mes: userTask_readMessage",
			"El catálogo no muestra existencias: userTask_verifyResolution",
			"No se pueden descargar los certificados: userTask_confirmWithCustomer",
			"Resultados de laboratorio cruzados: userTask_writeInternalRca", "El alta de un usuario nuevo no llega: ");

	@TempDir
	private static Path temporary;

	@Test
	@Order(1)
	@DisplayName("The demo's cases come after it is ready, each once, however often and hard it is stopped meanwhile")
	void eachOnce() throws Exception {
		Path folder = Files.createDirectory(folder());

		killedWhen("2 of 45 parts of the demo are there", folder);
		try (DemoServer server = DemoServer.on(folder)) {
			assertThat(server.beforeReady().statusCode()).isEqualTo(503);
			assertThat(server.beforeReady().body()).contains("STARTING");
			assertThat(server.readiness().statusCode()).isEqualTo(200);
			DemoProgress progress = server.bean(DemoProgress.class);
			assertThat(progress.isRunning()).isTrue();
			assertThat(progress.total()).isEqualTo(STORIES);
			Awaitility.await().atMost(Duration.ofMinutes(4)).until(() -> progress.there() >= 6);
		}
		assertThat(folder.resolve("demo-cases")).hasContent("begun");
		try (DemoServer server = DemoServer.on(folder)) {
			server.awaitCases();

			Awaitility.await()
				.atMost(Duration.ofMinutes(1))
				.untilAsserted(() -> assertThat(cases(server)).containsExactlyElementsOf(CASES));
			assertThat(doneTwice(server)).isEmpty();
			assertThat(server.get("gerente", "/api/decisions").get("total").asInt()).isEqualTo(3);
			assertThat(server.get("admin", "/api/internal-requests").get("total").asInt()).isEqualTo(2);
			assertThat(server.get("admin", "/api/cases?kind=COMPLAINT").get("items")).hasSize(6);
			assertThat(server.get("admin", "/api/cases?kind=PROSPECT&state=ALL&size=100").get("items")).hasSize(25);
			assertThat(server.get("admin", "/api/cases?kind=OPPORTUNITY&state=ALL&size=100").get("items")).hasSize(8);
			assertThat(server.bean(RuntimeService.class).createIncidentQuery().count()).isZero();
			assertThat(server.bean(JdbcClient.class)
				.sql("SELECT case_number || ' ' || template FROM outbox_message WHERE case_number LIKE 'QUE-%' "
						+ "AND template IN ('internal-breach', 'internal-deadline-near', 'internal-complaint-term')")
				.query(String.class)
				.list()).as("nobody waited for what is only played").isEmpty();
		}
		assertThat(folder.resolve("demo-cases")).hasContent("complete");
	}

	@Test
	@Order(2)
	@DisplayName("A second start on the same data finds every case, task and timer where it was")
	void findsEverything() {
		try (DemoServer server = DemoServer.on(folder())) {
			server.awaitCases();
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

	private static Path folder() {
		return temporary.resolve("escala con espacios");
	}

	/** Starts the demo as a program and ends it as a power cut does. */
	private static void killedWhen(String line, Path folder) throws IOException {
		Path log = Files.createTempFile("demo", ".log");
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
						EscalaApplication.class.getName(), "--logging.level.dev.escala.demo=debug"));
		command.addAll(DemoServer.arguments(folder));
		Process process = new ProcessBuilder(command).directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		try {
			Awaitility.await().atMost(Duration.ofMinutes(4)).pollInterval(Duration.ofMillis(20)).until(() -> {
				assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
				return Files.readString(log).contains(line);
			});
		}
		finally {
			process.destroyForcibly().onExit().join();
		}
	}

	/** Subject and open tasks of each case. */
	private static List<String> cases(DemoServer server) {
		List<String> cases = new ArrayList<>();
		for (JsonNode item : server.get("agente", "/api/escalations?size=200&sort=number").get("items")) {
			cases.add(item.get("subject").asText() + ": "
					+ String.join(", ",
							server.bean(TaskService.class)
								.createTaskQuery()
								.processInstanceBusinessKey(item.get("number").asText())
								.list()
								.stream()
								.map(Task::getTaskDefinitionKey)
								.sorted()
								.toList()));
		}
		return cases;
	}

	private static List<String> doneTwice(DemoServer server) {
		List<String> done = server.bean(HistoryService.class)
			.createHistoricTaskInstanceQuery()
			.taskDeleteReason("completed")
			.list()
			.stream()
			// Whoever stays in a stage does its task again.
			.filter((task) -> !task.getTaskDefinitionKey().startsWith("userTask_work"))
			.map((HistoricTaskInstance task) -> task.getRootProcessInstanceId() + " " + task.getTaskDefinitionKey())
			.sorted()
			.toList();
		assertThat(done).hasSizeGreaterThan(20);
		return done.stream().filter((one) -> done.indexOf(one) != done.lastIndexOf(one)).distinct().toList();
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
