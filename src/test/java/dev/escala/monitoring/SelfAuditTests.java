package dev.escala.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import dev.escala.access.Role;
import dev.escala.access.StaffAccounts;
import dev.escala.notification.Dispatcher;
import dev.escala.support.EscalaTest;
import dev.escala.support.TestServices;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@EscalaTest
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("The self-audit")
class SelfAuditTests {

	private static final String LEAK = "El depósito pierde agua: cierre la llave.";

	private static final String FIRE = "Hay humo en la sala: avise a los bomberos.";

	@Autowired
	private FindingStore store;

	@Autowired
	private FindingNotice notice;

	@Autowired
	private Dispatcher dispatcher;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private IdentityService identity;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	private final Scripted leaks = new Scripted("leaks");

	private final Scripted fires = new Scripted("fires");

	/** Whom other tests left in the two groups: user and group in turn. */
	private final List<Map.Entry<String, String>> others = new ArrayList<>();

	private Instant now = Instant.parse("2026-11-23T09:00:00Z");

	@BeforeEach
	void givenOneSupervisorAndOneManager() throws Exception {
		for (Role role : List.of(Role.SUPERVISORS, Role.MANAGERS)) {
			this.identity.createUserQuery().memberOfGroup(role.groupId()).list().forEach((user) -> {
				this.others.add(Map.entry(user.getId(), role.groupId()));
				this.identity.deleteMembership(user.getId(), role.groupId());
			});
		}
		this.accounts.keep("mon-sup", "Sara", "Ríos", "sara@escala.example", "Una-clave-larga-9", Role.SUPERVISORS);
		this.accounts.keep("mon-man", "Mario", "Paz", "mario@escala.example", "Una-clave-larga-9", Role.MANAGERS);
		this.jdbc.sql("DELETE FROM finding").update();
		this.jdbc.sql("DELETE FROM outbox_message").update();
		TestServices.mail().purgeEmailFromAllMailboxes();
		ClockUtil.setCurrentTime(Date.from(this.now));
	}

	@AfterEach
	void restore() {
		ClockUtil.reset();
		this.identity.deleteUser("mon-sup");
		this.identity.deleteUser("mon-man");
		this.others.forEach((other) -> this.identity.createMembership(other.getKey(), other.getValue()));
		this.jdbc.sql("DELETE FROM finding").update();
	}

	@Test
	@DisplayName("finds nothing where nothing is wrong, and tells nobody")
	void healthy(CapturedOutput output) throws Exception {
		assertThat(audit().run()).contains(List.of());

		assertThat(mails()).isEmpty();
		assertThat(findings(null)).isEmpty();
		assertThat(output).doesNotContain("Found ", "Nobody was told");
	}

	@Test
	@DisplayName("tells supervisors of everything new in one mail, once, and the log too")
	void tellsOnce(CapturedOutput output) throws Exception {
		this.leaks.sees("tank-1", LEAK);
		this.leaks.sees("tank-2", "Otro depósito pierde agua.");
		this.fires.sees("room", FIRE);

		assertThat(audit().run().orElseThrow()).hasSize(3);
		assertThat(audit().run().orElseThrow()).isEmpty();
		pass(Duration.ofDays(3));
		assertThat(audit().run().orElseThrow()).isEmpty();

		List<MimeMessage> mails = mails();
		assertThat(mails).hasSize(1);
		assertThat(to(mails.get(0))).isEqualTo("sara@escala.example");
		assertThat(mails.get(0).getSubject()).isEqualTo("Autocontrol · Escala necesita su atención (3)");
		assertThat(text()).contains("Hola, Sara Ríos:", "LO QUE MIRA LEAKS", "- " + LEAK, "LO QUE MIRA FIRES",
				"- " + FIRE, "/api/findings?open=true");
		assertThat(html()).contains("<li", LEAK, FIRE);
		assertThat(output.getOut().split("Found leaks \\(tank-1\\)")).hasSize(2);
		assertThat(findings(true)).hasSize(3).allSatisfy((finding) -> {
			assertThat(finding.foundAt()).isEqualTo("2026-11-23T09:00:00Z");
			assertThat(finding.toldAt()).isEqualTo("2026-11-23T09:00:00Z");
			assertThat(finding.lastSeenAt()).isEqualTo("2026-11-26T09:00:00Z");
		});
	}

	@Test
	@DisplayName("closes what is gone, and tells anew what comes back")
	void goneAndAgain() throws Exception {
		this.leaks.sees("tank-1", LEAK);
		audit().run();
		this.leaks.seesNothing();
		pass(Duration.ofMinutes(1));
		audit().run();
		assertThat(findings(true)).isEmpty();
		assertThat(findings(false)).singleElement()
			.satisfies((finding) -> assertThat(finding.goneAt()).isEqualTo("2026-11-23T09:01:00Z"));

		this.leaks.sees("tank-1", LEAK);
		pass(Duration.ofMinutes(1));
		audit().run();

		assertThat(mails()).hasSize(2);
		assertThat(findings(null)).hasSize(2).first().satisfies((finding) -> assertThat(finding.goneAt()).isNull());
	}

