package dev.escala.cluster;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.reference.CaseNumber;
import dev.escala.support.ApplicationNode;
import dev.escala.support.Forms;
import dev.escala.support.TestServices;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
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
 * Two real nodes on one database. Nothing in them knows of the test: the job hangs
 * because the test holds the lock that it needs.
 */
@DisplayName("Two nodes")
class TwoNodesTests {

	/** How long a job stays with a node that died. */
	private static final Duration LEASE = Duration.ofSeconds(6);

	/** The lease of a job, the wait of an idle node and a machine that is busy. */
	private static final Duration BOUND = Duration.ofSeconds(120);

	private static final String WATCH_OF = "SELECT watch_id FROM deadline WHERE case_number = ? AND clock = '%s'";

	private static final String WATCH = WATCH_OF.formatted("ACKNOWLEDGEMENT");

	private static final String LEVELS = "SELECT count(*) FROM case_level WHERE case_number = ?";

	private final List<ApplicationNode> nodes = new ArrayList<>();

	private final String database = TestServices.newDatabase();

	private final JdbcClient jdbc = JdbcClient
		.create(new DriverManagerDataSource(this.database, "postgres", "postgres"));

	@AfterEach
	void endNodes() {
		this.nodes.forEach(ApplicationNode::close);
	}

	@Test
	@DisplayName("When one is killed in the middle of a job, the other carries it out, once; nobody answers: the next level comes only when the clock of the first ends")
	void takesOver() throws Exception {
		TestServices.mail().purgeEmailFromAllMailboxes();
		CaseNumber number = givenCase(node("node-1"));
		node("node-2");
		ApplicationNode victim;
		long killedAt;
		try (Connection holder = DriverManager.getConnection(this.database, "postgres", "postgres")) {
			holdCase(holder, number);
			letPass(number, "ACKNOWLEDGEMENT");
			victim = awaitNodeInTheJob();
			assertThat(this.jdbc
				.sql("SELECT count(*) FROM ACT_RU_JOB WHERE PROCESS_INSTANCE_ID_ = (" + WATCH
						+ ") AND LOCK_OWNER_ IS NOT NULL")
				.param(number.value())
				.query(Integer.class)
				.single()).as("jobs of the watch that a node has taken").isEqualTo(1);
			killedAt = System.nanoTime();
			victim.kill();
			holder.rollback();
		}

		await("its sessions end").until(() -> sessionsOf(victim), (sessions) -> sessions == 0);
		assertThat(count("SELECT count(*) FROM deadline WHERE case_number = ? AND breached_at IS NOT NULL", number))
			.as("what the killed node had not committed is undone")
			.isZero();
		await("the other takes over").until(
				() -> count("SELECT count(*) FROM deadline WHERE case_number = ? AND breached_at IS NOT NULL", number),
				(breaches) -> breaches == 1);
		long seconds = Duration.ofNanos(System.nanoTime() - killedAt).toSeconds();
		System.out.println("taken over after " + seconds + " s");

		await("all mail is sent").until(() -> count("""
				SELECT count(*) FROM outbox_message WHERE case_number = ? AND step LIKE 'breach-%' AND status = 'SENT'
				""", number) > 0
				&& count("SELECT count(*) FROM outbox_message WHERE case_number = ? AND status <> 'SENT'", number) == 0,
				Boolean::booleanValue);
		assertThat(count(LEVELS, number)).as("levels").isEqualTo(1);
		assertThat(count("SELECT count(*) FROM timeline_entry WHERE case_number = ? AND text LIKE 'Venció el plazo%'",
				number))
			.as("entries of the miss")
			.isEqualTo(1);
		assertThat(count("SELECT count(*) FROM ACT_RU_TASK WHERE PROC_INST_ID_ = (" + WATCH + ")", number))
			.as("tasks to attend the miss")
			.isEqualTo(1);
		assertThat(deliveries(number)).as("mail of the miss").isNotEmpty().doesNotHaveDuplicates();
		assertThat(deliveries(number)).anyMatch((delivery) -> delivery.contains("<gerente@escala.example>"));

		nobodyAnswers(number);
	}

	private void nobodyAnswers(CaseNumber number) {
		someTimeAgo(number, "ACKNOWLEDGEMENT");
		letPass(number, "ANSWER");
		awaitTold(number, "breach-ANSWER-1");
		assertThat(count(LEVELS, number)).as("levels while the first has time to act").isEqualTo(1);
		assertThat(count("SELECT count(*) FROM timeline_entry WHERE case_number = ? "
				+ "AND text LIKE '%El caso no sube otro nivel porque falte la respuesta%'", number))
			.isEqualTo(1);

		someTimeAgo(number, "ANSWER");
		letPass(number, "LEVEL_2");
		awaitTold(number, "breach-LEVEL_2-1");
		assertThat(count(LEVELS, number)).as("levels when its clock has ended").isEqualTo(2);
		assertThat(
				this.jdbc.sql("SELECT DISTINCT step FROM outbox_message WHERE case_number = ? AND step LIKE 'breach-%'")
					.param(number.value())
					.query(String.class)
					.list())
			.containsExactlyInAnyOrder("breach-ACKNOWLEDGEMENT-1", "breach-ANSWER-1", "breach-LEVEL_2-1");
		List<String> ids = new ArrayList<>();
		for (MimeMessage mail : TestServices.mail().getReceivedMessages()) {
			ids.add(messageId(mail));
		}
		assertThat(ids).as("every mail arrives once").doesNotHaveDuplicates();
	}

