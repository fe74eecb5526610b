package dev.escala.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escala.database.TransactionTimes;
import dev.escala.database.Turns;
import dev.escala.engine.StuckWorkRepository;
import dev.escala.monitoring.SelfCheck.Trouble;
import dev.escala.notification.Message;
import dev.escala.notification.Outbox;
import dev.escala.reference.CaseNumber;
import dev.escala.support.ApiClient;
import dev.escala.support.EscalaTest;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

@EscalaTest
@DisplayName("Health, metrics and findings over HTTP")
class MonitoringOverHttpTests {

	private static final Instant NOW = Instant.parse("2001-06-04T07:00:00Z");

	@LocalServerPort
	private int port;

	@Autowired
	private IdentityService identity;

	@Autowired
	private FindingRepository findings;

	@Autowired
	private Figures figures;

	@Autowired
	private Checks checks;

	@Autowired
	private Clock clock;

	@Autowired
	private Outbox outbox;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private RepositoryService repository;

	private ApiClient admin;

	private ApiClient supervisor;

	private ApiClient agent;

	private StaffClient nobody;

	@BeforeEach
	void givenCallers() {
		this.jdbc.sql("DELETE FROM finding").update();
		this.jdbc.sql("DELETE FROM outbox_message").update();
		this.admin = ApiClient.of(this.port, this.identity, "mon-admin", "camunda-admin");
		this.supervisor = ApiClient.of(this.port, this.identity, "mon-supervisor", "supervisors");
		this.agent = ApiClient.of(this.port, this.identity, "mon-agent", "agents");
		this.nobody = StaffClient.anonymous(this.port);
		ClockUtil.setCurrentTime(Date.from(NOW));
	}

	@AfterEach
	void leaveHealthy() {
		List.of("mon-admin", "mon-supervisor", "mon-agent").forEach(this.identity::deleteUser);
		this.jdbc.sql("DELETE FROM finding").update();
		ClockUtil.reset();
		this.figures.refresh();
	}

	@Test
	@DisplayName("Health is UP without findings, WARNING with HTTP 200 with them, details for administrators only")
	void health() {
		this.figures.refresh();
		assertThat(this.nobody.send("GET", "/actuator/health").body()).startsWith("{\"status\":\"UP\"");
		assertThat(this.admin.get("/actuator/health").json().at("/components/escala/status").asText()).isEqualTo("UP");

		find("late-jobs", "jobs");
		find("failed-jobs", "job:1", "job:2");
		this.figures.refresh();

		var anonymous = this.nobody.send("GET", "/actuator/health");
		assertThat(anonymous.statusCode()).isEqualTo(200);
		assertThat(anonymous.body()).startsWith("{\"status\":\"WARNING\"").doesNotContain("jobs", "components");
		assertThat(this.supervisor.get("/actuator/health").text()).doesNotContain("jobs", "components");
		JsonNode escala = this.admin.get("/actuator/health").json().at("/components/escala");
		assertThat(escala.path("status").asText()).isEqualTo("WARNING");
		assertThat(escala.path("details").path("late-jobs").asInt()).isEqualTo(1);
		assertThat(escala.path("details").path("failed-jobs").asInt()).isEqualTo(2);
		assertThat(escala.path("details")).hasSize(2);
	}

	@Test
	@DisplayName("The probes answer anybody, and a finding takes no node away")
	void probes() {
		find("late-jobs", "jobs");
		this.figures.refresh();

		for (String probe : List.of("liveness", "readiness")) {
			assertThat(this.nobody.send("GET", "/actuator/health/" + probe).body()).isEqualTo("{\"status\":\"UP\"}");
		}
		assertThat(this.nobody.send("GET", "/actuator/health/escala").statusCode()).isEqualTo(401);
	}

	@Test
	@DisplayName("Metrics are for administrators and tell jobs, findings and messages")
	void metrics(@Autowired RuntimeService runtime, @Autowired ManagementService management) {
		assertThat(this.nobody.send("GET", "/actuator/prometheus").statusCode()).isEqualTo(401);
		assertThat(this.supervisor.get("/actuator/prometheus").status()).isEqualTo(403);

		this.figures.refresh();
		assertThat(metric("escala_jobs_oldest_due_seconds")).isZero();
		assertThat(metric("escala_jobs_due")).isZero();
		double failedBefore = metric("escala_jobs_failed");
		assertThat(metric("escala_findings{kind=\"late-jobs\"}")).isZero();

		String deployment = this.repository.createDeployment()
			.addModelInstance("metrics-test.bpmn",
					Bpmn.createExecutableProcess("metrics-test")
						.camundaHistoryTimeToLiveString("P1D")
						.startEvent()
						.camundaAsyncBefore()
						.endEvent()
						.done())
			.deploy()
			.getId();
		try {
			runtime.startProcessInstanceByKey("metrics-test");
			String failed = runtime.startProcessInstanceByKey("metrics-test").getId();
			management.setJobRetries(management.createJobQuery().processInstanceId(failed).singleResult().getId(), 0);
			find("late-jobs", "jobs");
			write("esto-no-es-una-direccion");
			write("ana@acme.es");
			ClockUtil.setCurrentTime(Date.from(NOW.plusSeconds(90)));
			this.figures.refresh();

			assertThat(metric("escala_jobs_oldest_due_seconds")).isEqualTo(90);
			assertThat(metric("escala_jobs_due")).isEqualTo(1);
			assertThat(metric("escala_jobs_failed")).isEqualTo(failedBefore + 1);
			assertThat(metric("escala_findings{kind=\"late-jobs\"}")).isEqualTo(1);
			assertThat(metric("escala_findings{kind=\"self-check\"}")).isZero();
			assertThat(metric("escala_outbox{state=\"waiting\"}")).isEqualTo(1);
			assertThat(metric("escala_outbox{state=\"failed\"}")).isEqualTo(1);
			assertThat(metric("escala_outbox{state=\"unknown\"}")).isZero();
			assertThat(this.admin.get("/actuator/prometheus").text()).contains("jvm_memory_used_bytes",
					"hikaricp_connections");

			// it ages between two readings, and old figures say nothing
			ClockUtil.setCurrentTime(Date.from(NOW.plusSeconds(120)));
			assertThat(metric("escala_jobs_oldest_due_seconds")).isEqualTo(120);
			ClockUtil.setCurrentTime(Date.from(NOW.plusSeconds(300)));
			assertThat(metric("escala_jobs_oldest_due_seconds")).isNaN();
			assertThat(this.admin.get("/actuator/health").json().at("/components/escala/status").asText())
				.isEqualTo("UNKNOWN");
		}
		finally {
			this.repository.deleteDeployment(deployment, true);
		}
	}

