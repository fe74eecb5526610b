package dev.escala.calendar;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.reference.CustomerId;
import dev.escala.support.ApiClient;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.EscalaTest;
import dev.escala.support.Logged;
import dev.escala.support.Problems;
import dev.escala.web.ProblemTranslator;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("Calendars are kept and assigned over HTTP")
class CalendarApiTests {

	private static final String TENERIFE = """
			{"code": "tenerife", "name": "Equipo de Tenerife", "zone": "Atlantic/Canary",
			 "hours": {"monday": ["09:00-14:00", "15:00-18:00"], "friday": ["08:00-15:00"]},
			 "country": "es", "region": "cn",
			 "days": [{"date": "2026-12-24", "name": "Nochebuena", "hours": ["09:00-14:00"]},
			          {"date": "2026-12-28", "name": "Cierre por inventario"}]}""";

	@LocalServerPort
	private int port;

	@Autowired
	private IdentityService identity;

	@Autowired
	private Calendars calendars;

	@Autowired
	private Customers customers;

	@Autowired
	private ConfigurableApplicationContext application;

	@Autowired
	private JdbcClient jdbc;

	/** Other modules: one that counts, and one that uses calendars. */
	private final RecordedChanges changes = new RecordedChanges();

	private final CalendarUse guards = (code) -> this.guarded.equals(code) ? List.of("la guardia de Ana Ruiz")
			: List.of();

	private String guarded = "";

	private ApiClient supervisor;

	private ApiClient agent;

	@BeforeEach
	void login() {
		forgetCalendars();
		this.application.addApplicationListener(this.changes);
		this.application.getBeanFactory().registerSingleton("guards", this.guards);
		this.supervisor = ApiClient.of(this.port, this.identity, "calendar-supervisor", "supervisors");
		this.agent = ApiClient.of(this.port, this.identity, "calendar-agent", "agents");
	}

	@AfterEach
	void forget() {
		((DefaultSingletonBeanRegistry) this.application.getBeanFactory()).destroySingleton("guards");
		this.application.removeApplicationListener(this.changes);
		forgetCalendars();
	}

	private void forgetCalendars() {
		this.jdbc.sql("DELETE FROM calendar_team").update();
		this.jdbc.sql("DELETE FROM calendar_customer").update();
		this.jdbc.sql("DELETE FROM calendar WHERE code IN ('tenerife', 'banca')").update();
	}

	@Test
	@DisplayName("The organisation's calendar is there from the start, as configured")
	void organisation() {
		Answer answer = this.agent.get("/api/calendars/organizacion");

		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		JsonNode calendar = answer.json().path("calendar");
		assertThat(calendar.path("zone").asText()).isEqualTo("Europe/Madrid");
		assertThat(calendar.path("hours").path("friday").path(0).asText()).isEqualTo("09:00-18:00");
		assertThat(calendar.path("hours").path("saturday")).isEmpty();
		assertThat(calendar.path("country").asText() + "/" + calendar.path("region").asText()).isEqualTo("es/md");
		assertThat(this.calendars.organisation().openOn(LocalDate.parse("2026-11-09"))).hasSize(1);
	}

	@Test
	@DisplayName("A calendar is created, read, listed, changed with its version, and deleted")
	void livesItsLife() {
		Answer created = this.supervisor.post("/api/calendars", TENERIFE);
		assertThat(created.status()).as(created.text()).isEqualTo(201);
		assertThat(created.header("Location")).isEqualTo("/api/calendars/tenerife");
		assertThat(this.supervisor.post("/api/calendars", TENERIFE).status()).isEqualTo(409);

		Answer read = this.agent.get("/api/calendars/tenerife");
		assertThat(read.json().path("updatedBy").asText()).isEqualTo("calendar-supervisor");
		Answer list = this.agent.get("/api/calendars?sort=-code&size=1");
		assertThat(list.json().path("total").asInt()).isGreaterThanOrEqualTo(2);
		assertThat(list.json().path("items").path(0).path("code").asText()).isEqualTo("tenerife");
		assertThat(this.changes.codes()).isEmpty();

		ObjectNode calendar = (ObjectNode) read.json().path("calendar");
		calendar.put("name", "Tenerife en verano");
		Answer changed = this.supervisor.put("/api/calendars/tenerife", calendar.toString());
		assertThat(changed.status()).as(changed.text()).isEqualTo(200);
		assertThat(changed.json().path("calendar").path("version").asLong())
			.isGreaterThan(calendar.path("version").asLong());
		assertThat(this.changes.codes()).containsExactly(Set.of("tenerife"));
		assertThat(this.changes.reasons().get(0)).contains("Tenerife en verano");
		assertThat(this.calendars.find("tenerife")).get()
			.extracting(WorkingCalendar::name)
			.isEqualTo("Tenerife en verano");

		Answer late = this.supervisor.put("/api/calendars/tenerife", calendar.toString());
		Problems.assertProblem(late, 409);
		assertThat(late.text()).contains("entretanto", "calendar-supervisor");

		assertThat(delete("/api/calendars/tenerife").status()).isEqualTo(204);
		Problems.assertProblem(this.agent.get("/api/calendars/tenerife"), 404);
		Problems.assertProblem(delete("/api/calendars/tenerife"), 404);
		assertThat(this.calendars.find("tenerife")).isEmpty();
	}

