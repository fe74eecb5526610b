package dev.escala.cluster;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.escala.support.ApplicationNode;
import dev.escala.support.ScriptedMailServer;
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

/** Real nodes, a real database, and mail servers that keep what they received. */
@DisplayName("The mail of two nodes")
class MailOfTwoNodesTests {

	/** A machine that is busy with other things. */
	private static final Duration BOUND = Duration.ofMinutes(5);

	private final List<ApplicationNode> nodes = new ArrayList<>();

	private final String database = TestServices.newDatabase();

	private final JdbcClient jdbc = JdbcClient
		.create(new DriverManagerDataSource(this.database, "postgres", "postgres"));

	@AfterEach
	void endNodes() {
		this.nodes.forEach(ApplicationNode::close);
	}

	@Test
	@DisplayName("One is killed between the final dot and its answer: that message is unknown, all others arrive once")
	void killedBetweenSendingAndSent() throws IOException {
		try (ScriptedMailServer server = new ScriptedMailServer().answering(".", ScriptedMailServer.SILENCE)) {
			ApplicationNode victim = node("mail-1", server.port());
			queue(20);
			await("a mail without an answer").until(() -> server.completeMails() == 1);
			victim.kill();
			assertThat(count("SENDING")).isEqualTo(1);
			assertThat(count("PENDING")).isEqualTo(19);

			server.answering(".", "250 taken");
			// As if the five minutes after which a node is taken for dead had passed.
			this.jdbc.sql("UPDATE outbox_message SET claimed_at = claimed_at - interval '6 minutes'").update();
			node("mail-2", server.port());

			await("all others are sent").until(() -> count("SENT") == 19);
			assertThat(count("UNKNOWN")).isEqualTo(1);
			assertThat(server.completeIds()).hasSize(20).doesNotHaveDuplicates();
			assertThat(server.completeIds()).containsExactlyInAnyOrderElementsOf(ids());
		}
	}

	@Test
	@DisplayName("A thousand notices through both at once reach the server exactly once each")
	void aThousand() throws Exception {
		TestServices.mail().purgeEmailFromAllMailboxes();
		int port = TestServices.mail().getSmtp().getPort();
		// One after the other: the first creates the tables, which the engine does
		// unguarded.
		node("mail-3", port);
		node("mail-4", port);
		long before = System.nanoTime();
		queue(1000);

		await("all are sent").until(() -> count("SENT") == 1000);

		System.out.println("a thousand in " + Duration.ofNanos(System.nanoTime() - before).toMillis() + " ms");
		List<String> received = new ArrayList<>();
		for (MimeMessage mail : TestServices.mail().getReceivedMessages()) {
			received.add(mail.getMessageID());
		}
		assertThat(received).hasSize(1000).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids());
		assertThat(this.jdbc.sql("SELECT count(*) FROM outbox_message GROUP BY claimed_by").query(Integer.class).list())
			.as("what each node sent")
			.hasSize(2)
			.allSatisfy((share) -> assertThat(share).isPositive());
	}

	private ApplicationNode node(String name, int port) {
		ApplicationNode node = ApplicationNode.start(name, this.database, ApplicationNode.SMALL,
				Map.of("spring.mail.host", "127.0.0.1", "spring.mail.port", port,
						"spring.mail.properties.mail.smtp.timeout", "60000", "escala.monitoring.enabled", "false"));
		this.nodes.add(node);
		return node;
	}

	private void queue(int messages) {
		this.jdbc.sql("""
				INSERT INTO outbox_message (case_number, step, channel, recipient, recipient_name, locale, template,
				                            subject, text_body, html_body, status, created_at, due_at)
				SELECT 'ESC-2026-000035', 'update-' || n, 'EMAIL', 'ana@acme.example', 'Ana', 'es',
				       'customer-announcement', 'Conexión caída', 'Hola', '<p>Hola</p>', 'PENDING', now(), now()
				FROM generate_series(1, ?) AS n
				""").param(messages).update();
	}

	/** The Message-ID that each row makes. */
	private List<String> ids() {
		return this.jdbc
			.sql("SELECT '<escala-outbox-' || id || '.' || case_number || '@escala.example>' FROM outbox_message")
			.query(String.class)
			.list();
	}

	private int count(String status) {
		return this.jdbc.sql("SELECT count(*) FROM outbox_message WHERE status = ?")
			.param(status)
			.query(Integer.class)
			.single();
	}

	private static ConditionFactory await(String what) {
		return Awaitility.await(what).atMost(BOUND).pollInterval(Duration.ofMillis(50));
	}

}