	@Test
	@DisplayName("keeps the newest words about what it told before")
	void newestWords() throws Exception {
		this.leaks.sees("tank-1", LEAK);
		audit().run();
		this.leaks.seesNothing();
		this.leaks.sees("tank-1", "El depósito está vacío.");
		audit().run();

		assertThat(findings(true)).extracting(Finding::text).containsExactly("El depósito está vacío.");
		assertThat(mails()).hasSize(1);
	}

	@Test
	@DisplayName("takes a check that throws for a finding, runs the others and closes nothing of that check")
	void throwingCheck(CapturedOutput output) throws Exception {
		this.leaks.sees("tank-1", LEAK);
		audit().run();
		this.leaks.throwsInstead(() -> this.jdbc.sql("SELECT 1 / 0").query(Long.class).single());
		this.fires.sees("room", FIRE);

		audit().run();
		audit().run();

		assertThat(findings(true)).extracting(Finding::kind).containsExactlyInAnyOrder("leaks", "fires", "self-check");
		assertThat(findings(true)).filteredOn((finding) -> finding.kind().equals("self-check"))
			.extracting(Finding::text)
			.first()
			.asString()
			.startsWith("La comprobación «Lo que mira leaks» no se pudo ejecutar");
		assertThat(mails()).hasSize(2);
		assertThat(output.getOut().split("division by zero")).as("the cause, once").hasSizeGreaterThan(1);

		this.leaks.throwsInstead(null);
		audit().run();
		assertThat(findings(true)).extracting(Finding::kind).containsExactlyInAnyOrder("leaks", "fires");
	}

	@Test
	@DisplayName("lets no check write")
	void readOnly() {
		this.leaks.throwsInstead(() -> this.jdbc.sql("DELETE FROM finding").update());

		audit().run();

		assertThat(findings(true)).extracting(Finding::kind).containsExactly("self-check");
	}

	@Test
	@DisplayName("runs on one node at a time, so that two at the same moment tell once")
	void twoAtOnce() throws Exception {
		CountDownLatch inside = new CountDownLatch(1);
		CountDownLatch go = new CountDownLatch(1);
		this.leaks.sees("tank-1", LEAK);
		this.leaks.before(() -> {
			inside.countDown();
			await(go);
		});
		ExecutorService other = Executors.newSingleThreadExecutor();
		try {
			Future<Optional<List<Finding>>> first = other.submit(() -> audit().run());
			await(inside);
			Optional<List<Finding>> second = audit().run();
			go.countDown();

			assertThat(second).as("somebody else is at it").isEmpty();
			assertThat(first.get().orElseThrow()).hasSize(1);
		}
		finally {
			go.countDown();
			other.shutdownNow();
		}
		audit().run();
		assertThat(mails()).hasSize(1);
	}

	@Test
	@DisplayName("tells each finding once when four nodes race for it")
	void race() throws Exception {
		ExecutorService nodes = Executors.newFixedThreadPool(4);
		try {
			for (int round = 0; round < 10; round++) {
				this.leaks.sees("tank-" + round, LEAK);
				nodes.invokeAll(
						IntStream.range(0, 4).mapToObj((n) -> (java.util.concurrent.Callable<?>) audit()::run).toList())
					.forEach(SelfAuditTests::finished);
			}
		}
		finally {
			nodes.shutdownNow();
		}

		assertThat(findings(null)).hasSize(10);
		assertThat(mails()).hasSize(10);
	}

	@Test
	@DisplayName("leaves nothing behind when its node dies in the middle, and the next run tells all, once")
	void diesInTheMiddle() throws Exception {
		this.leaks.sees("tank-1", LEAK);
		this.fires.before(this::killWhoeverHoldsTheLock);
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> audit().run());
		assertThat(findings(null)).isEmpty();
		assertThat(mails()).isEmpty();

		this.fires.before(null);
		audit().run();
		audit().run();