	private static String messageId(MimeMessage mail) {
		try {
			return mail.getMessageID();
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void awaitTold(CaseNumber number, String step) {
		await(step + " is sent").until(() -> this.jdbc
			.sql("SELECT count(*) FROM outbox_message WHERE case_number = ? AND step = ? AND status = 'SENT' "
					+ "AND recipient = 'gerente@escala.example'")
			.params(number.value(), step)
			.query(Integer.class)
			.single(), (sent) -> sent == 1);
	}

	/** What passes next does not pass in the same minute. */
	private void someTimeAgo(CaseNumber number, String clock) {
		this.jdbc.sql("""
				UPDATE deadline SET started_at = started_at - interval '5 minutes',
				  warn_at = warn_at - interval '5 minutes', due_at = due_at - interval '5 minutes'
				WHERE case_number = ? AND clock = ?""").params(number.value(), clock).update();
	}

	private ApplicationNode node(String name) {
		ApplicationNode node = ApplicationNode.start(name, this.database, ApplicationNode.SMALL,
				Map.of("spring.mail.host", "127.0.0.1", "spring.mail.port", TestServices.mail().getSmtp().getPort(),
						"escala.monitoring.enabled", "false", "camunda.bpm.job-execution.lock-time-in-millis",
						LEASE.toMillis()));
		this.nodes.add(node);
		return node;
	}

	private static CaseNumber givenCase(ApplicationNode node) throws Exception {
		node.person("agente", "agents");
		node.person("tecnica", "technology");
		node.person("gerente", "managers");
		node.person("supervisora", "supervisors");
		ApplicationNode.require(201, node.as("agente")
			.json("POST", "/api/customers",
					"""
							{"code": "NORTE", "name": "Clínica del Norte", "tier": "GOLD", "language": "es",
							 "contacts": [{"name": "Compras", "email": "compras@norte.example", "phone": null, "primary": true}], "services": []}"""));
		return new CaseNumber(ApplicationNode
			.require(201,
					node.as("agente")
						.json("POST", "/api/escalations", new ObjectMapper().writeValueAsString(Forms.report("NORTE"))))
			.get("number")
			.asText());
	}

	/** Whoever changes the case waits; whoever refers to it does not. */
	private static void holdCase(Connection holder, CaseNumber number) throws SQLException {
		holder.setAutoCommit(false);
		try (PreparedStatement lock = holder
			.prepareStatement("SELECT 1 FROM escalation WHERE number = ? FOR NO KEY UPDATE")) {
			lock.setString(1, number.value());
			lock.executeQuery();
		}
	}

	/** As if the warning and the deadline were now; both are dates in the database. */
	private void letPass(CaseNumber number, String clock) {
		this.jdbc.sql("UPDATE deadline SET warn_at = now(), due_at = now() WHERE case_number = ? AND clock = ?")
			.params(number.value(), clock)
			.update();
		this.jdbc
			.sql("UPDATE ACT_RU_JOB SET DUEDATE_ = now() AT TIME ZONE 'UTC' WHERE PROCESS_INSTANCE_ID_ = ("
					+ WATCH_OF.formatted(clock) + ")")
			.param(number.value())
			.update();
	}

	private ApplicationNode awaitNodeInTheJob() {
		String name = await("a node begins the job").until(() -> this.jdbc
			.sql("SELECT application_name FROM pg_stat_activity WHERE datname = current_database() "
					+ "AND wait_event_type = 'Lock'")
			.query(String.class)
			.optional()
			.orElse(""), (found) -> !found.isEmpty());
		return this.nodes.stream().filter((node) -> node.name().equals(name)).findFirst().orElseThrow();
	}

	private long sessionsOf(ApplicationNode node) {
		return this.jdbc
			.sql("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = ?")
			.param(node.name())
			.query(Long.class)
			.single();
	}

	private long count(String sql, CaseNumber number) {
		return this.jdbc.sql(sql).param(number.value()).query(Long.class).single();
	}

	/** Recipient and subject of each mail about the miss that reached the mail server. */
	private static List<String> deliveries(CaseNumber number) throws MessagingException {
		List<String> deliveries = new ArrayList<>();
		for (MimeMessage mail : TestServices.mail().getReceivedMessages()) {
			if (mail.getSubject().contains(number.value())) {
				for (Address recipient : mail.getRecipients(RecipientType.TO)) {
					deliveries.add(recipient + " " + mail.getSubject());
				}
			}
		}
		return deliveries;
	}

	private static ConditionFactory await(String what) {
		return Awaitility.await(what).atMost(BOUND).pollInterval(Duration.ofMillis(100));
	}

}
