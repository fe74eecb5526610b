package dev.escala.access.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import dev.escala.access.Role;
import dev.escala.access.StaffAccounts;
import dev.escala.support.EscalaTest;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever has no right is told so while the body is still on its way. */
@EscalaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The role is decided before the body is read")
class RoleBeforeBodyTests {

	private static final String USER = "body-lawyer";

	private static final String PASSWORD = "Una-clave-larga-9";

	/** Longer than any answer takes; whoever waits for the body waits longer. */
	private static final Duration PATIENCE = Duration.ofSeconds(20);

	@LocalServerPort
	private int port;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private IdentityService identity;

	private String session;

	@BeforeAll
	void givenSomebodyWithoutTheRight() {
		this.accounts.keep(USER, "Ana", "Ruiz", "body@escala.example", PASSWORD, Role.LEGAL);
		StaffClient client = StaffClient.session(this.port, USER, PASSWORD);
		this.session = "JSESSIONID=" + client.cookie("JSESSIONID").orElseThrow() + "; XSRF-TOKEN="
				+ client.cookie("XSRF-TOKEN").orElseThrow() + "\r\nX-XSRF-TOKEN: "
				+ client.cookie("XSRF-TOKEN").orElseThrow();
	}

	@AfterAll
	void removeThem() {
		this.identity.deleteUser(USER);
	}

	@ParameterizedTest(name = "{0} {1} with {2} of {3} bytes gives {5} to {4}")
	@CsvSource({ "POST, /api/customers, application/json, 60000, basic, 403",
			"PUT, /api/customers/ABC, application/x-www-form-urlencoded, 60000, basic, 403",
			"POST, /api/customers/import, text/csv, 10485760, basic, 403",
			"POST, /api/customers/import, multipart/form-data; boundary=x, 10485760, basic, 403",
			"POST, /api/customers/import, text/csv, endless, basic, 403",
			"POST, /api/customers/import, text/csv, 10485760, nobody, 401",
			"POST, /api/customers/import, multipart/form-data; boundary=x, 10485760, session, 403",
			"POST, /mensajes/1/reenviar, application/x-www-form-urlencoded, 10485760, basic, 403",
			"POST, /mensajes/1/reenviar, application/x-www-form-urlencoded, 10485760, session, 403",
			"POST, /mensajes/1/reenviar, multipart/form-data; boundary=x, endless, session, 403",
			"POST, /engine-rest/deployment/create, multipart/form-data; boundary=x, 10485760, basic, 403",
			"POST, /engine-rest/process-instance, application/json, endless, basic, 403",
			"POST, /engine-rest/message, application/json, 10485760, nobody, 401",
			"POST, /camunda/api/engine/engine/default/process-instance, application/json, 10485760, session, 403",
			"PUT, /camunda/api/engine/engine/default/job/x/suspended, application/json, endless, session, 403",
			"POST, /api/nothing, application/json, 60000, basic, 404" })
	void refused(String method, String path, String type, String length, String caller, int status) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			socket.setSoTimeout((int) PATIENCE.toMillis());
			OutputStream out = socket.getOutputStream();
			out.write((method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: " + type + "\r\n"
					+ (length.equals("endless") ? "Transfer-Encoding: chunked" : "Content-Length: " + length) + "\r\n"
					+ login(caller) + "\r\n" + (length.equals("endless") ? "1\r\n{\r\n" : "{"))
				.getBytes(StandardCharsets.UTF_8));
			out.flush();

			// Nothing more is sent.
			assertThat(statusLine(socket.getInputStream())).contains(" " + status + " ");
		}
	}

	private String login(String caller) {
		return switch (caller) {
			case "basic" -> "Authorization: Basic "
					+ Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8))
					+ "\r\n";
			case "session" -> "Cookie: " + this.session + "\r\n";
			default -> "";
		};
	}

	private static String statusLine(InputStream in) throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		for (int read = in.read(); read >= 0 && read != '\r'; read = in.read()) {
			line.write(read);
		}
		return line.toString(StandardCharsets.UTF_8);
	}

}
