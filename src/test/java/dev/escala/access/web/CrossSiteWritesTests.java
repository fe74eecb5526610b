package dev.escala.access.web;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import dev.escala.access.Role;
import dev.escala.access.StaffAccounts;
import dev.escala.support.EscalaTest;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A login that the browser remembers writes nothing for another site's page")
class CrossSiteWritesTests {

	private static final String PASSWORD = "correct horse ñ 7";

	private static final String CUSTOMER = """
			{"code": "%s", "name": "Cliente de prueba", "tier": "GOLD", "language": "es",
			 "contacts": [{"name": "Contacto", "email": "contacto@cliente.example", "primary": true}], "services": []}""";

	private static final String MODEL = """
			<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x"/>""";

	@LocalServerPort
	private int port;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private IdentityService identity;

	@Autowired
	private RepositoryService repository;

	private StaffClient admin;

	private int customers;

	@BeforeAll
	void givenAnAdministrator() {
		this.accounts.keep("csw-admin", "Eva", "Gil", "eva@escala.example", PASSWORD, Role.ADMINISTRATORS,
				Role.SUPERVISORS, Role.AGENTS);
		this.admin = StaffClient.basic(this.port, "csw-admin", PASSWORD);
	}

	@AfterAll
	void cleanUp() {
		this.repository.createDeploymentQuery()
			.deploymentName("cross-site")
			.list()
			.forEach((deployment) -> this.repository.deleteDeployment(deployment.getId(), true));
		this.identity.deleteUser("csw-admin");
	}

	@ParameterizedTest(name = "Origin {0}, Sec-Fetch-Site {1}")
	@CsvSource(nullValues = "-",
			value = { "https://other.example, -", "https://other.example, cross-site", "-, cross-site", "-, same-site",
					"null, -", "null, cross-site", "http://localhost, -", "http://127.0.0.1:1, same-site",
					"https://other.example, same-origin", "not an origin, -", "-, surprise" })
	@DisplayName("Neither our API, nor the engine's, nor a deployment, nor a page, nor actuator takes it")
	void refused(String origin, String site) {
		String[] headers = headers(origin, site);

		for (HttpResponse<String> answer : List.of(createCustomer("CSW-NO", headers), deploy(headers),
				this.admin.json("PUT", "/engine-rest/user/csw-admin/profile",
						"{\"id\":\"csw-admin\",\"firstName\":\"Otra\",\"lastName\":\"Gil\"}", headers),
				this.admin.send("DELETE", "/engine-rest/group/agents/members/csw-admin", headers),
				this.admin.submit("POST", "/mensajes", "application/x-www-form-urlencoded", "x=1", headers),
				this.admin.json("POST", "/actuator/health", "{}", headers),
				this.admin.json("POST", "/camunda/api/engine/engine/default/task/count", "{}", headers))) {
			assertThat(answer.statusCode()).as(answer.uri().getPath()).isEqualTo(403);
			assertThat(answer.headers().firstValue("Content-Type")).get()
				.asString()
				.startsWith("application/problem+json");
			assertThat(answer.body()).contains("\"title\":\"Petición de otro sitio\"").contains("no es de Escala");
		}

		assertThat(this.admin.send("GET", "/api/customers/CSW-NO").statusCode()).isEqualTo(404);
		assertThat(this.repository.createDeploymentQuery().deploymentName("cross-site").count()).isZero();
		assertThat(this.identity.createUserQuery().userId("csw-admin").singleResult().getFirstName()).isEqualTo("Eva");
		assertThat(this.identity.createUserQuery().userId("csw-admin").memberOfGroup("agents").count()).isOne();
	}

	@ParameterizedTest(name = "Origin {0}, Sec-Fetch-Site {1}")
	@CsvSource(nullValues = "-",
			value = { "-, -", "OWN, -", "OWN, same-origin", "-, same-origin", "-, none", "null, same-origin",
					"http://localhost:8080, -" })
	@DisplayName("Tools, pages of our own and the public address write as before")
	void allowed(String origin, String site) {
		String[] headers = headers("OWN".equals(origin) ? "http://127.0.0.1:" + this.port : origin, site);

		assertThat(createCustomer("CSW-" + (++this.customers), headers).statusCode()).isEqualTo(201);
		assertThat(this.admin
			.json("PUT", "/engine-rest/user/csw-admin/profile",
					"{\"id\":\"csw-admin\",\"firstName\":\"Eva\",\"lastName\":\"Gil\"}", headers)
			.statusCode()).isEqualTo(204);
	}

	@Test
	@DisplayName("Camunda Modeler deploys from the window of a desktop application, and from nowhere else is that one")
	void modeler() {
		String[] headers = headers("file://", "cross-site");

		assertThat(deploy(headers).statusCode()).isEqualTo(200);
		assertThat(createCustomer("CSW-FILE", headers).statusCode()).isEqualTo(403);

		this.repository.createDeploymentQuery()
			.deploymentName("cross-site")
			.list()
			.forEach((deployment) -> this.repository.deleteDeployment(deployment.getId(), true));
	}

	@Test
	@DisplayName("Who reads is not asked where from, and a session in Tasklist logs in and works from its own origin")
	void readersAndTasklist() {
		assertThat(
				this.admin.send("GET", "/api/customers", headers("https://other.example", "cross-site")).statusCode())
			.isEqualTo(200);
		StaffClient session = StaffClient.session(this.port, "csw-admin", PASSWORD);
		session.send("GET", "/camunda/api/engine/engine/default/task?maxResults=1");
		String token = session.cookie("XSRF-TOKEN").orElseThrow();

		assertThat(session
			.json("POST", "/camunda/api/engine/engine/default/task/count", "{}", "X-XSRF-TOKEN", token, "Origin",
					"http://127.0.0.1:" + this.port, "Sec-Fetch-Site", "same-origin")
			.statusCode()).isEqualTo(200);
		assertThat(session
			.json("POST", "/camunda/api/engine/engine/default/task/count", "{}", "X-XSRF-TOKEN", token, "Origin",
					"https://other.example")
			.statusCode()).isEqualTo(403);
	}

	private HttpResponse<String> createCustomer(String code, String... headers) {
		return this.admin.json("POST", "/api/customers", CUSTOMER.formatted(code), headers);
	}

	private HttpResponse<String> deploy(String... headers) {
		String body = String.join("\r\n", "--b", "Content-Disposition: form-data; name=\"deployment-name\"", "",
				"cross-site", "--b", "Content-Disposition: form-data; name=\"a.bpmn\"; filename=\"a.bpmn\"", "", MODEL,
				"--b--", "");
		return this.admin.submit("POST", "/engine-rest/deployment/create", "multipart/form-data; boundary=b", body,
				headers);
	}

	private static String[] headers(String origin, String site) {
		List<String> headers = new ArrayList<>();
		if (origin != null) {
			headers.addAll(List.of("Origin", origin));
		}
		if (site != null) {
			headers.addAll(List.of("Sec-Fetch-Site", site));
		}
		return headers.toArray(String[]::new);
	}

}
