package dev.escala.notification.channel;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMailUtil;
import dev.escala.notification.Attachments;
import dev.escala.notification.Lane;
import dev.escala.notification.Message;
import dev.escala.notification.NotificationProperties;
import dev.escala.notification.Outbox;
import dev.escala.notification.OutboxMessage;
import dev.escala.notification.OutboxMessage.Status;
import dev.escala.notification.OutboxQueueRepository;
import dev.escala.notification.OutboxQueueRepository.Claimed;
import dev.escala.notification.ReturnPathProperties;
import dev.escala.notification.ReturnPaths;
import dev.escala.reference.CaseNumber;
import dev.escala.support.EscalaTest;
import dev.escala.support.ScriptedMailServer;
import dev.escala.support.TestServices;
import jakarta.mail.internet.MimeMessage;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@EscalaTest
class DispatcherTests {

	private static final String CASE = "ESC-2026-000032";

	private static final Duration IMPATIENT = Duration.ofSeconds(1);

	@Autowired
	private Attachments attachments;

	@Autowired
	private Outbox outbox;

	@Autowired
	private Dispatcher dispatcher;

	@Autowired
	private OutboxQueueRepository repository;

	@Autowired
	private NotificationProperties properties;

	@Autowired
	private ReturnPaths returnPaths;

	@Autowired
	private Clock clock;

	@Autowired
	private JdbcClient jdbc;

	private TransactionTemplate transaction;

	private Dispatcher slow;

	private Instant now = Instant.parse("2026-11-23T09:00:00Z");

	@BeforeEach
	void start(@Autowired PlatformTransactionManager transactions) throws FolderException {
		this.transaction = new TransactionTemplate(transactions);
		this.jdbc.sql("DELETE FROM outbox_message").update();
		TestServices.mail().purgeEmailFromAllMailboxes();
		ClockUtil.setCurrentTime(Date.from(this.now));
	}

	@AfterEach
	void resetClock() {
		ClockUtil.reset();
	}

	@Test
	@DisplayName("A mail arrives whole, under a Message-ID that comes from its row")
	void sendsAMail() throws Exception {
		add("firstNotice", "Ana Núñez", "ana@acme.es");

		assertThat(this.dispatcher.run()).isEqualTo(1);

		OutboxMessage message = message();
		assertThat(message.status()).isEqualTo(Status.SENT);
		assertThat(message.sentAt()).isEqualTo(this.now);
		assertThat(message.attempts()).isEqualTo(1);
		MimeMessage mail = received().get(0);
		assertThat(mail.getMessageID()).isEqualTo("<escala-outbox-" + message.id() + "." + CASE + "@escala.example>");
		assertThat(mail.getSubject()).isEqualTo(CASE + " · Nos hacemos cargo: Conexión caída");
		assertThat(mail.getFrom()[0]).hasToString("Escala <soporte@escala.example>");
		assertThat(((jakarta.mail.internet.InternetAddress) mail.getAllRecipients()[0]).getPersonal())
			.isEqualTo("Ana Núñez");
		assertThat(mail.getAllRecipients()).hasSize(1);
		assertThat(mail.getContentLanguage()).containsExactly("es");
		assertThat(GreenMailUtil.getWholeMessage(mail)).contains("text/plain", "text/html");

		assertThat(this.dispatcher.run()).isZero();
		assertThat(received()).hasSize(1);
	}

	@Test
	@DisplayName("The same message asked for twice arrives once")
	void sendsTheSameOnce() {
		add("firstNotice", "Ana", "ana@acme.es");
		this.dispatcher.run();
		add("firstNotice", "Ana", "ana@acme.es");
		this.dispatcher.run();

		assertThat(received()).hasSize(1);
	}

	@Test
	@DisplayName("A node that dies while sending leaves a message that is unknown and is not sent again")
	void neverSendsAgainWhatANodeLost() {
		add("firstNotice", "Ana", "ana@acme.es");
		assertThat(this.repository.claim(Lane.MAIL, "a node that dies")).isPresent();
		assertThat(message().status()).isEqualTo(Status.SENDING);

		pass(Duration.ofSeconds(44));
		this.dispatcher.run();
		assertThat(message().status()).isEqualTo(Status.SENDING);

		pass(Duration.ofSeconds(2));
		this.dispatcher.run();
		pass(Duration.ofDays(1));
		this.dispatcher.run();

		assertThat(message().status()).isEqualTo(Status.UNKNOWN);
		assertThat(message().error()).startsWith("No se sabe si llegó");
		assertThat(received()).isEmpty();
	}