		assertThat(findings(true)).hasSize(1);
		assertThat(mails()).hasSize(1);
	}

	@Test
	@DisplayName("tells managers where no supervisor has an address that can exist")
	void managersInstead() throws Exception {
		address("mon-sup", "sara sin correo");
		this.leaks.sees("tank-1", LEAK);

		audit().run();

		assertThat(mails()).singleElement().satisfies((mail) -> assertThat(to(mail)).isEqualTo("mario@escala.example"));
	}

	@Test
	@DisplayName("logs an error where nobody has an address, and tells as soon as somebody has")
	void nobodyHasAnAddress(CapturedOutput output) throws Exception {
		address("mon-sup", null);
		address("mon-man", " ");
		this.leaks.sees("tank-1", LEAK);

		audit().run();
		audit().run();

		assertThat(mails()).isEmpty();
		assertThat(output.getOut().split("Nobody was told of 1 new findings")).hasSize(2);
		assertThat(findings(true)).singleElement().satisfies((finding) -> assertThat(finding.toldAt()).isNull());
		address("mon-sup", "sara@escala.example");
		audit().run();
		audit().run();
		assertThat(mails()).hasSize(1);
	}

	@Test
	@DisplayName("writes one mail of bearable length in a storm")
	void storm() throws Exception {
		for (int i = 0; i < 1500; i++) {
			this.leaks.sees("tank-" + i, "Depósito " + i + " roto.");
		}

		audit().run();
		audit().run();

		assertThat(findings(true)).hasSize(200);
		assertThat(this.store.openByKind()).containsEntry("leaks", 1000L);
		assertThat(mails()).hasSize(1);
		assertThat(text()).contains("- Depósito 19 roto.", "- Y 980 más.").doesNotContain("Depósito 20 roto");
	}

	@Test
	@DisplayName("keeps nothing that could break a line of the log, a mail or an index")
	void strangeWords(CapturedOutput output) throws Exception {
		this.leaks.sees("a\nb" + "x".repeat(5000), "uno\r\nERROR forged\u0000 <b>dos</b> [[${7*7}]]");
		this.leaks.sees("a\nb" + "x".repeat(5001), "tres");

		assertThat(audit().run().orElseThrow()).hasSize(2);

		assertThat(findings(true)).extracting(Finding::text).contains("uno  ERROR forged  <b>dos</b> [[${7*7}]]");
		assertThat(output.getOut().lines()).noneMatch((line) -> line.startsWith("ERROR forged"));
		mails();
		assertThat(html()).contains("&lt;b&gt;dos&lt;/b&gt; [[${7*7}]]");
	}

	@Test
	@DisplayName("forgets what has been gone for a year, and closes what no check looks for any more")
	void forgets() {
		this.leaks.sees("tank-1", LEAK);
		audit().run();
		new SelfAudit(new Checks(List.of(this.fires), this.jdbc, this.transactions), this.store, this.notice, clock(),
				this.transactions)
			.run();
		assertThat(findings(true)).isEmpty();
		assertThat(findings(false)).hasSize(1);

		this.leaks.seesNothing();
		pass(Duration.ofDays(366));
		audit().run();

		assertThat(findings(null)).isEmpty();
	}

	@Test
	@DisplayName("knows each check by a name of its own")
	void names() {
		assertThatIllegalStateException().isThrownBy(() -> checks(new Scripted("twice"), new Scripted("twice")));
		assertThatIllegalStateException().isThrownBy(() -> checks(new Scripted("self-check")));
		assertThatIllegalStateException().isThrownBy(() -> checks(new Scripted("Not A Name")));
	}

	private SelfAudit audit() {
		return new SelfAudit(checks(this.leaks, this.fires), this.store, this.notice, clock(), this.transactions);
	}

	private Checks checks(SelfCheck... checks) {
		return new Checks(List.of(checks), this.jdbc, this.transactions);
	}

	private static java.time.Clock clock() {
		return java.time.Clock.fixed(ClockUtil.getCurrentTime().toInstant(), java.time.ZoneOffset.UTC);
	}

	private void pass(Duration duration) {
		this.now = this.now.plus(duration);
		ClockUtil.setCurrentTime(Date.from(this.now));
	}

	private List<Finding> findings(Boolean open) {
		return this.store.page(null, open, new dev.escala.web.PageRequest(0, 200, "found_at DESC")).items();
	}

	/** Everything that arrived so far, sent first. */
	private List<MimeMessage> mails() {
		this.dispatcher.run();
		return List.of(TestServices.mail().getReceivedMessages());
	}

	private String text() {
		return this.jdbc.sql("SELECT text_body FROM outbox_message").query(String.class).single();
	}

	private String html() {
		return this.jdbc.sql("SELECT html_body FROM outbox_message").query(String.class).single();
	}

	private static String to(MimeMessage mail) throws jakarta.mail.MessagingException {
		return ((InternetAddress) mail.getAllRecipients()[0]).getAddress();
	}

	private void address(String userId, String email) {
		var user = this.identity.createUserQuery().userId(userId).singleResult();
		user.setEmail(email);
		this.identity.saveUser(user);
	}

	private void killWhoeverHoldsTheLock() {
		this.jdbc
			.sql("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' "
					+ "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
			.query(Boolean.class)
			.list();
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(20, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void finished(Future<?> future) {
		try {
			future.get();
		}
		catch (InterruptedException | java.util.concurrent.ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A check that sees what the test tells it to see. */
	private static final class Scripted implements SelfCheck {

		private final String kind;

		private final List<Trouble> troubles = new ArrayList<>();

		private Runnable before;

		Scripted(String kind) {
			this.kind = kind;
		}

		void sees(String subject, String text) {
			this.troubles.add(new Trouble(subject, text));
		}

		void seesNothing() {
			this.troubles.clear();
		}

		void before(Runnable before) {
			this.before = before;
		}

		void throwsInstead(Runnable failure) {
			this.before = failure;
		}

		@Override
		public String kind() {
			return this.kind;
		}

		@Override
		public String description() {
			return "Lo que mira " + this.kind;
		}

		@Override
		public List<Trouble> find() {
			Optional.ofNullable(this.before).ifPresent(Runnable::run);
			return List.copyOf(this.troubles);
		}

	}

}
