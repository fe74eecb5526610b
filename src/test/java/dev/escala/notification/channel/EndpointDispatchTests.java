package dev.escala.notification.channel;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;
import javax.sql.DataSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import dev.escala.notification.Attachments;
import dev.escala.notification.Channel;
import dev.escala.notification.Outbox;
import dev.escala.notification.OutboxMessage;
import dev.escala.notification.OutboxMessage.Status;
import dev.escala.notification.OutboxQueueRepository;
import dev.escala.notification.TeamNotice;
import dev.escala.notification.http.CheckedResolver;
import dev.escala.notification.http.PostClient;
import dev.escala.notification.template.MailTemplates;
import dev.escala.reference.CaseNumber;
import dev.escala.support.EscalaTest;
import dev.escala.support.ScriptedHttpServer;
import dev.escala.support.ScriptedHttpServer.Request;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("Endpoints of teams")
class EndpointDispatchTests {

	private static final String CASE = "ESC-2026-000033";

	private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

	private static final String OLD_KEY = "whsec_" + "T2xk".repeat(8);

	@Autowired
	private Attachments attachments;

	@Autowired
	private MailTemplates templates;

	@Autowired
	private OutboxQueueRepository repository;

	@Autowired
	private Posts posts;

	@Autowired
	private Clock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private DataSource dataSource;

	private TransactionTemplate transaction;

	private Instant now = Instant.parse("2026-11-23T09:00:00Z");

	private final ScriptedHttpServer server = new ScriptedHttpServer();

	private final ScriptedHttpServer other = new ScriptedHttpServer();

	private final List<PostClient> clients = new ArrayList<>();

	@BeforeEach
	void start(@Autowired PlatformTransactionManager transactions) {
		this.transaction = new TransactionTemplate(transactions);
		this.jdbc.sql("DELETE FROM outbox_message").update();
		ClockUtil.setCurrentTime(Date.from(this.now));
	}

	@AfterEach
	void end() throws Exception {
		this.clients.forEach(PostClient::close);
		this.server.close();
		this.other.close();
		this.jdbc.sql("DELETE FROM outbox_message").update();
		ClockUtil.reset();
	}

	@Test
	@DisplayName("A webhook is JSON that both keys of a rotation have signed, under an id that comes from its row")
	void signed() throws Exception {
		Channels channels = channels(webhook("crm", this.server, "supervisors"));
		post(channels, "announcement", "supervisors", "managers");

		assertThat(dispatch(channels)).isEqualTo(1);

		assertThat(message().status()).isEqualTo(Status.SENT);
		Request request = this.server.requests().get(0);
		assertThat(request.header("webhook-id")).matches("msg_" + message().id() + "_[0-9a-z]+");
		assertThat(request.header("webhook-timestamp")).isEqualTo(String.valueOf(this.now.getEpochSecond()));
		assertThat(request.header("webhook-signature").split(" ")).hasSize(2);
		assertThat(isVerified(request, KEY)).isTrue();
		assertThat(isVerified(request, OLD_KEY)).isTrue();
		assertThat(isVerified(request, "whsec_" + "QUFB".repeat(8))).isFalse();
		JsonNode json = new ObjectMapper().readTree(request.body());
		assertThat(json.at("/type").asText()).isEqualTo("escalation.announced");
		assertThat(json.at("/timestamp").asText()).isEqualTo("2026-11-23T09:00:00Z");
		assertThat(json.at("/data/number").asText()).isEqualTo(CASE);
		assertThat(json.at("/data/subject").asText()).isEqualTo("Conexión <!channel> caída\r\nX-Evil: 1");
		assertThat(request.headers()).doesNotContainKey("x-evil");
	}

	@Test
	@DisplayName("A chat gets Spanish text that names nobody, whatever the customer wrote")
	void chat() throws Exception {
		Channels channels = channels(slack("guardia", this.server));
		post(channels, "announcement", "supervisors");

		dispatch(channels);

		JsonNode json = new ObjectMapper().readTree(this.server.requests().get(0).body());
		assertThat(json.at("/text").asText()).isEqualTo("""
				*ESC-2026-000033 · Nuevo escalamiento (Crítica)*
				Asunto: Conexión &lt;!channel&gt; caída X-Evil: 1
				Gravedad: Crítica
				Nivel: 2
				<https://escala.example/tasklist|Abrir en Escala>""");
		assertThat(json.at("/unfurl_links").asBoolean(true)).isFalse();
		assertThat(this.server.requests().get(0).headers()).doesNotContainKey("webhook-signature");
	}

