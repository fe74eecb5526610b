package dev.escala.notification.channel;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.escala.notification.Attachments;
import dev.escala.notification.Message;
import dev.escala.notification.NotificationProperties;
import dev.escala.notification.Outbox;
import dev.escala.notification.OutboxMessage;
import dev.escala.notification.OutboxMessage.Status;
import dev.escala.notification.OutboxQueueRepository;
import dev.escala.notification.ReturnPaths;
import dev.escala.reference.CaseNumber;
import dev.escala.support.EscalaTest;
import dev.escala.support.ScriptedMailServer;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What the mail server received is what counts. */
@EscalaTest
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
@DisplayName("A mail server that fails for a while")
class MailFailureTests {

	private static final String CASE = "ESC-2026-000034";

	private static final int MESSAGES = 6;

	/** Longer than the pause between two dripping bytes: only the deadline can end it. */
	private static final Duration READING = Duration.ofMillis(600);

	private static final Duration DEADLINE = Duration.ofMillis(1200);

	@Autowired
	private Attachments attachments;

	@Autowired
	private Outbox outbox;

	@Autowired
	private OutboxQueueRepository repository;

	@Autowired
	private NotificationProperties properties;

	@Autowired
	private ReturnPaths returnPaths;

	@Autowired
	private Clock clock;

	@Autowired
	private DataSource dataSource;

	@Autowired
	private JdbcClient jdbc;

	private TransactionTemplate transaction;

	private Instant now = Instant.parse("2026-11-23T09:00:00Z");

	@BeforeEach
	void start(@Autowired PlatformTransactionManager transactions) {
		this.transaction = new TransactionTemplate(transactions);
		this.jdbc.sql("DELETE FROM outbox_message").update();
		ClockUtil.setCurrentTime(Date.from(this.now));
	}

	@AfterEach
	void end() {
		this.jdbc.sql("DELETE FROM outbox_message").update();
		ClockUtil.reset();
	}

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource({ "CONNECT, 421 come back later, 0, 0", "RCPT, 450 mailbox busy, 0, 0", "., 451 no, 0, 0",
			"CONNECT, DRIP, 0, 0", "EHLO, DRIP, 0, 0", "DATA, DRIP, 0, 0", "DATA, SILENCE, 0, 0", "MAIL, HANG UP, 0, 0",
			"., SILENCE, 1, 0", "., DRIP, 1, 0", "., HANG UP, 1, 0", "QUIT, DRIP, 0, 0", "RCPT, 550 no such user, 0, 6",
			"., 554 spam, 0, 6" })
	@DisplayName("gets every message exactly once in the end, except those that are shown as unknown or refused")
	void nothingLostNothingTwice(String command, String answer, int unknown, int failed) throws IOException {
		try (ScriptedMailServer server = new ScriptedMailServer().answering(command, answer)) {
			Dispatcher dispatcher = sendingTo(server.port());
			queue();
			for (int second = 0; second < 20; second += 4) {
				dispatcher.run();
				pass(Duration.ofSeconds(4));
			}
			boolean refusedAfterTheDot = command.equals(".") && Character.isDigit(answer.charAt(0));
			int refused = refusedAfterTheDot ? server.completeMails() : 0;

			server.answering(command,
					command.equals("CONNECT") ? "220 ready" : command.equals("DATA") ? "354 go on" : "250 ok");
			for (int minutes = 0; minutes < 10; minutes++) {
				pass(Duration.ofMinutes(1));
				dispatcher.run();
			}

			List<OutboxMessage> messages = this.outbox.messages(new CaseNumber(CASE));
			assertThat(messages).hasSize(MESSAGES);
			assertThat(count(messages, Status.UNKNOWN)).as("unknown").isEqualTo(unknown);
			assertThat(count(messages, Status.FAILED)).as("refused for good").isEqualTo(failed);
			assertThat(count(messages, Status.SENT)).as("sent").isEqualTo(MESSAGES - unknown - failed);
			// What it refused after the dot it had heard, and has not taken.
			List<String> taken = server.completeIds().subList(refused, server.completeMails());
			assertThat(taken).doesNotHaveDuplicates();
			assertThat(taken).containsExactlyInAnyOrderElementsOf(
					messages.stream().filter((one) -> one.status() != Status.FAILED).map(this::messageId).toList());
		}
	}

