package dev.escala.staffing;

import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escala.reference.UserId;
import dev.escala.support.ApiClient;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.EscalaTest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
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
@DisplayName("Absences and duty are kept over HTTP")
class StaffingTests {

	@LocalServerPort
	private int port;

	@Autowired
	private IdentityService identity;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Availability availability;

	private ApiClient agent;

	private ApiClient supervisor;

	@BeforeEach
	void staff() {
		this.jdbc.sql("TRUNCATE absence, reporting_line, on_duty").update();
		this.agent = ApiClient.of(this.port, this.identity, "s-agente", "agents");
		this.supervisor = ApiClient.of(this.port, this.identity, "s-supervisor", "supervisors");
		ApiClient.of(this.port, this.identity, "s-gerente", "managers", "directors");
		now("2026-11-24T10:00");
	}

	@AfterEach
	void leaveNothing() {
		this.jdbc.sql("TRUNCATE absence, reporting_line, on_duty").update();
		this.jdbc.sql("DELETE FROM calendar WHERE code = 's-noches'").update();
		ClockUtil.reset();
	}

	private static void now(String local) {
		ClockUtil.setCurrentTime(Date.from(Office.at(local)));
	}

	@Test
	@DisplayName("An absence counts from its first minute to its last, and then the person is back")
	void countsAbsence() {
		Answer noted = absence(this.agent, "s-agente", "2026-11-25", "2026-11-27", "s-supervisor");
		assertThat(noted.status()).as(noted.text()).isEqualTo(201);
		assertThat(this.agent.get(noted.header("Location")).json()).isEqualTo(noted.json());
		assertThat(noted.json().path("state").asText()).isEqualTo("PLANNED");
		assertThat(noted.json().path("until").asText()).isEqualTo("2026-11-27");

		now("2026-11-24T23:59");
		assertThat(this.availability.isAvailable(new UserId("s-agente"))).isTrue();
		now("2026-11-25T00:00");
		assertThat(this.availability.choose(new UserId("s-agente"), "agents", Set.of()))
			.isEqualTo(new Choice(new UserId("s-supervisor"), "agents",
					List.of("s-agente está ausente hasta el 27/11/2026; su suplente es s-supervisor.")));
		JsonNode shown = this.agent.get("/api/staff/s-agente").json();
		assertThat(shown.path("available").asBoolean()).isFalse();
		assertThat(shown.path("absentUntil").asText()).isEqualTo("2026-11-27");
		assertThat(shown.at("/deputy/id").asText()).isEqualTo("s-supervisor");
		now("2026-11-27T23:59");
		assertThat(this.availability.isAvailable(new UserId("s-agente"))).isFalse();
		now("2026-11-28T00:00");
		assertThat(this.availability.choose(new UserId("s-agente"), "agents", Set.of()).personId())
			.isEqualTo(new UserId("s-agente"));
	}

	@Test
	@DisplayName("An absence may begin and end at a minute, also today")
	void countsMinutes() {
		absence(this.agent, "s-agente", "2026-11-24T09:00", "2026-11-24T14:00", "s-supervisor");

		assertThat(this.availability.choose(new UserId("s-agente"), "agents", Set.of()).because())
			.containsExactly("s-agente está ausente hasta el 24/11/2026 a las 14:00; su suplente es s-supervisor.");
		now("2026-11-24T14:00");
		assertThat(this.availability.isAvailable(new UserId("s-agente"))).isTrue();
	}

	@Test
	@DisplayName("A planned absence is taken back; one that runs ends now and stays; one that is over stays as it is")
	void cancels() {
		String planned = absence(this.agent, "s-agente", "2026-12-01", "2026-12-02", null).header("Location");
		String running = absence(this.agent, "s-agente", "2026-11-20", "2026-11-27", null).header("Location");
		assertThat(this.availability.isAvailable(new UserId("s-agente"))).isFalse();

		assertThat(delete(this.agent, planned).status()).isEqualTo(204);
		assertThat(delete(this.agent, running).status()).isEqualTo(204);

		assertThat(this.agent.get(planned).status()).isEqualTo(404);
		assertThat(this.agent.get(running).json().path("until").asText()).isEqualTo("2026-11-24T10:00");
		assertThat(this.agent.get(running).json().path("state").asText()).isEqualTo("OVER");
		assertThat(this.availability.isAvailable(new UserId("s-agente"))).isTrue();
		Answer again = delete(this.agent, running);
		assertThat(again.status()).isEqualTo(409);
		assertThat(again.text()).contains("ya terminó el 24/11/2026 a las 10:00");
	}