	@Test
	@DisplayName("An endpoint gets what its groups are told, each step once, however many groups and times")
	void onlyItsGroupsAndOnce() {
		Channels channels = channels(webhook("crm", this.server, "managers", "directors"),
				slack("guardia", this.other));
		post(channels, "announcement", "supervisors");
		post(channels, "breach-1", "managers", "directors");
		post(channels, "breach-1", "managers");

		dispatch(channels);

		assertThat(this.server.requests()).hasSize(1);
		assertThat(this.other.requests()).hasSize(2);
	}

	@ParameterizedTest
	@CsvSource({ "200, SENT, SENT", "204, SENT, SENT", "301, PENDING, PENDING", "400, FAILED, FAILED",
			"401, PENDING, PENDING", "404, PENDING, PENDING", "408, PENDING, PENDING", "410, FAILED, FAILED",
			"413, FAILED, FAILED", "429, PENDING, PENDING", "500, PENDING, PENDING", "502, PENDING, UNKNOWN",
			"503, PENDING, PENDING", "504, PENDING, UNKNOWN", "SILENCE, PENDING, UNKNOWN", "HANG UP, PENDING, UNKNOWN",
			"DRIP, PENDING, UNKNOWN", "DRIPPING BODY, SENT, SENT" })
	@DisplayName("What the server answers decides what is known; in doubt a webhook is repeated, a chat is people's matter")
	void understands(String answer, Status webhook, Status chat) {
		this.server.answering(answer.matches("\\d+") ? ScriptedHttpServer.status(Integer.parseInt(answer)) : answer);
		Duration patience = answer.matches("\\d+|HANG UP") ? Duration.ofSeconds(20) : Duration.ofMillis(500);
		Channels channels = channels(patience, webhook("crm", this.server, "all"), slack("guardia", this.server));
		post(channels, "announcement", "supervisors");

		assertThat(dispatch(channels)).isEqualTo(2);

		assertThat(message("crm").status()).as(message("crm").error()).isEqualTo(webhook);
		assertThat(message("guardia").status()).as(message("guardia").error()).isEqualTo(chat);
		if (webhook != Status.SENT) {
			assertThat(message("crm").error()).contains("El canal «crm»")
				.contains(answer.matches("\\d+") ? "contestó con " + answer : "no");
		}
		assertThat(this.server.requests()).hasSize(2);
	}

	@Test
	@DisplayName("A webhook that may have arrived is sent again under the same id, newly signed")
	void repeatsUnderTheSameId() throws Exception {
		Channels channels = channels(webhook("crm", this.server, "all"));
		post(channels, "announcement", "supervisors");
		this.server.answering(ScriptedHttpServer.HANG_UP);
		dispatch(channels);
		this.server.answering(ScriptedHttpServer.status(200));

		pass(Duration.ofSeconds(10));
		dispatch(channels);

		assertThat(message().status()).isEqualTo(Status.SENT);
		assertThat(this.server.requests()).hasSize(2).allSatisfy((one) -> assertThat(isVerified(one, KEY)).isTrue());
		assertThat(this.server.requests()).extracting((one) -> one.header("webhook-id"))
			.containsOnly(this.server.requests().get(0).header("webhook-id"));
		assertThat(this.server.requests()).extracting((one) -> one.header("webhook-timestamp")).doesNotHaveDuplicates();
	}