	@Test
	@DisplayName("A change without a difference moves nothing")
	void sameAgain() {
		JsonNode calendar = this.supervisor.post("/api/calendars", TENERIFE).json().path("calendar");

		Answer again = this.supervisor.put("/api/calendars/tenerife", calendar.toString());

		assertThat(again.json().path("calendar")).isEqualTo(calendar);
		assertThat(this.changes.codes()).isEmpty();
	}

	@Test
	@DisplayName("Where a clock cannot be moved with it, the change is not made")
	void oneTransaction() {
		ObjectNode calendar = (ObjectNode) this.supervisor.post("/api/calendars", TENERIFE).json().path("calendar");
		calendar.put("name", "Otro");
		this.changes.failing(true);

		try (Logged said = Logged.by(ProblemTranslator.class)) {
			assertThat(this.supervisor.put("/api/calendars/tenerife", calendar.toString()).status()).isEqualTo(500);
			assertThat(this.supervisor.put("/api/calendars/tenerife/teams/technology", "").status()).isEqualTo(500);
			assertThat(said.lines()).hasSize(2).allMatch((line) -> line.contains("A clock could not be moved"));
		}

		assertThat(this.calendars.find("tenerife").orElseThrow().name()).isEqualTo("Equipo de Tenerife");
		assertThat(this.calendars.effective("technology", null).code()).isEqualTo("organizacion");
		this.changes.failing(false);
		assertThat(this.supervisor.put("/api/calendars/tenerife", calendar.toString()).status()).isEqualTo(200);
		assertThat(this.calendars.find("tenerife").orElseThrow().name()).isEqualTo("Otro");
	}

	@Test
	@DisplayName("Of many changes to one version, one is made")
	void lostUpdates() throws Exception {
		String text = this.supervisor.post("/api/calendars", TENERIFE).json().path("calendar").toString();
		ExecutorService pool = Executors.newFixedThreadPool(8);
		try {
			List<Future<Integer>> answers = IntStream.range(0, 8)
				.mapToObj((i) -> pool.submit(() -> this.supervisor
					.put("/api/calendars/tenerife", text.replace("Equipo de Tenerife", "Cambio " + i))
					.status()))
				.toList();
			List<Integer> statuses = new ArrayList<>();
			for (Future<Integer> answer : answers) {
				statuses.add(answer.get());
			}
			assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
		}
		finally {
			pool.shutdownNow();
		}
	}