	@Test
	@DisplayName("The list shows what is and what comes by date, then what was, latest first, page by page")
	void lists() {
		absence(this.agent, "s-agente", "2026-11-23", "2026-11-24", null);
		now("2026-11-25T10:00");
		absence(this.agent, "s-agente", "2026-11-25T08:00", "2026-11-25T11:00", null);
		now("2026-12-01T10:00");
		absence(this.agent, "s-agente", "2027-02-01", "2027-02-02", null);
		absence(this.agent, "s-agente", "2026-12-01", "2026-12-03", null);

		JsonNode first = this.agent.get("/api/staff/s-agente/absences?size=3").json();
		JsonNode second = this.agent.get("/api/staff/s-agente/absences?size=3&page=1").json();

		assertThat(first.path("total").asInt()).isEqualTo(4);
		assertThat(first.findValuesAsText("from")).containsExactly("2026-12-01", "2027-02-01", "2026-11-25T08:00");
		assertThat(first.findValuesAsText("state")).containsExactly("CURRENT", "PLANNED", "OVER");
		assertThat(second.findValuesAsText("from")).containsExactly("2026-11-23");
	}

	@Test
	@DisplayName("Two absences of one person at the same time are refused, and the other one is named")
	void refusesOverlap() {
		absence(this.agent, "s-agente", "2026-11-25", "2026-11-27", null);

		Answer overlap = absence(this.agent, "s-agente", "2026-11-27", "2026-12-01", null);

		assertThat(overlap.status()).isEqualTo(400);
		assertThat(overlap.fields()).containsExactly("from");
		assertThat(overlap.text()).contains("s-agente ya tiene una ausencia del 25/11/2026 al 27/11/2026");
		assertThat(absence(this.agent, "s-agente", "2026-11-28", "2026-12-01", null).status()).isEqualTo(201);
	}

	@Test
	@DisplayName("Deputies in a ring are refused, with the ring and when it would be")
	void refusesRing() {
		absence(this.supervisor, "s-agente", "2026-11-25", "2026-11-27", "s-supervisor");
		absence(this.supervisor, "s-supervisor", "2026-11-26", "2026-11-30", "s-gerente");

		Answer ring = absence(this.supervisor, "s-gerente", "2026-11-27", "2026-12-04", "s-agente");

		assertThat(ring.status()).isEqualTo(400);
		assertThat(ring.fields()).containsExactly("deputy");
		assertThat(ring.text())
			.contains("del 27/11/2026 al 27/11/2026: s-gerente → s-agente → s-supervisor → s-gerente");
		assertThat(absence(this.supervisor, "s-gerente", "2026-11-28", "2026-12-04", "s-agente").status())
			.isEqualTo(201);
	}

	@Test
	@DisplayName("The same request with the same key is noted once")
	void notesOnce() {
		String body = "{\"from\": \"2026-11-25\", \"until\": \"2026-11-27\"}";
		Answer first = this.agent.post("/api/staff/s-agente/absences", body, "Idempotency-Key", "one");
		Answer second = this.agent.post("/api/staff/s-agente/absences", body, "Idempotency-Key", "one");

		assertThat(second.status()).as(second.text()).isEqualTo(201);
		assertThat(second.header("Location")).isEqualTo(first.header("Location"));
	}

	@Test
	@DisplayName("Who is on duty at night gets work at night, and the calendar of a duty cannot be deleted")
	void followsDuty() {
		Answer calendar = this.supervisor.post("/api/calendars", """
				{"code": "s-noches", "name": "Noches", "zone": "Europe/Madrid",
				 "hours": {"tuesday": ["22:00-24:00"], "wednesday": ["00:00-06:00"]}}""");
		assertThat(calendar.status()).as(calendar.text()).isEqualTo(201);

		Answer set = this.supervisor.put("/api/staff/s-agente/on-duty", "{\"calendar\": \"s-noches\"}");

		assertThat(set.status()).as(set.text()).isEqualTo(200);
		assertThat(set.json().path("onDutyCalendar").asText()).isEqualTo("s-noches");
		assertThat(set.json().path("available").asBoolean()).isFalse();
		assertThat(this.availability.choose(new UserId("s-agente"), "nowhere", Set.of()).because()).containsExactly(
				"s-agente no está de guardia ahora.",
				"No hay nadie disponible en nowhere: pasa a la cola de Supervisión.");
		now("2026-11-24T22:00");
		assertThat(this.availability.isAvailable(new UserId("s-agente"))).isTrue();
		now("2026-11-25T06:00");
		assertThat(this.availability.isAvailable(new UserId("s-agente"))).isFalse();
		Answer refused = delete(this.supervisor, "/api/calendars/s-noches");
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.text()).contains("la guardia de s-agente");