	@Test
	@DisplayName("What a node was sending when it died: the webhook is sent again, the chat's line is shown to people")
	void survivesADeadNode() {
		Endpoint crm = webhook("crm", this.server, "all");
		Endpoint guardia = slack("guardia", this.other);
		Channels channels = channels(crm, guardia);
		post(channels, "announcement", "supervisors");
		assertThat(this.repository.claim(crm.lane(), "a node that dies")).isPresent();
		assertThat(this.repository.claim(guardia.lane(), "a node that dies")).isPresent();

		pass(Duration.ofMinutes(6));
		dispatch(channels);

		assertThat(message("crm").status()).isEqualTo(Status.SENT);
		assertThat(this.server.requests()).hasSize(1);
		assertThat(message("guardia").status()).isEqualTo(Status.UNKNOWN);
		assertThat(this.other.requests()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "429, 120, PT2M", "503, 120, PT2M", "429, 90000, PT1H", "503, 'Mon, 23 Nov 2026 09:05:00 GMT', PT5M" })
	@DisplayName("A server that asks to be left alone is, for an hour at most, and all its messages wait unspent")
	void waitsAsAsked(int status, String header, Duration wait) {
		Channels channels = channels(webhook("crm", this.server, "all"));
		post(channels, "announcement", "supervisors");
		post(channels, "breach-1", "supervisors");
		this.server.answering(ScriptedHttpServer.status(status, new String[] { "Retry-After: " + header }));

		assertThat(dispatch(channels)).as("the second message is not tried").isEqualTo(1);
		this.server.answering(ScriptedHttpServer.status(200));
		pass(wait.minusSeconds(1));
		assertThat(dispatch(channels)).isZero();
		assertThat(channels.pauses()).singleElement().satisfies((pause) -> assertThat(pause.askedToWait()).isTrue());
		pass(Duration.ofSeconds(2));

		assertThat(dispatch(channels)).isEqualTo(2);
		assertThat(this.jdbc.sql("SELECT attempts FROM outbox_message ORDER BY attempts").query(Integer.class).list())
			.containsExactly(1, 2);
	}

	@Test
	@DisplayName("A server that is away costs three attempts in all; the rest waits unspent, and all leave when it is back")
	void breaks() {
		Channels channels = channels(webhook("crm", this.server, "all"), slack("guardia", this.other));
		for (int i = 0; i < 10; i++) {
			post(channels, "step-" + i, "supervisors");
		}
		this.server.answering(ScriptedHttpServer.status(500));

		for (int second = 0; second < 8; second++) {
			dispatch(channels);
			pass(Duration.ofSeconds(1));
		}

		assertThat(this.server.requests()).hasSize(3);
		assertThat(this.other.requests()).as("the other is not held up").hasSize(10);
		assertThat(channels.pauses()).singleElement()
			.satisfies((pause) -> assertThat(pause.server()).isEqualTo("El canal «crm»"));
		assertThat(attempts()).isEqualTo(3);
		pass(Duration.ofMinutes(1));
		assertThat(dispatch(channels)).as("one tries").isEqualTo(1);
		assertThat(dispatch(channels)).isZero();
		this.server.answering(ScriptedHttpServer.status(200));
		pass(Duration.ofMinutes(2));
		dispatch(channels);

		assertThat(this.repository.messages(new CaseNumber(CASE))).hasSize(20)
			.allSatisfy((message) -> assertThat(message.status()).isEqualTo(Status.SENT));
		assertThat(this.server.requests().stream().skip(4).map((one) -> one.header("webhook-id"))).hasSize(10)
			.doesNotHaveDuplicates();
		assertThat(channels.pauses()).isEmpty();
	}

	@Test
	@DisplayName("While a server hangs no database connection is held")
	void holdsNoConnection() {
		Channels channels = channels(webhook("crm", this.server, "all"));
		post(channels, "announcement", "supervisors");
		this.server.answering(ScriptedHttpServer.SILENCE);

		CompletableFuture<Integer> run = CompletableFuture.supplyAsync(() -> dispatch(channels));

		Awaitility.await().atMost(Duration.ofSeconds(45)).until(() -> this.server.requests().size() == 1);
		// Others may use one for a moment; one that is held stays.
		Awaitility.await().atMost(Duration.ofSeconds(45)).until(() -> active() == 0);
		assertThat(run).isNotDone();
		assertThat(message().status()).isEqualTo(Status.SENDING);
		assertThat(active()).isZero();
	}

	@Test
	@DisplayName("What waits for an endpoint that nobody has configured any more fails after an hour, and says why")
	void orphans() {
		post(channels(webhook("crm", this.server, "all")), "announcement", "supervisors");
		Channels without = channels(slack("guardia", this.other));

		pass(Duration.ofMinutes(59));
		dispatch(without);
		assertThat(message().status()).isEqualTo(Status.PENDING);
		pass(Duration.ofMinutes(2));
		dispatch(without);

		assertThat(message().status()).isEqualTo(Status.FAILED);
		assertThat(message().error()).isEqualTo("Ningún canal de la configuración se llama ya así.");
	}

