package dev.escala.cluster;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.support.ApplicationNode;
import dev.escala.support.Forms;
import dev.escala.support.TestServices;
import jakarta.mail.internet.MimeMessage;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two real nodes move the work of somebody who goes away. Nothing in them knows of the
 * test: the move hangs because the test holds the row of the second task.
 */
@DisplayName("Two nodes and an absence")
class StandInsOfTwoNodesTests {

	/** Both nodes look every ten seconds; the rest is a machine that is busy. */
	private static final Duration BOUND = Duration.ofSeconds(120);

	private static final String MOVED = "SELECT count(*) FROM ACT_RU_TASK WHERE ASSIGNEE_ = 'suplente'";

	private final List<ApplicationNode> nodes = new ArrayList<>();

	private final String database = TestServices.newDatabase();

	private final JdbcClient jdbc = JdbcClient
		.create(new DriverManagerDataSource(this.database, "postgres", "postgres"));

	@AfterEach
	void endNodes() {
		this.nodes.forEach(ApplicationNode::close);
	}

	@Test
	@DisplayName("When one is killed after the first of three tasks, each moves once, with one line, and the deputy gets one mail (001-33)")
	void killedAfterTheFirst() throws Exception {
		TestServices.mail().purgeEmailFromAllMailboxes();
		ApplicationNode first = node("stand-in-1");
		List<String> tasks = givenThreeTasks(first);
		node("stand-in-2");

		try (Connection holder = DriverManager.getConnection(this.database, "postgres", "postgres")) {
			holdTask(holder, tasks.get(1));
			goAway(first);
			ApplicationNode victim = awaitNodeAtTheTask();
			assertThat(count(MOVED)).as("moved when the node dies").isEqualTo(1);
			assertThat(count("SELECT count(*) FROM stand_in WHERE NOT told")).as("not told of").isEqualTo(1);
			victim.kill();
			holder.rollback();
		}

		await("the other moves the rest and tells of all").until(() -> count(
				"SELECT count(*) FROM outbox_message WHERE template = 'internal-stand-in' AND status = 'SENT'") > 0);
		assertThat(count(MOVED)).as("moved in the end").isEqualTo(3);
		assertThat(count("SELECT count(*) FROM stand_in WHERE told")).isEqualTo(3);
		assertThat(this.jdbc.sql("""
				SELECT count(*) FROM timeline_entry WHERE text LIKE '%Le llega a suplente Prueba.'
				GROUP BY case_number""").query(Integer.class).list()).as("lines of each case").containsExactly(1, 1, 1);
		List<String> told = new ArrayList<>();
		for (MimeMessage mail : TestServices.mail().getReceivedMessages()) {
			if (mail.getSubject().contains("Le llega trabajo")) {
				told.add(mail.getSubject() + " " + mail.getAllRecipients()[0]);
			}
		}
		assertThat(told).hasSize(1)
			.allSatisfy((mail) -> assertThat(mail).contains("Le llega trabajo (3)", "suplente@escala.example"));
		assertThat(count("SELECT count(*) FROM outbox_message WHERE template = 'internal-stand-in'")).isEqualTo(1);
	}

	private ApplicationNode node(String name) {
		ApplicationNode node = ApplicationNode.start(name, this.database, ApplicationNode.SMALL,
				Map.of("spring.mail.host", "127.0.0.1", "spring.mail.port", TestServices.mail().getSmtp().getPort(),
						"escala.monitoring.enabled", "false"));
		this.nodes.add(node);
		return node;
	}

	/** Tasks of three cases in one person's hands, in the order in which they move. */
	private List<String> givenThreeTasks(ApplicationNode node) throws Exception {
		node.person("agente", "agents");
		node.person("tecnica", "technology");
		node.person("suplente", "technology");
		node.person("gerente", "managers");
		node.person("supervisora", "supervisors");
		ApplicationNode.require(201, node.as("agente")
			.json("POST", "/api/customers",
					"""
							{"code": "NORTE", "name": "Clínica del Norte", "tier": "GOLD", "language": "es",
							 "contacts": [{"name": "Compras", "email": "compras@norte.example", "phone": null, "primary": true}], "services": []}"""));
		for (int i = 0; i < 3; i++) {
			ApplicationNode.require(201,
					node.as("agente")
						.json("POST", "/api/escalations", new ObjectMapper()
							.writeValueAsString(Forms.with(Forms.report("NORTE"), "subject", "Asunto " + i))));
		}
		List<String> tasks = await("three tasks of the team").until(() -> this.jdbc
			.sql("SELECT ID_ FROM ACT_RU_TASK WHERE TASK_DEF_KEY_ = 'userTask_takeOver' ORDER BY ID_")
			.query(String.class)
			.list(), (found) -> found.size() == 3);
		for (String task : tasks) {
			ApplicationNode.require(204, node.as("tecnica")
				.json("POST", "/engine-rest/task/" + task + "/claim", "{\"userId\": \"tecnica\"}"));
		}
		return tasks;
	}

	private static void goAway(ApplicationNode node) {
		LocalDate today = LocalDate.now(ZoneId.of("Europe/Madrid"));
		ApplicationNode.require(201,
				node.as("tecnica")
					.json("POST", "/api/staff/tecnica/absences", """
							{"from": "%s", "until": "%s", "deputy": "suplente", "reason": "Baja"}""".formatted(today,
							today.plusDays(2))));
	}

	private static void holdTask(Connection holder, String task) throws SQLException {
		holder.setAutoCommit(false);
		try (PreparedStatement lock = holder.prepareStatement("SELECT 1 FROM ACT_RU_TASK WHERE ID_ = ? FOR UPDATE")) {
			lock.setString(1, task);
			lock.executeQuery();
		}
	}

	/** The other waits, too, but for its turn and not for the task. */
	private ApplicationNode awaitNodeAtTheTask() {
		String name = await("a node wants to move the second task").until(() -> this.jdbc
			.sql("SELECT application_name FROM pg_stat_activity WHERE datname = current_database() "
					+ "AND wait_event_type = 'Lock' AND wait_event <> 'advisory'")
			.query(String.class)
			.optional()
			.orElse(""), (found) -> !found.isEmpty());
		return this.nodes.stream().filter((node) -> node.name().equals(name)).findFirst().orElseThrow();
	}

	private long count(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

	private static ConditionFactory await(String what) {
		return Awaitility.await(what).atMost(BOUND).pollInterval(Duration.ofMillis(100));
	}

}
