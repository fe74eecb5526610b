package dev.escala.staffing;

import dev.escala.reference.UserId;
import dev.escala.support.ApiClient;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.EscalaTest;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("The reporting line is kept over HTTP (001-09, 001-33)")
class ReportingLineTests {

	@LocalServerPort
	private int port;

	@Autowired
	private IdentityService identity;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Availability availability;

	@Autowired
	private ReportingLine line;

	private ApiClient agent;

	private ApiClient supervisor;

	@BeforeEach
	void staff() {
		this.jdbc.sql("TRUNCATE absence, reporting_line, on_duty").update();
		this.agent = ApiClient.of(this.port, this.identity, "s-agente", "agents");
		this.supervisor = ApiClient.of(this.port, this.identity, "s-supervisor", "supervisors");
		ApiClient.of(this.port, this.identity, "s-gerente", "managers", "directors");
	}

	@AfterEach
	void leaveNothing() {
		this.jdbc.sql("TRUNCATE absence, reporting_line, on_duty").update();
	}

	@Test
	@DisplayName("Who reports to whom is set, shown, changed and taken back")
	void keepsTheLine() {
		Answer set = this.supervisor.put("/api/staff/s-agente/manager", "{\"manager\": \"s-supervisor\"}");
		assertThat(set.status()).as(set.text()).isEqualTo(200);
		assertThat(set.json().at("/manager/id").asText()).isEqualTo("s-supervisor");
		assertThat(this.supervisor.put("/api/staff/s-supervisor/manager", "{\"manager\": \"s-gerente\"}").status())
			.isEqualTo(200);
		assertThat(this.availability.managerOf(new UserId("s-agente"))).contains(new UserId("s-supervisor"));
		assertThat(this.availability.managerOf(new UserId("s-gerente"))).isEmpty();
		assertThat(this.availability.managerOf(new UserId("nobody"))).isEmpty();

		assertThat(delete(this.supervisor, "/api/staff/s-agente/manager").status()).isEqualTo(204);
		assertThat(this.availability.managerOf(new UserId("s-agente"))).isEmpty();
		assertThat(this.agent.get("/api/staff/s-agente").json().path("manager").isNull()).isTrue();
	}

	@Test
	@DisplayName("A circle is refused with everybody who is part of it")
	void refusesCircles() {
		this.line.setManager(new UserId("s-agente"), new UserId("s-supervisor"), new UserId("test"));
		this.line.setManager(new UserId("s-supervisor"), new UserId("s-gerente"), new UserId("test"));

		Answer circle = this.supervisor.put("/api/staff/s-gerente/manager", "{\"manager\": \"s-agente\"}");

		assertThat(circle.status()).isEqualTo(400);
		assertThat(circle.fields()).containsExactly("manager");
		assertThat(circle.text()).contains("s-gerente → s-agente → s-supervisor → s-gerente");
		assertThat(this.availability.managerOf(new UserId("s-gerente"))).isEmpty();
	}

	@Test
	@DisplayName("A manager who has left is passed over, and a broken line never keeps anybody waiting")
	void passesOver() {
		this.jdbc
			.sql("INSERT INTO reporting_line VALUES ('s-agente', 'left', 'test', now()),"
					+ " ('left', 's-gerente', 'test', now()), ('x', 'y', 'test', now()), ('y', 'x', 'test', now())")
			.update();

		assertThat(this.availability.managerOf(new UserId("s-agente"))).contains(new UserId("s-gerente"));
		assertThat(this.availability.managerOf(new UserId("x"))).isEmpty();
	}

	@Test
	@DisplayName("A first proposal never overwrites what somebody decided")
	void proposes() {
		this.line.propose(new UserId("s-agente"), new UserId("s-supervisor"), new UserId("test"));
		this.line.propose(new UserId("s-agente"), new UserId("s-gerente"), new UserId("test"));
		assertThat(this.availability.managerOf(new UserId("s-agente"))).contains(new UserId("s-supervisor"));

		this.line.removeManager(new UserId("s-agente"), new UserId("test"));
		this.line.propose(new UserId("s-agente"), new UserId("s-gerente"), new UserId("test"));
		assertThat(this.availability.managerOf(new UserId("s-agente"))).isEmpty();

		this.line.setManager(new UserId("s-gerente"), new UserId("s-supervisor"), new UserId("test"));
		this.line.propose(new UserId("s-supervisor"), new UserId("s-gerente"), new UserId("test"));
		assertThat(this.availability.managerOf(new UserId("s-supervisor"))).isEmpty();
	}

	private static Answer delete(ApiClient client, String path) {
		return client.send("DELETE", path, noBody());
	}

}
