package dev.escala.access.web;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.escala.access.Role;
import dev.escala.access.StaffAccounts;
import dev.escala.support.EscalaTest;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("One login opens one session for pages, API and Camunda's applications")
class LoginPageTests {

	private static final String PASSWORD = "correct-Horse-7-battery";

	private static final String USER = "lgn-supervisor";

	private static final String ENGINE = "/camunda/api/engine/engine/default/task?maxResults=1";

	/** What one session opens: a page, our API, Camunda's. */
	private static final List<String> EVERYTHING = List.of("/mensajes", "/api/customers", ENGINE);

	private static final String[] BROWSER = { "Accept", "text/html,application/xhtml+xml,*/*;q=0.8" };

	@LocalServerPort
	private int port;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private IdentityService identity;

	@Autowired
	private JdbcClient jdbc;

	private StaffClient browser;

	@BeforeEach
	void givenASupervisor() {
		this.accounts.keep(USER, "Sara", "Vidal", "sara@escala.example", PASSWORD, Role.SUPERVISORS);
		this.browser = StaffClient.anonymous(this.port);
	}

	@AfterEach
	void forget() {
		this.identity.deleteUser(USER);
		this.jdbc.sql("DELETE FROM counted_try").update();
	}

	@Test
	@DisplayName("Whoever is not known is led to the login, without a window of the browser's own, and then to what they wanted")
	void wantedAddress() {
		HttpResponse<String> asked = this.browser.send("GET", "/mensajes?texto=a%20b%26c", BROWSER);

		assertThat(asked.statusCode()).isEqualTo(302);
		assertThat(asked.headers().firstValue("WWW-Authenticate")).isEmpty();
		URI login = URI.create(location(asked));
		assertThat(login.getPath()).isEqualTo("/login");
		HttpResponse<String> form = this.browser.send("GET", login.getPath() + "?" + login.getRawQuery(), BROWSER);
		HttpResponse<String> entered = send(form.body(), USER, PASSWORD);

		assertThat(entered.statusCode()).isEqualTo(302);
		assertThat(location(entered)).endsWith(":" + this.port + "/mensajes?texto=a%20b%26c");
		assertThat(this.browser.send("GET", "/mensajes?texto=a%20b%26c", BROWSER).statusCode()).isEqualTo(200);
		assertThat(location(this.browser.send("GET", login.getPath() + "?" + login.getRawQuery(), BROWSER)))
			.endsWith("/mensajes?texto=a%20b%26c");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://other.example/", "//other.example", "/\\other.example", "/\t/other.example",
			"\\\\other.example", "javascript:alert(1)", "mensajes", "/mensajes//x", "/mensajes\r\nSet-Cookie: a=b",
			"/login", "/logout", "" })
	@DisplayName("No link makes the login lead anywhere else")
	void noOpenRedirect(String wanted) {
		String form = this.browser
			.send("GET", "/login?destino=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8), BROWSER)
			.body();
		assertThat(form).doesNotContain("name=\"destino\"");

		HttpResponse<String> entered = submit("destino=" + encode(wanted) + "&" + fields(form, USER, PASSWORD));

		assertThat(entered.statusCode()).isEqualTo(302);
		assertThat(location(entered)).isEqualTo("http://127.0.0.1:" + this.port + "/");
	}

	@ParameterizedTest
	@CsvSource({ "/mensajes, 302", "/, 302", "/ayuda, 302", "/api/customers, 302", "/v3/api-docs, 302",
			"/engine-rest/engine, 401", "/actuator/info, 401", "/camunda/app/tasklist/default/, 302",
			"/camunda/app/cockpit/default/, 302", "/camunda/, 302" })
	@DisplayName("A browser never opens a login window of its own; programs are told that HTTP Basic will do")
	void noBasicForBrowsers(String path, int status) {
		HttpResponse<String> page = this.browser.send("GET", path, BROWSER);

		assertThat(page.statusCode()).isEqualTo(status);
		assertThat(page.headers().firstValue("WWW-Authenticate")).isEmpty();
		if (!path.startsWith("/camunda")) {
			HttpResponse<String> tool = this.browser.send("GET", path, "Accept", "*/*");
			assertThat(tool.statusCode()).isEqualTo(401);
			assertThat(tool.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
			HttpResponse<String> script = this.browser.send("GET", path, "Accept", "application/json", "Sec-Fetch-Mode",
					"cors");
			assertThat(script.statusCode()).isEqualTo(401);
			assertThat(script.headers().firstValue("WWW-Authenticate")).isEmpty();
		}
	}

	@Test
	@DisplayName("The session is a new one, and Camunda knows groups and applications of the person")
	void oneSession() {
		this.browser.send("GET", "/camunda/app/tasklist/default/");
		String before = this.browser.cookie("JSESSIONID").orElseThrow();

		enter(USER);

		assertThat(this.browser.cookie("JSESSIONID").orElseThrow()).isNotEqualTo(before);
		assertThat(EVERYTHING).allSatisfy(this::isOpen);
		String camunda = this.browser.send("GET", "/camunda/api/admin/auth/user/default").body();
		assertThat(camunda).contains("\"userId\":\"" + USER + "\"", "tasklist", "welcome")
			.doesNotContain("cockpit", "\"admin\"");
		StaffClient withOld = StaffClient.anonymous(this.port).withCookie("JSESSIONID", before);
		assertThat(withOld.send("GET", "/api/customers").statusCode()).isEqualTo(401);
	}

	@Test
	@DisplayName("Logging out ends everything, here and in Camunda's applications; a link cannot do it")
	void logOut() {
		enter(USER);
		String session = this.browser.cookie("JSESSIONID").orElseThrow();
		assertThat(this.browser.send("GET", "/logout", BROWSER).statusCode()).isEqualTo(405);
		assertThat(this.browser.submit("POST", "/logout", "application/x-www-form-urlencoded", "a=b", BROWSER)
			.statusCode()).isEqualTo(403);
		assertThat(EVERYTHING).allSatisfy(this::isOpen);
		String token = field(this.browser.send("GET", "/decisiones", BROWSER).body(), "_csrf");

		HttpResponse<String> out = this.browser.submit("POST", "/logout", "application/x-www-form-urlencoded",
				"_csrf=" + encode(token), BROWSER);

		assertThat(out.statusCode()).isEqualTo(302);
		assertThat(location(out)).endsWith("/login?salida");
		assertThat(this.browser.send("GET", "/login?salida", BROWSER).body()).contains("Ha cerrado la sesión.");
		StaffClient thief = StaffClient.anonymous(this.port).withCookie("JSESSIONID", session);
		assertThat(EVERYTHING).allSatisfy((path) -> {
			assertThat(this.browser.send("GET", path).statusCode()).as(path).isEqualTo(401);
			assertThat(thief.send("GET", path).statusCode()).as(path).isEqualTo(401);
		});
	}

	@Test
	@DisplayName("Camunda's own login and log-out go on working, for pages too")
	void camundasDoor() {
		this.browser = StaffClient.session(this.port, USER, PASSWORD);
		assertThat(EVERYTHING).allSatisfy(this::isOpen);

		this.browser.send("POST", "/camunda/api/admin/auth/user/default/logout", "X-XSRF-TOKEN",
				this.browser.cookie("XSRF-TOKEN").orElseThrow());

		assertThat(EVERYTHING)
			.allSatisfy((path) -> assertThat(this.browser.send("GET", path).statusCode()).isEqualTo(401));
	}

	@Test
	@DisplayName("What is wrong stands on the page in words, equal for names that exist and names that do not; what was typed stays")
	void wrong() {
		String form = this.browser.send("GET", "/login?destino=/decisiones", BROWSER).body();

		HttpResponse<String> wrong = send(form, USER, "wrong");
		HttpResponse<String> unknown = send(form, "lgn-nobody", "wrong");

		assertThat(wrong.statusCode()).isEqualTo(422);
		assertThat(wrong.body()).contains("El usuario o la contraseña no son correctos.", "value=\"" + USER + "\"",
				"name=\"destino\" value=\"/decisiones\"");
		assertThat(unknown.body().replace("lgn-nobody", USER)).isEqualTo(wrong.body());
		assertThat(send(form, "", "x").body()).contains("Escriba su usuario.");
		assertThat(send(form, USER, "").body()).contains("Escriba su contraseña.");
		assertThat(EVERYTHING)
			.allSatisfy((path) -> assertThat(this.browser.send("GET", path).statusCode()).isEqualTo(401));
		assertThat(location(send(wrong.body(), USER, PASSWORD))).endsWith("/decisiones");
	}

	@Test
	@DisplayName("Tries at both doors are counted together, and whoever has to wait is told how long")
	void throttle() {
		String form = this.browser.send("GET", "/login", BROWSER).body();
		for (int i = 0; i < 3; i++) {
			assertThat(send(form, USER, "wrong").statusCode()).isEqualTo(422);
			this.browser.login(USER, "wrong");
		}

		HttpResponse<String> waiting = send(form, USER, PASSWORD);

		assertThat(waiting.statusCode()).isEqualTo(429);
		assertThat(waiting.body()).containsPattern("Espere \\d+ segundos? y vuelva a intentarlo");
		assertThat(waiting.headers().firstValue("Retry-After")).isPresent();
		assertThat(this.browser.login(USER, PASSWORD).statusCode()).isEqualTo(401);
	}

	@Test
	@DisplayName("Nobody is logged in by somebody else's page, and a page that is too old says so")
	void notByOthers() {
		String form = this.browser.send("GET", "/login", BROWSER).body();

		HttpResponse<String> tokenless = submit("username=" + USER + "&password=" + encode(PASSWORD));
		HttpResponse<String> elsewhere = this.browser.submit("POST", "/login", "application/x-www-form-urlencoded",
				fields(form, USER, PASSWORD), "Accept", "text/html", "Sec-Fetch-Site", "cross-site");

		assertThat(tokenless.statusCode()).isEqualTo(403);
		assertThat(tokenless.body()).contains("Escriba otra vez su contraseña", "value=\"" + USER + "\"");
		assertThat(elsewhere.statusCode()).isEqualTo(403);
		assertThat(elsewhere.body()).contains("Petición de otro sitio", "<html");
		assertThat(this.browser.send("GET", "/mensajes").statusCode()).isEqualTo(401);
	}

	@Test
	@DisplayName("A form that is sent after the session ended is not lost: the page says how, and the same form goes through")
	void sentTooLate() {
		enter(USER);
		String page = this.browser.send("GET", "/reportados/avisos", BROWSER).body();
		String form = "_csrf=" + encode(field(page, "_csrf")) + "&aviso=CLOSED";
		this.browser.send("POST", "/camunda/api/admin/auth/user/default/logout", "X-XSRF-TOKEN",
				this.browser.cookie("XSRF-TOKEN").orElse("none"));
		this.browser.withCookie("JSESSIONID", "gone");

		HttpResponse<String> late = this.browser.submit("POST", "/reportados/avisos",
				"application/x-www-form-urlencoded", form, BROWSER);

		assertThat(late.statusCode()).isEqualTo(401);
		assertThat(late.headers().firstValue("WWW-Authenticate")).isEmpty();
		assertThat(late.body()).contains("Su sesión se había cerrado", "así no se pierde nada");
		enter(USER);
		assertThat(this.browser.submit("POST", "/reportados/avisos", "application/x-www-form-urlencoded", form, BROWSER)
			.statusCode()).isEqualTo(302);
	}

	@Test
	@DisplayName("Another password ends the session, and the login follows")
	void otherPassword() {
		enter(USER);
		User user = this.identity.createUserQuery().userId(USER).singleResult();
		user.setPassword("otra-Clave-8-larguisima");
		this.identity.saveUser(user);

		assertThat(location(this.browser.send("GET", "/mensajes", BROWSER))).contains("/login?destino=");
		assertThat(this.browser.send("GET", ENGINE).statusCode()).isEqualTo(401);
	}

	@Test
	@DisplayName("Who may not use Cockpit reads a page with the menu, and no login that would never let them in")
	void notTheirs() {
		enter(USER);

		HttpResponse<String> cockpit = this.browser.send("GET", "/camunda/app/cockpit/default/", BROWSER);

		assertThat(cockpit.statusCode()).isEqualTo(403);
		assertThat(cockpit.body()).contains("Cockpit es para Propietarios de procesos y Administración.", "Sara Vidal",
				"href=\"/decisiones\"");
	}

	private void enter(String user) {
		HttpResponse<String> entered = send(this.browser.send("GET", "/login", BROWSER).body(), user, PASSWORD);
		assertThat(entered.statusCode()).as(entered.body()).isEqualTo(302);
		// Camunda gives each session its token with a page.
		this.browser.send("GET", "/camunda/app/tasklist/default/", BROWSER);
	}

	private void isOpen(String path) {
		assertThat(this.browser.send("GET", path).statusCode()).as(path).isEqualTo(200);
	}

	private HttpResponse<String> send(String form, String user, String password) {
		Matcher wanted = Pattern.compile("name=\"destino\" value=\"([^\"]*)\"").matcher(form);
		return submit((wanted.find() ? "destino=" + encode(wanted.group(1).replace("&amp;", "&")) + "&" : "")
				+ fields(form, user, password));
	}

	private HttpResponse<String> submit(String fields) {
		return this.browser.submit("POST", "/login", "application/x-www-form-urlencoded", fields, BROWSER);
	}

	private static String fields(String form, String user, String password) {
		return "_csrf=" + encode(field(form, "_csrf")) + "&username=" + encode(user) + "&password=" + encode(password);
	}

	private static String field(String page, String name) {
		Matcher value = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
		assertThat(value.find()).as(page).isTrue();
		return value.group(1);
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
