package dev.escala.access.login;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import dev.escala.access.Role;
import dev.escala.access.StaffAccounts;
import dev.escala.support.EscalaTest;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
class PasswordChangeTests {

	private static final String PASSWORD = "correct-Horse-7-battery";

	private static final String NEW = "cuatro faroles de vidrio";

	private static final String ID = "pwd-person";

	private static final String CREDENTIALS = "/camunda/api/engine/engine/default/user/" + ID + "/credentials";

	@LocalServerPort
	private int port;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private IdentityService identity;

	@Autowired
	private PasswordHash hash;

	@Autowired
	private RememberedLogins remembered;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void givenAPerson() {
		this.accounts.keep(ID, "Petra", "Osorio", "petra@escala.example", PASSWORD, Role.AGENTS);
		this.accounts.keep("pwd-admin", "Inés", "Rey", "ines@escala.example", PASSWORD, Role.ADMINISTRATORS);
	}

	@AfterEach
	void forget() {
		ClockUtil.reset();
		this.identity.deleteUser(ID);
		this.identity.deleteUser("pwd-admin");
		this.jdbc.sql("DELETE FROM counted_try").update();
		this.remembered.clear();
	}

	@Test
	@DisplayName("Passwords are hashed with Argon2id, and an older hash is hashed anew at the next right login")
	void upgrades() {
		assertThat(stored()).startsWith("{argon2id}$argon2id$v=19$m=1024,t=2,p=1$").hasSizeLessThanOrEqualTo(255);
		String old = "{SHA-512}" + new Sha512HashDigest().encrypt(PASSWORD + "salt");
		this.jdbc.sql("UPDATE act_id_user SET pwd_ = ?, salt_ = 'salt' WHERE id_ = ?").params(old, ID).update();

		assertThat(this.identity.checkPassword(ID, "wrong")).isFalse();
		assertThat(stored()).isEqualTo(old);
		long before = this.hash.computed();
		assertThat(this.identity.checkPassword(ID, "wrong")).isFalse();
		assertThat(this.hash.computed() - before).as("hashes of ours behind a wrong password").isEqualTo(1);

		StaffClient session = StaffClient.session(this.port, ID, PASSWORD);
		assertThat(stored()).startsWith("{argon2id}");
		assertThat(session.send("GET", "/api/nothing").statusCode()).as("the session of that login").isEqualTo(404);
		assertThat(this.identity.checkPassword(ID, PASSWORD)).isTrue();
		assertThat(this.identity.checkPassword(ID, "wrong")).isFalse();
	}

	@Test
	@DisplayName("Names that nobody has, and users without a password, cost one hash as well")
	void nobodyCostsTheSame() {
		this.jdbc.sql("UPDATE act_id_user SET pwd_ = NULL WHERE id_ = ?").param(ID).update();
		long before = this.hash.computed();

		assertThat(this.identity.checkPassword("pwd-nobody", PASSWORD)).isFalse();
		assertThat(this.identity.checkPassword(ID, PASSWORD)).isFalse();

		assertThat(this.hash.computed() - before).isEqualTo(2);
	}