	/** Written after the specification's text, not after our code. */
	private static boolean isVerified(Request request, String secret) {
		try {
			byte[] head = (request.header("webhook-id") + "." + request.header("webhook-timestamp") + ".")
				.getBytes(StandardCharsets.US_ASCII);
			byte[] content = Arrays.copyOf(head, head.length + request.body().length);
			System.arraycopy(request.body(), 0, content, head.length, request.body().length);
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "any"));
			byte[] expected = mac.doFinal(content);
			return Arrays.stream(request.header("webhook-signature").split(" "))
				.map((signature) -> signature.split(",", 2))
				.filter((signature) -> signature[0].equals("v1"))
				.anyMatch((signature) -> MessageDigest.isEqual(expected, Base64.getDecoder().decode(signature[1])));
		}
		catch (java.security.GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Endpoint webhook(String name, ScriptedHttpServer server, String... groups) {
		return new Endpoint(name, Channel.WEBHOOK, url(server),
				List.of(WebhookSecret.read(KEY), WebhookSecret.read(OLD_KEY)), Set.of(groups));
	}

	private Endpoint slack(String name, ScriptedHttpServer server) {
		return new Endpoint(name, Channel.SLACK, url(server), List.of(), Set.of("all"));
	}

	private static URI url(ScriptedHttpServer server) {
		return URI.create("http://127.0.0.1:" + server.port() + "/hook");
	}

	private Channels channels(Endpoint... endpoints) {
		return channels(Duration.ofSeconds(20), endpoints);
	}

	private Channels channels(Duration deadline, Endpoint... endpoints) {
		try {
			PostClient client = new PostClient(new CheckedResolver(Set.of("127.0.0.1")), SSLContext.getDefault(),
					deadline);
			this.clients.add(client);
			List<Sender> senders = new ArrayList<>();
			for (Endpoint endpoint : endpoints) {
				senders.add((endpoint.channel() == Channel.SLACK) ? new SlackSender(endpoint, client, this.clock)
						: new WebhookSender(endpoint, client, this.clock));
			}
			return new Channels(senders, List.of(endpoints), this.clock);
		}
		catch (java.security.NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private int dispatch(Channels channels) {
		return this.dispatchers.computeIfAbsent(channels, (one) -> TestChannels.dispatcher(this.repository, one)).run();
	}

	private final Map<Channels, Dispatcher> dispatchers = new java.util.HashMap<>();

	private void post(Channels channels, String step, String... groups) {
		Map<String, Object> model = new LinkedHashMap<>(Map.of("subject", "Conexión <!channel> caída\r\nX-Evil: 1",
				"severityLabel", "Crítica", "level", 2, "link", "https://escala.example/tasklist"));
		Map<String, Object> data = Map.of("number", CASE, "subject", model.get("subject"));
		Outbox outbox = new Outbox(this.templates, this.repository, this.posts, channels, this.attachments, (event) -> {
		});
		this.transaction.executeWithoutResult((status) -> outbox.post(new TeamNotice(new CaseNumber(CASE), step,
				"escalation.announced", Set.of(groups), "internal-announcement", model, data)));
	}

	private void pass(Duration time) {
		this.now = this.now.plus(time);
		ClockUtil.setCurrentTime(Date.from(this.now));
	}

	private OutboxMessage message() {
		return this.repository.messages(new CaseNumber(CASE)).get(0);
	}

	private OutboxMessage message(String endpoint) {
		return this.repository.messages(new CaseNumber(CASE))
			.stream()
			.filter((message) -> message.recipient().equals(endpoint))
			.findFirst()
			.orElseThrow();
	}

	private int attempts() {
		return this.jdbc.sql("SELECT sum(attempts) FROM outbox_message WHERE channel = 'WEBHOOK'")
			.query(Integer.class)
			.single();
	}

	private int active() {
		return ((HikariDataSource) this.dataSource).getHikariPoolMXBean().getActiveConnections();
	}

}