	@Test
	@DisplayName("With the database away the figures are unknown and nobody who asks waits or fails")
	void databaseAway(@Autowired StuckWorkRepository work) {
		PGSimpleDataSource nowhere = new PGSimpleDataSource();
		nowhere.setServerNames(new String[] { "127.0.0.1" });
		nowhere.setPortNumbers(new int[] { 1 });
		JdbcClient away = JdbcClient.create(nowhere);
		Figures blind = new Figures(work, new FindingRepository(away, mock(Turns.class), mock(TransactionTimes.class)),
				this.outbox, this.clock);
		blind.refresh();

		assertThat(blind.current()).isEmpty();
		assertThat(new EscalaHealthIndicator(blind).health().getStatus().getCode()).isEqualTo("UNKNOWN");
		var registry = new io.micrometer.core.instrument.simple.SimpleMeterRegistry();
		new MonitoringMetrics(blind, this.checks).bindTo(registry);
		assertThat(registry.getMeters()).hasSize(3 + this.checks.kinds().size() + 3)
			.allSatisfy((meter) -> assertThat(registry.get(meter.getId().getName()).gauge().value()).isNaN());
	}

	@Test
	@DisplayName("Findings are listed for those who look after Escala, what is open first")
	void findings() {
		find("late-jobs", "jobs");
		find("failed-jobs", "job:1");
		this.findings.closeAllBut("late-jobs", List.of(), NOW.plusSeconds(60));
		ClockUtil.setCurrentTime(Date.from(NOW.plus(Duration.ofHours(1))));
		find("failed-jobs", "job:2");
		find("late-jobs", "jobs");

		JsonNode all = this.supervisor.get("/api/findings").json();
		assertThat(all.path("total").asInt()).isEqualTo(4);
		assertThat(all.path("items").findValuesAsText("subject")).containsExactly("jobs", "job:2", "job:1", "jobs");
		assertThat(all.path("items").path(3).path("goneAt").asText()).isEqualTo("2001-06-04T07:01:00Z");
		assertThat(all.path("items").path(0).path("text").asText()).isEqualTo("Algo va mal en jobs.");
		assertThat(subjects("?open=true&kind=failed-jobs")).containsExactly("job:2", "job:1");
		assertThat(subjects("?open=false")).containsExactly("jobs");
		assertThat(subjects("?size=1&page=1")).containsExactly("job:2");
		assertThat(subjects("?sort=foundAt&open=true")).containsExactly("job:1", "jobs", "job:2");
		assertThat(subjects("?kind=self-check")).isEmpty();
		assertThat(this.admin.get("/api/findings").status()).isEqualTo(200);
	}

	@Test
	@DisplayName("Findings are refused to others, and to nonsense")
	void refusals() {
		assertThat(this.nobody.send("GET", "/api/findings").statusCode()).isEqualTo(401);
		var forbidden = this.agent.get("/api/findings?open=perhaps");
		assertThat(forbidden.status()).isEqualTo(403);
		assertThat(forbidden.text()).contains("Supervisión, Gerencia y Administración");

		var nonsense = this.supervisor.get("/api/findings?open=perhaps&kind=nothing&size=0&sort=text");
		assertThat(nonsense.status()).isEqualTo(400);
		assertThat(nonsense.fields()).containsExactlyInAnyOrder("open", "kind", "size", "sort");
		assertThat(nonsense.text()).contains("late-jobs, failed-jobs".split(", ")).contains("unseen-tasks");
	}

	private void find(String kind, String... subjects) {
		this.findings.keep(kind,
				List.of(subjects).stream().map((s) -> new Trouble(s, "Algo va mal en " + s + ".")).toList(),
				this.clock.instant());
	}

	private void write(String address) {
		new TransactionTemplate(this.transactions)
			.executeWithoutResult((status) -> this.outbox.add(new Message(new CaseNumber("ESC-2001-000001"), "x", "Ana",
					address, "internal-breach", Locale.ROOT, Map.of())));
	}

	private List<String> subjects(String query) {
		return this.supervisor.get("/api/findings" + query).json().path("items").findValuesAsText("subject");
	}

	private double metric(String name) {
		return this.admin.get("/actuator/prometheus")
			.text()
			.lines()
			.filter((line) -> line.startsWith(name + " "))
			.map((line) -> Double.parseDouble(line.substring(name.length() + 1)))
			.findFirst()
			.orElseThrow(() -> new AssertionError("There is no metric " + name));
	}

}