		assertThat(this.supervisor.put("/api/staff/s-agente/on-duty", "{\"calendar\": null}").status()).isEqualTo(200);
		assertThat(this.availability.isAvailable(new UserId("s-agente"))).isTrue();
		this.jdbc.sql("INSERT INTO on_duty VALUES ('left', 's-noches', 'test', now())").update();
		assertThat(delete(this.supervisor, "/api/staff/left/on-duty").status()).isEqualTo(204);
		assertThat(delete(this.supervisor, "/api/staff/left/on-duty").status()).isEqualTo(404);
		assertThat(delete(this.agent, "/api/staff/s-agente/on-duty").status()).isEqualTo(403);
		assertThat(delete(this.supervisor, "/api/calendars/s-noches").status()).isEqualTo(204);
	}

	@Test
	@DisplayName("A whole year is possible, also one that began")
	void allowsAYear() {
		assertThat(absence(this.agent, "s-agente", "2026-11-01", "2027-10-31", null).status()).isEqualTo(201);
	}

	@Test
	@DisplayName("Everybody plans for themselves; supervisors, managers, directors and administrators for anybody")
	void rights() {
		String own = absence(this.agent, "s-agente", "2026-11-25", "2026-11-27", null).header("Location");
		String others = absence(this.supervisor, "s-gerente", "2026-11-25", "2026-11-27", null).header("Location");

		for (Answer refused : List.of(absence(this.agent, "s-gerente", "2026-12-25", "2026-12-27", null),
				delete(this.agent, others),
				this.agent.put("/api/staff/s-agente/manager", "{\"manager\": \"s-gerente\"}"),
				delete(this.agent, "/api/staff/s-agente/manager"),
				this.agent.put("/api/staff/s-agente/on-duty", "{\"calendar\": null}"))) {
			assertThat(refused.status()).as(refused.text()).isEqualTo(403);
			assertThat(refused.json().path("detail").asText()).containsIgnoringCase("supervisión");
		}
		assertThat(delete(this.supervisor, own).status()).isEqualTo(204);
		int month = 1;
		for (String group : List.of("managers", "directors", "camunda-admin")) {
			ApiClient planner = ApiClient.of(this.port, this.identity, "s-planner-" + group, group);
			String start = "2027-0" + month++ + "-01";
			assertThat(absence(planner, "s-agente", start, start, null).status()).as(group).isEqualTo(201);
		}
	}

	@Test
	@DisplayName("Why somebody is away is told to those who plan, and to nobody else")
	void keepsReasons() {
		ApiClient colleague = ApiClient.of(this.port, this.identity, "s-colega", "finance");
		String path = this.agent
			.post("/api/staff/s-agente/absences",
					"{\"from\": \"2026-11-25\", \"until\": \"2026-11-25\", \"reason\": \"Médico\"}")
			.header("Location");

		assertThat(this.agent.get(path).text()).contains("Médico");
		assertThat(this.supervisor.get("/api/staff/s-agente/absences").text()).contains("Médico");
		assertThat(colleague.get(path).text()).contains("2026-11-25").doesNotContain("Médico");
		assertThat(colleague.get("/api/staff/s-agente/absences").text()).contains("2026-11-25")
			.doesNotContain("Médico");
	}

	@Test
	@DisplayName("The staff is found by part of a name, without accents, and by group")
	void searches() {
		ApiClient.of(this.port, this.identity, "s-inigo", "s-grupo");
		User named = this.identity.createUserQuery().userId("s-inigo").singleResult();
		named.setFirstName("Íñigo");
		named.setLastName("Núñez");
		this.identity.saveUser(named);
		ApiClient.of(this.port, this.identity, "s-zoe", "s-grupo");

		assertThat(ids(this.agent.get("/api/staff?search=igo%20NUN"))).containsExactly("s-inigo");
		assertThat(ids(this.agent.get("/api/staff?group=s-grupo"))).containsExactly("s-inigo", "s-zoe");
		assertThat(ids(this.agent.get("/api/staff?group=s-grupo&sort=-name&size=1"))).containsExactly("s-zoe");
		assertThat(ids(this.agent.get("/api/staff?group=nowhere"))).isEmpty();
		JsonNode all = this.agent.get("/api/staff?size=1&page=1").json();
		assertThat(all.path("items").size()).isOne();
		assertThat(all.path("total").asLong()).isEqualTo(this.identity.createUserQuery().count());
		assertThat(this.agent.get("/api/staff/s-supervisor").json().at("/groups/0/name").asText())
			.isEqualTo("Supervisión");
	}

	private static List<String> ids(Answer answer) {
		return StreamSupport.stream(answer.json().path("items").spliterator(), false)
			.map((item) -> item.path("id").asText())
			.toList();
	}

	private static Answer absence(ApiClient client, String person, String from, String until, String deputy) {
		return client.post("/api/staff/" + person + "/absences",
				body(from, (deputy == null) ? until : until + "\", \"deputy\": \"" + deputy));
	}

	private static Answer delete(ApiClient client, String path) {
		return client.send("DELETE", path, noBody());
	}

	private static String body(String from, String until) {
		return "{\"from\": \"" + from + "\", \"until\": \"" + until + "\"}";
	}

}