	@Test
	@DisplayName("A tool that calls a hundred times pays one hash, and another one after five minutes")
	void toolsAreRemembered() {
		StaffClient tool = StaffClient.basic(this.port, ID, PASSWORD);
		long before = this.hash.computed();

		for (int i = 0; i < 100; i++) {
			assertThat(tool.send("GET", "/api/nothing").statusCode()).isEqualTo(404);
		}

		assertThat(this.hash.computed() - before).isEqualTo(1);
		ClockUtil.setCurrentTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))));
		assertThat(tool.send("GET", "/api/nothing").statusCode()).isEqualTo(404);
		assertThat(this.hash.computed() - before).isEqualTo(2);
	}

	@Test
	@DisplayName("What is remembered of a tool ends with its password and with its groups, whoever changes them where")
	void toolsAreForgotten() {
		StaffClient tool = StaffClient.basic(this.port, "pwd-admin", PASSWORD);
		assertThat(tool.send("GET", "/actuator/info").statusCode()).isEqualTo(200);
		long before = this.hash.computed();

		this.identity.deleteMembership("pwd-admin", Role.ADMINISTRATORS.groupId());
		assertThat(tool.send("GET", "/actuator/info").statusCode()).isEqualTo(403);
		assertThat(this.hash.computed() - before).as("is checked again").isEqualTo(1);

		change("pwd-admin", NEW);
		assertThat(tool.send("GET", "/actuator/info").statusCode()).isEqualTo(401);
		assertThat(StaffClient.basic(this.port, "pwd-admin", NEW).send("GET", "/actuator/info").statusCode())
			.isEqualTo(403);
	}

	@Test
	@DisplayName("Whoever changes their own password stays in that session; all others of that person end, here and in "
			+ "Camunda's own pages")
	void sessionsEnd() {
		StaffClient own = StaffClient.session(this.port, ID, PASSWORD);
		StaffClient other = StaffClient.session(this.port, ID, PASSWORD);
		StaffClient colleague = StaffClient.session(this.port, "pwd-admin", PASSWORD);

		assertThat(credentials(own, PASSWORD, NEW).statusCode()).isEqualTo(204);

		assertThat(own.send("GET", "/api/nothing").statusCode()).isEqualTo(404);
		assertThat(other.send("GET", "/api/nothing").statusCode()).isEqualTo(401);
		assertThat(other.send("GET", "/camunda/api/engine/engine/default/task?maxResults=1").statusCode())
			.isEqualTo(401);
		assertThat(other.send("GET", "/camunda/api/admin/auth/user/default").statusCode()).isEqualTo(404);
		assertThat(colleague.send("GET", "/api/nothing").statusCode()).isEqualTo(404);
		assertThat(StaffClient.anonymous(this.port).login(ID, PASSWORD).statusCode()).isEqualTo(401);

		assertThat(credentials(colleague, PASSWORD, PASSWORD).statusCode()).isEqualTo(204);
		assertThat(own.send("GET", "/api/nothing").statusCode()).as("changed by somebody else").isEqualTo(401);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "corta-9-Z, debe tener entre 12 y 128 caracteres", "petra-y-el-martillo, no debe contener el nombre",
			"contraseña123456, no debe ser fácil de adivinar", "Barcelona2026!, no debe ser fácil de adivinar" })
	@DisplayName("A weak password is refused in Spanish wherever one is set")
	void weakPasswords(String weak, String sentence) {
		StaffClient own = StaffClient.session(this.port, ID, PASSWORD);
		StaffClient admin = StaffClient.basic(this.port, "pwd-admin", PASSWORD);
		String profile = "{\"id\": \"pwd-new\", \"firstName\": \"Petra\", \"lastName\": \"Osorio\"}";

		HttpResponse<String> changed = credentials(own, PASSWORD, weak);
		HttpResponse<String> created = admin.json("POST", "/engine-rest/user/create",
				"{\"profile\": %s, \"credentials\": {\"password\": \"%s\"}}".formatted(profile, weak));
		HttpResponse<String> asked = admin.json("POST", "/engine-rest/identity/password-policy",
				"{\"password\": \"%s\", \"profile\": %s}".formatted(weak, profile));

		assertThat(changed.statusCode()).isEqualTo(400);
		assertThat(changed.body()).contains(sentence).doesNotContain(weak, "does not match");
		assertThat(created.statusCode()).isEqualTo(400);
		assertThat(created.body()).contains(sentence).doesNotContain(weak);
		assertThat(this.identity.createUserQuery().userId("pwd-new").count()).isZero();
		assertThat(asked.statusCode()).isEqualTo(200);
		assertThat(asked.body()).contains("\"valid\":false", "PASSWORD_POLICY_STRENGTH", "\"minLength\":\"12\"");
	}

	@Test
	@DisplayName("Who mistypes the present password when changing it reads that, and keeps the old one")
	void mistyped() {
		String before = stored();

		HttpResponse<String> refused = credentials(StaffClient.session(this.port, ID, PASSWORD), "otra", NEW);

		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(refused.body()).contains("Su contraseña actual no es correcta");
		assertThat(stored()).isEqualTo(before);
	}

	@Test
	@DisplayName("A profile that does not say whose it is is a mistake of the caller")
	void nobodysProfile() {
		HttpResponse<String> refused = StaffClient.basic(this.port, ID, PASSWORD)
			.json("PUT", "/engine-rest/user/" + ID + "/profile", "{}");

		assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
		assertThat(refused.body()).contains("«id»");
	}

	private HttpResponse<String> credentials(StaffClient who, String own, String password) {
		// The session's own token comes with its first page.
		who.send("GET", "/camunda/app/welcome/default/");
		return who.json("PUT", CREDENTIALS,
				"{\"password\": \"%s\", \"authenticatedUserPassword\": \"%s\"}".formatted(password, own),
				"X-XSRF-TOKEN", who.cookie("XSRF-TOKEN").orElseThrow());
	}

	private void change(String id, String password) {
		User user = this.identity.createUserQuery().userId(id).singleResult();
		user.setPassword(password);
		this.identity.saveUser(user);
	}

	private String stored() {
		return this.jdbc.sql("SELECT pwd_ FROM act_id_user WHERE id_ = ?").param(ID).query(String.class).single();
	}

}
