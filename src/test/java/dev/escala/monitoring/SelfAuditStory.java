package dev.escala.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.access.Role;
import dev.escala.access.StaffAccounts;
import dev.escala.database.TransactionTimes;
import dev.escala.notification.channel.Dispatcher;
import dev.escala.support.TestServices;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** One supervisor and one manager, and two checks that see what a test tells them. */
abstract class SelfAuditStory {

	static final String LEAK = "El depósito pierde agua: cierre la llave.";

	static final String FIRE = "Hay humo en la sala: avise a los bomberos.";

	@Autowired
	FindingRepository repository;

	@Autowired
	FindingNotice notice;

	@Autowired
	Dispatcher dispatcher;

	@Autowired
	StaffAccounts accounts;

	@Autowired
	IdentityService identity;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTimes times;

	@Autowired
	PlatformTransactionManager transactions;

	final Scripted leaks = new Scripted("leaks");

	final Scripted fires = new Scripted("fires");

	/** Whom other tests left in the two groups: user and group in turn. */
	private final List<Map.Entry<String, String>> others = new ArrayList<>();

	Instant now = Instant.parse("2026-11-23T09:00:00Z");

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

	SelfAudit audit() {
		return new SelfAudit(checks(this.leaks, this.fires), this.repository, this.notice, clock(), this.transactions);
	}

	Checks checks(SelfCheck... checks) {
		return new Checks(List.of(checks), this.times, this.transactions);
	}

	static java.time.Clock clock() {
		return java.time.Clock.fixed(ClockUtil.getCurrentTime().toInstant(), java.time.ZoneOffset.UTC);
	}

	void pass(Duration duration) {
		this.now = this.now.plus(duration);
		ClockUtil.setCurrentTime(Date.from(this.now));
	}

	List<Finding> findings(Boolean open) {
		return this.repository.page(null, open, new dev.escala.web.PageRequest(0, 200, "-foundAt")).items();
	}

	/** Everything that arrived so far, sent first. */
	List<MimeMessage> mails() {
		this.dispatcher.run();
		return List.of(TestServices.mail().getReceivedMessages());
	}

	String text() {
		return this.jdbc.sql("SELECT text_body FROM outbox_message").query(String.class).single();
	}

	String html() {
		return this.jdbc.sql("SELECT html_body FROM outbox_message").query(String.class).single();
	}

	static String to(MimeMessage mail) throws jakarta.mail.MessagingException {
		return ((InternetAddress) mail.getAllRecipients()[0]).getAddress();
	}

	void address(String userId, String email) {
		var user = this.identity.createUserQuery().userId(userId).singleResult();
		user.setEmail(email);
		this.identity.saveUser(user);
	}

	/** A check that sees what the test tells it to see. */
	static final class Scripted implements SelfCheck {

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