	@Test
	@DisplayName("gets everything once when it was down, soon after it is back and not when the last attempt would be due")
	void down() throws IOException {
		int port;
		try (ScriptedMailServer server = new ScriptedMailServer()) {
			port = server.port();
		}
		Dispatcher dispatcher = sendingTo(port);
		queue();
		for (int minutes = 0; minutes < 180; minutes++) {
			dispatcher.run();
			pass(Duration.ofMinutes(1));
		}
		assertThat(this.outbox.messages(new CaseNumber(CASE)))
			.allSatisfy((one) -> assertThat(one.status()).isEqualTo(Status.PENDING));
		assertThat(attempts()).as("one attempt every five minutes, whatever waits").isLessThan(45);

		try (ScriptedMailServer server = new ScriptedMailServer(port)) {
			pass(Duration.ofMinutes(6));
			// Nothing may be due for hours; whatever comes next finds the server.
			this.jdbc.sql("UPDATE outbox_message SET due_at = ? WHERE id = (SELECT min(id) FROM outbox_message)")
				.param(java.sql.Timestamp.from(this.now))
				.update();
			dispatcher.run();

			assertThat(server.completeIds()).doesNotHaveDuplicates()
				.containsExactlyInAnyOrderElementsOf(
						this.outbox.messages(new CaseNumber(CASE)).stream().map(this::messageId).toList());
			assertThat(this.outbox.messages(new CaseNumber(CASE)))
				.allSatisfy((one) -> assertThat(one.status()).isEqualTo(Status.SENT));
		}
	}

	@Test
	@DisplayName("is called once for all that waits, and again where it ended the connection between two mails")
	void keepsTheConnection() throws IOException {
		try (ScriptedMailServer server = new ScriptedMailServer()) {
			Dispatcher dispatcher = sendingTo(server.port());
			queue();
			assertThat(dispatcher.run()).isEqualTo(MESSAGES);
			assertThat(server.connections()).isEqualTo(1);
			Awaitility.await().atMost(Duration.ofSeconds(45)).until(server::hungUp);
		}
		this.jdbc.sql("DELETE FROM outbox_message").update();
		try (ScriptedMailServer server = new ScriptedMailServer().endingAfter(4)) {
			Dispatcher dispatcher = sendingTo(server.port());
			queue();
			assertThat(dispatcher.run()).isEqualTo(MESSAGES);
			assertThat(server.connections()).isEqualTo(2);
			assertThat(server.completeIds()).doesNotHaveDuplicates().hasSize(MESSAGES);
			assertThat(this.outbox.messages(new CaseNumber(CASE)))
				.allSatisfy((one) -> assertThat(one.status()).isEqualTo(Status.SENT));
		}
	}

	@Test
	@DisplayName("holds no database connection while it says nothing after the final dot")
	void holdsNoConnection() throws IOException {
		try (ScriptedMailServer server = new ScriptedMailServer().answering(".", ScriptedMailServer.SILENCE)) {
			Dispatcher dispatcher = sendingTo(server.port(), Duration.ofMinutes(1), Duration.ofMinutes(1));
			queue();

			CompletableFuture<Integer> run = CompletableFuture.supplyAsync(dispatcher::run);

			Awaitility.await().atMost(Duration.ofSeconds(45)).until(() -> server.completeMails() == 1);
			Awaitility.await().atMost(Duration.ofSeconds(45)).until(() -> active() == 0);
			assertThat(run).isNotDone();
			assertThat(count(this.outbox.messages(new CaseNumber(CASE)), Status.SENDING)).isEqualTo(1);
		}
	}

	private String messageId(OutboxMessage message) {
		return "<escala-outbox-" + message.id() + "." + CASE + "@escala.example>";
	}

	private static long count(List<OutboxMessage> messages, Status status) {
		return messages.stream().filter((message) -> message.status() == status).count();
	}

	private Dispatcher sendingTo(int port) {
		return sendingTo(port, READING, DEADLINE);
	}

	private Dispatcher sendingTo(int port, Duration reading, Duration deadline) {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("127.0.0.1");
		sender.setPort(port);
		for (String timeout : List.of("connectiontimeout", "timeout", "writetimeout")) {
			sender.getJavaMailProperties().setProperty("mail.smtp." + timeout, String.valueOf(reading.toMillis()));
		}
		return TestChannels.dispatcher(this.repository, this.clock,
				new Mailer(sender, this.properties, this.returnPaths, this.attachments, this.clock, 1, deadline));
	}

	private void queue() {
		this.transaction.executeWithoutResult((status) -> {
			for (int i = 0; i < MESSAGES; i++) {
				this.outbox.add(new Message(new CaseNumber(CASE), "firstNotice", "Ana", "ana" + i + "@acme.es",
						"customer-announcement", Locale.forLanguageTag("es"),
						Map.of("customer", "Acme", "subject", "Conexión caída")));
			}
		});
	}

	private void pass(Duration time) {
		this.now = this.now.plus(time);
		ClockUtil.setCurrentTime(Date.from(this.now));
	}

	private int attempts() {
		return this.jdbc.sql("SELECT sum(attempts) FROM outbox_message").query(Integer.class).single();
	}

	private int active() {
		return ((HikariDataSource) this.dataSource).getHikariPoolMXBean().getActiveConnections();
	}

}