	@Test
	@DisplayName("The customer's calendar counts before the team's, and that before the organisation's")
	void assignments() {
		CustomerId acme = customer("CAL-1").id();
		this.supervisor.post("/api/calendars", TENERIFE);
		this.supervisor.post("/api/calendars", TENERIFE.replace("\"tenerife\"", "\"banca\""));
		assertThat(this.calendars.effective("technology", acme).code()).isEqualTo("organizacion");

		assertThat(put("/api/calendars/tenerife/teams/technology").status()).isEqualTo(204);
		assertThat(this.calendars.effective("technology", acme).code()).isEqualTo("tenerife");
		assertThat(this.calendars.effective("finance", acme).code()).isEqualTo("organizacion");

		assertThat(put("/api/calendars/banca/customers/cal-1").status()).isEqualTo(204);
		assertThat(this.calendars.effective("technology", acme).code()).isEqualTo("banca");
		assertThat(this.calendars.effective("technology", null).code()).isEqualTo("tenerife");
		assertThat(this.calendars.effective(null, null).code()).isEqualTo("organizacion");

		assertThat(put("/api/calendars/tenerife/customers/CAL-1").status()).isEqualTo(204);
		assertThat(put("/api/calendars/tenerife/customers/CAL-1").status()).isEqualTo(204);
		Problems.assertProblem(delete("/api/calendars/banca/customers/CAL-1"), 404);
		assertThat(delete("/api/calendars/tenerife/customers/CAL-1").status()).isEqualTo(204);
		assertThat(delete("/api/calendars/tenerife/teams/technology").status()).isEqualTo(204);
		assertThat(this.calendars.effective("technology", acme).code()).isEqualTo("organizacion");

		assertThat(this.changes.codes()).containsExactly(Set.of("organizacion", "tenerife"),
				Set.of("organizacion", "tenerife", "banca"), Set.of("banca", "tenerife"),
				Set.of("organizacion", "tenerife"), Set.of("organizacion", "tenerife"));
		assertThat(this.changes.reasons()).allMatch((reason) -> reason.startsWith("El "));
	}

	@Test
	@DisplayName("One in use is not deleted, and it is said who uses it")
	void inUse() {
		customer("CAL-2");
		this.supervisor.post("/api/calendars", TENERIFE);
		put("/api/calendars/tenerife/teams/technology");
		put("/api/calendars/tenerife/customers/CAL-2");
		this.guarded = "tenerife";

		Answer refused = delete("/api/calendars/tenerife");

		Problems.assertProblem(refused, 409);
		assertThat(refused.text()).contains("Tecnología", "CAL-2", "la guardia de Ana Ruiz");
		JsonNode usedBy = this.agent.get("/api/calendars/tenerife").json().path("usedBy");
		assertThat(usedBy.path("teams").path(0).path("code").asText()).isEqualTo("technology");
		assertThat(usedBy.path("customers").path(0).path("code").asText()).isEqualTo("CAL-2");
		Problems.assertProblem(delete("/api/calendars/organizacion"), 409);
	}

	@Test
	@DisplayName("Only those who answer for deadlines write; everybody reads")
	void rights() {
		customer("CAL-3");
		this.supervisor.post("/api/calendars", TENERIFE);
		for (Answer refused : List.of(this.agent.post("/api/calendars", TENERIFE),
				this.agent.put("/api/calendars/tenerife", TENERIFE),
				this.agent.send("DELETE", "/api/calendars/tenerife", BodyPublishers.noBody()),
				this.agent.put("/api/calendars/tenerife/teams/technology", ""),
				this.agent.put("/api/calendars/tenerife/customers/CAL-3", ""),
				this.agent.send("DELETE", "/api/calendars/tenerife/teams/technology", BodyPublishers.noBody()),
				this.agent.send("DELETE", "/api/calendars/tenerife/customers/CAL-3", BodyPublishers.noBody()))) {
			Problems.assertProblem(refused, 403);
		}
		for (String group : List.of("managers", "directors", "process-owners", "camunda-admin")) {
			ApiClient editor = ApiClient.of(this.port, this.identity, "calendar-" + group, group);
			assertThat(editor.put("/api/calendars/tenerife/teams/technology", "").status()).as(group).isEqualTo(204);
		}
		assertThat(this.agent.get("/api/calendars").status()).isEqualTo(200);
		assertThat(this.agent.get("/api/calendars/tenerife/days").json()).hasSize(14);
		assertThat(this.agent.get("/api/calendars/countries").json()).hasSizeGreaterThan(200);
	}