	@Test
	@DisplayName("A notice to staff that a node lost is sent again, under the Message-ID that it had")
	void sendsAgainToStaff() throws Exception {
		internal("notice", "luis@escala.example");
		assertThat(this.repository.claim(Lane.MAIL, "a node that dies")).isPresent();

		pass(Duration.ofSeconds(46));
		assertThat(this.dispatcher.run()).isEqualTo(1);

		assertThat(message().status()).isEqualTo(Status.SENT);
		assertThat(received().get(0).getMessageID()).startsWith("<escala-outbox-" + message().id() + ".");
	}

	@Test
	@DisplayName("A notice that was taken from a slow node counts as sent where that node says so before anybody else took it")
	void truthBeforeASecondOne() {
		internal("notice", "luis@escala.example");
		Claimed claimed = this.repository.claim(Lane.MAIL, "a slow node").orElseThrow();
		pass(Duration.ofSeconds(46));
		this.repository.takeBack(Duration.ofSeconds(45));
		assertThat(message().status()).isEqualTo(Status.PENDING);

		this.repository.sent(claimed);

		assertThat(message().status()).isEqualTo(Status.SENT);
		assertThat(this.dispatcher.run()).isZero();
	}

	@Test
	@DisplayName("What a person has had sent again is not sent because a slow node says that it sent the one before")
	void notWhatAPersonResent() {
		add("firstNotice", "Ana", "ana@acme.es");
		Claimed claimed = this.repository.claim(Lane.MAIL, "a slow node").orElseThrow();
		pass(Duration.ofSeconds(46));
		this.dispatcher.tidyUp();
		this.jdbc.sql("UPDATE outbox_message SET status = 'PENDING', attempts_before = attempts").update();

		this.repository.sent(claimed);

		assertThat(message().status()).isEqualTo(Status.PENDING);
	}

	@Test
	@DisplayName("A node that sends for long keeps its message, because it says so")
	void keepsWhatItSends() {
		add("firstNotice", "Ana", "ana@acme.es");
		this.slow = TestChannels.dispatcher(this.repository, this.clock, new Doing((message) -> {
			for (int times = 0; times < 3; times++) {
				pass(Duration.ofSeconds(40));
				this.slow.tidyUp();
				this.dispatcher.tidyUp();
			}
			assertThat(message().status()).isEqualTo(Status.SENDING);
			return new Delivery(Delivery.Result.SENT, null);
		}));

		this.slow.run();

		assertThat(message().status()).isEqualTo(Status.SENT);
	}

	@Test
	@DisplayName("What the server took while the database refused to write is written down when it is back, and is not sent again")
	void rememberedWhileTheDatabaseIsAway() {
		add("firstNotice", "Ana", "ana@acme.es");
		AtomicInteger sent = new AtomicInteger();
		Dispatcher dispatcher = TestChannels.dispatcher(this.repository, this.clock, new Doing((message) -> {
			sent.incrementAndGet();
			return new Delivery(Delivery.Result.SENT, null);
		}));
		this.jdbc.sql("ALTER TABLE outbox_message ADD CONSTRAINT away CHECK (status <> 'SENT') NOT VALID").update();
		try {
			assertThat(dispatcher.run()).isEqualTo(1);
			assertThat(message().status()).isEqualTo(Status.SENDING);
			pass(Duration.ofMinutes(3));
			this.dispatcher.tidyUp();
			assertThat(message().status()).isEqualTo(Status.UNKNOWN);
		}
		finally {
			this.jdbc.sql("ALTER TABLE outbox_message DROP CONSTRAINT away").update();
		}

		dispatcher.run();

		assertThat(message().status()).isEqualTo(Status.SENT);
		assertThat(sent).hasValue(1);
	}

	@Test
	@DisplayName("What is urgent goes first, and the first of another matter or reader before the many of one")
	void turns() {
		this.transaction.executeWithoutResult((status) -> {
			for (int i = 0; i < 5; i++) {
				this.outbox.add(internal(CASE, "notice-" + i, "luis" + i + "@escala.example"));
			}
			pass(Duration.ofSeconds(1));
			this.outbox.add(internal("ESC-2026-000033", "notice", "eva@escala.example"));
			this.outbox.add(internal("ESC-2026-000034", "notice", "luis4@escala.example"));
			this.outbox.add(message("firstNotice", "Ana", "ana@acme.es"));
		});
		pass(Duration.ofSeconds(1));

		List<String> turns = new ArrayList<>();
		TestChannels.dispatcher(this.repository, this.clock, new Doing((message) -> {
			turns.add(message.recipient().replaceAll("@.*", ""));
			return new Delivery(Delivery.Result.SENT, null);
		})).run();

		assertThat(turns).containsExactly("ana", "luis0", "luis1", "eva", "luis2", "luis3", "luis4", "luis4");
	}

