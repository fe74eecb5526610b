package dev.escala.access.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import dev.escala.access.Role;
import dev.escala.access.StaffAccounts;
import dev.escala.support.OtherSettings;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@OtherSettings
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The declared proxy tells who calls and by which address; nobody else does")
class DeclaredProxyTests {

	private static final String PASSWORD = "correct horse ñ 7";

	private static final String PROXY = "127.0.0.2";

	private static final String STRANGER = "127.0.0.3";

	/** Where an administrator begins. */
	private static final String HOME = "/camunda/app/admin/default/";

	private static final String TASKLIST = "/camunda/app/tasklist/default/";

	@LocalServerPort
	private int port;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private IdentityService identity;

	@BeforeAll
	void givenAnAdministrator() {
		this.accounts.keep("prx-admin", "Eva", "Gil", "eva@escala.example", PASSWORD, Role.ADMINISTRATORS);
	}

	@AfterAll
	void removeHer() {
		this.identity.deleteUser("prx-admin");
	}

	@Test
	@DisplayName("Redirects and documents carry the address that people use")
	void addresses() {
		assertThat(from(PROXY, "GET", "/", true).header("Location")).containsExactly("https://escala.example" + HOME);
		assertThat(from(PROXY, "GET", "/camunda/app/tasklist", true).header("Location"))
			.allMatch((place) -> place.startsWith("/") || place.startsWith("https://escala.example/"));
		assertThat(from(PROXY, "GET", "/v3/api-docs", true).text()).contains("\"url\":\"https://escala.example\"");
	}

	@Test
	@DisplayName("Headers from anybody else change nothing")
	void undeclared() {
		assertThat(from(STRANGER, "GET", "/", true).header("Location"))
			.containsExactly("http://127.0.0.1:" + this.port + HOME);
		assertThat(from(STRANGER, "GET", "/v3/api-docs", true).text()).doesNotContain("https://escala.example");
		assertThat(from(STRANGER, "GET", TASKLIST, true).header("Strict-Transport-Security")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { TASKLIST, "/api/customers", "/engine-rest/engine", "/actuator/health", "/mensajes",
			"/seguimiento/x", "/" })
	@DisplayName("Browsers are told once, everywhere, to come back encrypted only")
	void strictTransportSecurity(String path) {
		assertThat(from(PROXY, "GET", path, true).header("Strict-Transport-Security"))
			.containsExactly("max-age=31536000");
	}

	@Test
	@DisplayName("Every cookie is for encrypted connections and this site; scripts read only the two tokens")
	void cookies() {
		List<String> cookies = new ArrayList<>(from(PROXY, "GET", TASKLIST, true).header("Set-Cookie"));
		cookies.addAll(from(PROXY, "GET", "/api/customers", true).header("Set-Cookie"));

		assertThat(cookies).extracting((cookie) -> cookie.split("=")[0])
			.contains("JSESSIONID", "XSRF-TOKEN", "ESCALA-XSRF-TOKEN");
		assertThat(cookies).allSatisfy((cookie) -> {
			List<String> attributes = List.of(cookie.split("; ?"));
			assertThat(attributes).containsOnlyOnce("Secure", "SameSite=Lax");
			assertThat(attributes.contains("HttpOnly")).isEqualTo(cookie.startsWith("JSESSIONID="));
		});
	}

	@Test
	@DisplayName("A cookie is for encrypted connections also where the proxy forgets to say that one is")
	void cookiesWithoutHeaders() {
		assertThat(from(PROXY, "GET", TASKLIST, false).header("Set-Cookie")).isNotEmpty()
			.allSatisfy((cookie) -> assertThat(cookie.split("; ?")).containsOnlyOnce("Secure"));
	}

	@Test
	@DisplayName("A write from the public address is ours, and by the address that a stranger claims it is not")
	void origins() {
		assertThat(from(PROXY, "POST", "/api/nothing", true, "Origin: https://escala.example").status()).isEqualTo(404);
		assertThat(from(STRANGER, "POST", "/api/nothing", "X-Forwarded-Proto: https", "X-Forwarded-Host: other.example",
				"Origin: https://other.example")
			.status()).isEqualTo(403);
	}

	private Answer from(String address, String method, String path, boolean forwarded, String... headers) {
		List<String> all = new ArrayList<>(List.of(headers));
		if (forwarded) {
			all.addAll(List.of("X-Forwarded-Proto: https", "X-Forwarded-Host: escala.example",
					"X-Forwarded-For: 203.0.113.9"));
		}
		return from(address, method, path, all.toArray(String[]::new));
	}

	/** Java's own client cannot choose the address that it calls from. */
	private Answer from(String address, String method, String path, String... headers) {
		String login = Base64.getEncoder().encodeToString(("prx-admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
		try (Socket socket = new Socket()) {
			socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
			socket.connect(new InetSocketAddress("127.0.0.1", this.port));
			socket.getOutputStream()
				.write((method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + this.port + "\r\nConnection: close\r\n"
						+ "Authorization: Basic " + login + "\r\n" + String.join("\r\n", headers)
						+ ((headers.length > 0) ? "\r\n\r\n" : "\r\n"))
					.getBytes(StandardCharsets.UTF_8));
			return new Answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What came back. */
	private record Answer(String text) {

		int status() {
			return Integer.parseInt(this.text.substring(9, 12));
		}

		List<String> header(String name) {
			return this.text.split("\r\n\r\n", 2)[0].lines()
				.filter((line) -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
				.map((line) -> line.substring(name.length() + 1).strip())
				.toList();
		}

	}

}