	@Test
	@DisplayName("Each day says how it is worked and why")
	void days() {
		this.supervisor.post("/api/calendars", TENERIFE);

		JsonNode days = this.agent.get("/api/calendars/tenerife/days?from=2026-12-24&to=2026-12-28").json();

		assertThat(days).hasSize(5);
		assertThat(days.path(0).toString()).isEqualTo("{\"date\":\"2026-12-24\",\"weekday\":\"jueves\","
				+ "\"hours\":[\"09:00-14:00\"],\"note\":\"Nochebuena\",\"minutes\":300,\"unconfirmed\":false,"
				+ "\"spans\":[{\"from\":\"2026-12-24T09:00:00Z\",\"to\":\"2026-12-24T14:00:00Z\"}]}");
		assertThat(this.agent.get("/api/calendars/tenerife/days?from=2028-12-25&to=2028-12-25")
			.json()
			.path(0)
			.path("unconfirmed")
			.asBoolean()).isTrue();
		assertThat(days.path(1).path("note").asText()).isEqualTo("Navidad");
		assertThat(days.path(4).path("note").asText()).isEqualTo("Cierre por inventario");
		assertThat(days.path(4).path("minutes").asInt()).isZero();
		assertThat(this.agent.get("/api/calendars/tenerife/days?from=2026-01-01&to=2027-01-01").json()).hasSize(366);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource({ "?from=2026-02-30, from", "?from=ayer, from", "?to=9999-01-01, to", "?from=1900-01-01, from",
			"?from=2026-01-02&to=2026-01-01, to", "?from=2026-01-01&to=2027-01-02, to" })
	void badPeriods(String query, String field) {
		Problems.assertProblem(this.agent.get("/api/calendars/organizacion/days" + query), 400, field);
	}

	@ParameterizedTest(name = "{0} -> {1}: {2}")
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "\"15:00-18:00\" | \"13:00-18:00\" | hours.monday[1]",
					"15:00-18:00 | 18:00-15:00 | hours.monday[1]", "monday | lunes | hours.lunes",
					"Atlantic/Canary | +01:00 | zone", "\"es\" | \"xx\" | country", "\"cn\" | \"canarias\" | region",
					"2026-12-28 | 2026-12-24 | days[1].date", "\"code\": \"tenerife\" | \"code\": \"Tenerife\" | code",
					"\"country\": | \"pais\": | pais", "[\"08:00-15:00\"] | \"08:00-15:00\" | hours.friday",
					"\"es\" | 34 | country", "\"code\": | \"version\": 3, \"code\": | version",
					"\"Equipo de Tenerife\" | \"\\u0000\" | name" })
	@DisplayName("What is wrong is refused with its field, when creating")
	void badCalendars(String good, String bad, String field) {
		assertThat(TENERIFE).contains(good);

		Problems.assertProblem(this.supervisor.post("/api/calendars", TENERIFE.replace(good, bad)), 400, field);
	}

	@Test
	@DisplayName("A calendar that closes for a whole year is refused")
	void closedForAYear() {
		String closed = """
				{"code": "cerrado", "name": "Cerrado", "zone": "UTC", "hours": {},
				 "days": [{"date": "2020-01-02", "name": "Hace mucho", "hours": ["09:00-10:00"]}]}""";

		Answer refused = this.supervisor.post("/api/calendars", closed);

		Problems.assertProblem(refused, 400, "hours");
		assertThat(refused.text()).contains("próximo año");
	}

	@Test
	@DisplayName("A change needs its version and keeps its code; what does not exist is not found")
	void badChanges() {
		this.supervisor.post("/api/calendars", TENERIFE);

		Problems.assertProblem(this.supervisor.put("/api/calendars/tenerife", TENERIFE), 400, "version");
		Problems.assertProblem(this.supervisor.put("/api/calendars/organizacion",
				TENERIFE.replace("{\"code\"", "{\"version\": 1, \"code\"")), 400, "code");
		Problems.assertProblem(this.supervisor.put("/api/calendars/nada", TENERIFE), 404);
		Problems.assertProblem(put("/api/calendars/nada/teams/technology"), 404);
		Problems.assertProblem(put("/api/calendars/tenerife/teams/nadie"), 404);
		Problems.assertProblem(put("/api/calendars/tenerife/customers/NADIE"), 404);
		Problems.assertProblem(delete("/api/calendars/tenerife/teams/nadie"), 404);
		assertThat(this.supervisor.put("/api/calendars/%00/teams/%00", "").status()).isBetween(400, 404);
	}

	private Customer customer(String code) {
		return this.customers.findByCode(code)
			.orElseGet(() -> this.customers
				.create(new SaveCustomer(code, "Cliente " + code, Tier.GOLD, "es", List.of(), List.of())));
	}

	private Answer put(String path) {
		return this.supervisor.send("PUT", path, BodyPublishers.noBody());
	}

	private Answer delete(String path) {
		return this.supervisor.send("DELETE", path, BodyPublishers.noBody());
	}

}