	@Test
	@DisplayName("A second mail to the same reader about the same matter waits until the first is through")
	void inTheirOrder() {
		add("firstNotice", "Ana", "ana@acme.es");
		add("update-1", "Ana", "ANA@acme.es");
		add("update-1", "Luis", "luis@acme.es");

		assertThat(this.repository.claim(Lane.MAIL, "one").orElseThrow().step()).isEqualTo("firstNotice");
		assertThat(this.repository.claim(Lane.MAIL, "another").orElseThrow().recipient()).isEqualTo("luis@acme.es");
		assertThat(this.repository.claim(Lane.MAIL, "a third")).isEmpty();
	}

	@Test
	@DisplayName("A node that was only slow still says the truth about its message")
	void acceptsTheTruthLate() {
		add("firstNotice", "Ana", "ana@acme.es");
		var claimed = this.repository.claim(Lane.MAIL, "a slow node").orElseThrow();
		pass(Duration.ofSeconds(46));
		this.dispatcher.run();
		assertThat(message().status()).isEqualTo(Status.UNKNOWN);

		this.repository.sent(claimed);

		assertThat(message().status()).isEqualTo(Status.SENT);
	}

	@Test
	@DisplayName("While no server listens the message waits longer each time, and arrives once when one does")
	void deliversWhenTheServerIsBack() throws IOException {
		add("firstNotice", "Ana", "ana@acme.es");
		Dispatcher nobodyListens = sendingTo(closedPort());

		nobodyListens.run();
		assertThat(message().status()).isEqualTo(Status.PENDING);
		assertThat(message().error()).startsWith("No se pudo hablar con el servidor de correo");

		pass(Duration.ofSeconds(9));
		assertThat(nobodyListens.run()).isZero();
		pass(Duration.ofSeconds(1));
		assertThat(nobodyListens.run()).isEqualTo(1);

		pass(Duration.ofMinutes(1));
		this.dispatcher.run();
		this.dispatcher.run();
		assertThat(message().status()).isEqualTo(Status.SENT);
		assertThat(message().attempts()).isEqualTo(3);
		assertThat(message().error()).isNull();
		assertThat(received()).hasSize(1);
	}

	@Test
	@DisplayName("After eleven failed attempts in two days it is over, and says so")
	void givesUpInTheEnd() throws IOException {
		add("firstNotice", "Ana", "ana@acme.es");
		Dispatcher nobodyListens = sendingTo(closedPort());

		for (Duration delay : TestChannels.DELAYS) {
			assertThat(nobodyListens.run()).isEqualTo(1);
			assertThat(message().status()).isEqualTo(Status.PENDING);
			pass(delay.minusSeconds(1));
			assertThat(nobodyListens.run()).as("before %s have passed", delay).isZero();
			pass(Duration.ofSeconds(1));
		}
		nobodyListens.run();

		assertThat(message().status()).isEqualTo(Status.FAILED);
		assertThat(message().error()).startsWith("No se pudo entregar en 11 intentos.");
		pass(Duration.ofDays(1));
		assertThat(this.dispatcher.run()).isZero();
	}

	@Test
	@DisplayName("A server that is away is asked once in a run, not for every message")
	void doesNotInsistInOneRun() throws IOException {
		add("firstNotice", "Ana", "ana@acme.es");
		add("firstNotice", "Luis", "luis@acme.es");

		assertThat(sendingTo(closedPort()).run()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "RCPT, 450 mailbox busy, PENDING", "MAIL, 451 try later, PENDING", "., 452 no space, PENDING",
			"CONNECT, 554 no service, PENDING", "RCPT, 550 no such user, FAILED", "MAIL, 552 too big, FAILED",
			"DATA, 554 no, FAILED", "., 554 looks like spam, FAILED", "MAIL, 530 log in first, PENDING",
			"CONNECT, SILENCE, PENDING", "MAIL, SILENCE, PENDING", "DATA, SILENCE, PENDING", "RCPT, HANG UP, PENDING",
			"., SILENCE, UNKNOWN", "., HANG UP, UNKNOWN", "QUIT, SILENCE, SENT", "QUIT, HANG UP, SENT" })
	@DisplayName("What the server answers, and when it does not, decides what is known about the mail")
	void understandsTheServer(String command, String answer, Status expected) throws IOException {
		add("firstNotice", "Ana", "ana@acme.es");
		try (ScriptedMailServer server = new ScriptedMailServer().answering(command, answer)) {
			boolean silent = answer.equals(ScriptedMailServer.SILENCE);
			sendingTo(server.port(), silent ? IMPATIENT : Duration.ofSeconds(10)).run();

			assertThat(message().status()).as("%s", message().error()).isEqualTo(expected);
			if (Character.isDigit(answer.charAt(0)) && !command.equals("CONNECT")) {
				assertThat(message().error()).contains(answer);
			}
		}
		pass(Duration.ofMinutes(1));
		assertThat(this.dispatcher.run()).isEqualTo(expected == Status.PENDING ? 1 : 0);
	}

	@Test
	@DisplayName("A mail that a silent server may have taken reaches it only once")
	void doesNotRepeatWhatMayHaveArrived() throws IOException {
		add("firstNotice", "Ana", "ana@acme.es");
		try (ScriptedMailServer server = new ScriptedMailServer().answering(".", ScriptedMailServer.SILENCE)) {
			Dispatcher sending = sendingTo(server.port(), IMPATIENT);
			for (int hours = 0; hours < 3; hours++) {
				sending.run();
				pass(Duration.ofHours(1));
			}

			assertThat(server.completeMails()).isEqualTo(1);
		}
	}

	@Test
	@DisplayName("Two nodes with 200 messages send each exactly once")
	void sharesTheWork() throws Exception {
		this.transaction.executeWithoutResult((status) -> {
			for (int i = 0; i < 200; i++) {
				this.outbox.add(message("firstNotice", "Ana", "ana" + i + "@acme.es"));
			}
		});
		Callable<Integer> node = () -> {
			Dispatcher own = sendingTo(TestServices.mail().getSmtp().getPort());
			int sum = 0;
			for (int tried = own.run(); tried > 0; tried = own.run()) {
				sum += tried;
			}
			return sum;
		};

		int first = 0;
		int sum = 0;
		ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			for (var future : threads.invokeAll(List.of(node, node))) {
				first = future.get();
				sum += first;
			}
		}
		finally {
			threads.shutdownNow();
		}

		assertThat(sum).isEqualTo(200);
		assertThat(first).isBetween(1, 199);
		assertThat(this.outbox.messages(new CaseNumber(CASE)))
			.allSatisfy((message) -> assertThat(message.status()).isEqualTo(Status.SENT));
		List<String> ids = new ArrayList<>();
		for (MimeMessage mail : received()) {
			ids.add(mail.getMessageID());
		}
		assertThat(ids).hasSize(200);
		assertThat(new HashSet<>(ids)).hasSize(200);
	}

	@Test
	@DisplayName("No message leaves within a transaction, where its mark could still be rolled back")
	void refusesToRunWithinATransaction() {
		add("firstNotice", "Ana", "ana@acme.es");

		assertThatIllegalStateException()
			.isThrownBy(() -> this.transaction.executeWithoutResult((status) -> this.dispatcher.run()));
		assertThat(message().status()).isEqualTo(Status.PENDING);
	}

	@Test
	@DisplayName("Without a mail server messages wait")
	void keepsMessagesWithoutAServer() {
		add("firstNotice", "Ana", "ana@acme.es");

		assertThat(TestChannels.dispatcher(this.repository, this.clock).run()).isZero();
		assertThat(message().status()).isEqualTo(Status.PENDING);
		assertThat(message().attempts()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Ruiz, Ana \"la jefa\" <x@y.es>", "Ana; Bcc: x@y.es", "=?utf-8?q?Ana?=" })
	@DisplayName("A name is only a name, whatever it contains")
	void carriesStrangeNames(String name) throws Exception {
		add("firstNotice", name, "ana@acme.es");

		this.dispatcher.run();

		assertThat(received()).hasSize(1);
		assertThat(received().get(0).getAllRecipients()).hasSize(1);
		assertThat(((jakarta.mail.internet.InternetAddress) received().get(0).getAllRecipients()[0]).getAddress())
			.isEqualTo("ana@acme.es");
		assertThat(received().get(0).getHeader("Bcc")).isNull();
	}

	@Test
	@DisplayName("A mail returns to the address that it is from, or to one of its own that only a key of ours signs")
	void returnPath() throws Exception {
		add("firstNotice", "Ana Núñez", "ana@acme.es");
		sendingTo(TestServices.mail().getSmtp().getPort()).run();
		assertThat(received().get(0).getHeader("Return-Path")).containsExactly("<soporte@escala.example>");

		this.returnPaths = signedWith("una-clave-de-treinta-y-dos-signos");
		add("secondNotice", "Ana Núñez", "ana@acme.es");
		sendingTo(TestServices.mail().getSmtp().getPort()).run();

		String path = received().get(1).getHeader("Return-Path")[0];
		long id = this.outbox.find(new CaseNumber(CASE), "secondNotice", "ana@acme.es").orElseThrow().id();
		assertThat(path).startsWith("<soporte+b" + Long.toString(id, 36) + "-").endsWith("@escala.example>");
		assertThat(received().get(1).getFrom()[0]).hasToString("Escala <soporte@escala.example>");
		assertThat(this.returnPaths.message(List.of("x@y.example", path.toUpperCase(Locale.ROOT))))
			.hasValueSatisfying((message) -> assertThat(message.id()).isEqualTo(id));
		assertThat(signedWith("otra-clave-de-treinta-y-dos-signos", "una-clave-de-treinta-y-dos-signos")
			.message(List.of(path))).isPresent();
		assertThat(signedWith("otra-clave-de-treinta-y-dos-signos").message(List.of(path))).isEmpty();
		assertThat(signedWith().message(List.of(path))).isEmpty();
		assertThat(this.returnPaths
			.message(List.of(path.replaceFirst("-.", "-" + (char) (path.charAt(path.indexOf('-') + 1) ^ 1)))))
			.isEmpty();
		this.jdbc.sql("UPDATE outbox_message SET recipient = 'eva@acme.es' WHERE id = ?").param(id).update();
		assertThat(this.returnPaths.message(List.of(path))).isEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> signedWith("corta")).withMessageContaining("32");
	}

	private ReturnPaths signedWith(String... keys) {
		return new ReturnPaths(this.properties, new ReturnPathProperties(List.of(keys)), this.repository);
	}

	private void internal(String step, String recipient) {
		this.transaction.executeWithoutResult((status) -> this.outbox.add(internal(CASE, step, recipient)));
	}

	private static Message internal(String number, String step, String recipient) {
		return new Message(new CaseNumber(number), step, "Luis", recipient, "internal-announcement",
				Locale.forLanguageTag("es"), Map.of("customer", "Acme", "subject", "Conexión caída"));
	}

	private Dispatcher sendingTo(int port) {
		return sendingTo(port, Duration.ofSeconds(10));
	}

	private Dispatcher sendingTo(int port, Duration patience) {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("127.0.0.1");
		sender.setPort(port);
		for (String timeout : List.of("connectiontimeout", "timeout", "writetimeout")) {
			sender.getJavaMailProperties().setProperty("mail.smtp." + timeout, String.valueOf(patience.toMillis()));
		}
		return TestChannels.dispatcher(this.repository, this.clock,
				new Mailer(sender, this.properties, this.returnPaths, this.attachments, this.clock, 1));
	}

	private static int closedPort() throws IOException {
		try (ScriptedMailServer server = new ScriptedMailServer()) {
			return server.port();
		}
	}

	private void pass(Duration time) {
		this.now = this.now.plus(time);
		ClockUtil.setCurrentTime(Date.from(this.now));
	}

	private OutboxMessage message() {
		return this.outbox.messages(new CaseNumber(CASE)).get(0);
	}

	private static List<MimeMessage> received() {
		return List.of(TestServices.mail().getReceivedMessages());
	}

	private void add(String step, String name, String address) {
		this.transaction.executeWithoutResult((status) -> this.outbox.add(message(step, name, address)));
	}

	private static Message message(String step, String name, String address) {
		return new Message(new CaseNumber(CASE), step, name, address, "customer-announcement",
				Locale.forLanguageTag("es"), Map.of("customer", "Acme", "subject", "Conexión caída"));
	}

	/** A server in the hands of the test. */
	private record Doing(Function<Claimed, Delivery> doing) implements Sender {

		@Override
		public Lane lane() {
			return Lane.MAIL;
		}

		@Override
		public Delivery send(Claimed message) {
			return this.doing.apply(message);
		}

	}

}
