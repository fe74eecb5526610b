package dev.escala.caselist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.reference.CaseNumber;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import dev.escala.support.StaffClient;
import dev.escala.support.Statements;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
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
@DisplayName("The list of cases")
class CaseListTests {

	private static final String CUSTOMER = "LISTA-1";

	private static final ObjectMapper JSON = new ObjectMapper();

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Customers customers;

	@Autowired
	private JdbcClient jdbc;

	private CaseDriver people;

	private StaffClient supervisor;

	private StaffClient agent;

	private StaffClient technician;

	@BeforeEach
	void givenPeopleAndACustomer() {
		this.people = new CaseDriver(this.engine);
		this.people.staff();
		this.supervisor = StaffClient.basic(this.port, "supervisor", CaseDriver.PASSWORD);
		this.agent = StaffClient.basic(this.port, "agente", CaseDriver.PASSWORD);
		this.technician = StaffClient.basic(this.port, "tecnologia", CaseDriver.PASSWORD);
		if (this.customers.findByCode(CUSTOMER).isEmpty()) {
			this.customers.create(new SaveCustomer(CUSTOMER, "Ñandú e Hijos", Tier.GOLD, "es",
					List.of(new Customer.Contact("Begoña Íñiguez", "begona@nandu.example", "+34 699 11 22 33", true)),
					List.of()));
		}
	}

	@AfterEach
	void itIsToday() {
		ClockUtil.reset();
	}

	@ParameterizedTest(name = "«{0}» finds it: {1}")
	@CsvSource({ "AVERÍA, true", "averia, true", "AVERI\u0301A, true", "post\u2013venta, true", "post-venta, true",
			"nandu, true", "ÑANDÚ, true", "lista-1, true", "begona@nandu.example, true", "Iñiguez, true",
			"699 11 22 33, true", "+34699112233, true", "palabras propias, true", "propias palabras, true",
			"averia nandu 699112233x, false", "averia paseo, false", "75%, true", "75_, false", "\\, false" })
	@DisplayName("One search for number, customer, subject, contact and words, whatever case, accents and dashes")
	void search(String typed, boolean found) {
		CaseNumber number = report("Avería de post‑venta", "description", "Con mis palabras propias, al 75% seguro.");

		assertThat(page(this.supervisor, "?texto=" + encode(typed)).contains(number.value())).isEqualTo(found);
	}

	@Test
	@DisplayName("A number is found with and without its year, and the year alone finds no case by its number")
	void numbers() {
		CaseNumber number = report("Sin nada especial");
		String[] parts = number.value().split("-");

		assertThat(numbers(this.supervisor, "search=" + number)).containsExactly(number.value());
		assertThat(numbers(this.supervisor, "search=" + number.value().toLowerCase(Locale.ROOT)))
			.containsExactly(number.value());
		assertThat(numbers(this.supervisor, "search=ESC-" + Integer.parseInt(parts[2])))
			.containsExactly(number.value());
		assertThat(numbers(this.supervisor, "search=" + Integer.parseInt(parts[2]))).contains(number.value());
		assertThat(numbers(this.supervisor, "search=" + parts[1])).doesNotContain(number.value());
		assertThat(numbers(this.supervisor, "search=ESC-" + parts[1])).isEmpty();
	}

	@Test
	@DisplayName("Each filter is a link that shows what it says and how many there are, late in words")
	void filters() {
		CaseDriver.travelTo(Instant.parse("2026-11-23T09:00:00Z"));
		CaseNumber critical = report("Filtro crítico", "impact", "HIGH", "urgency", "HIGH");
		CaseNumber low = report("Filtro leve", "impact", "LOW", "urgency", "LOW");
		this.people.complete(low, "tecnologia", "userTask_takeOver", Forms.takeOver());
		CaseDriver.travelTo(Instant.parse("2026-11-23T12:30:00Z"));

		String mine = "search=filtro&customer=" + CUSTOMER;
		assertThat(numbers(this.technician, mine + "&filter=CRITICAL")).contains(critical.value())
			.doesNotContain(low.value());
		assertThat(numbers(this.technician, mine + "&filter=LATE")).contains(critical.value());
		assertThat(numbers(this.technician, mine + "&filter=MINE")).contains(low.value())
			.doesNotContain(critical.value());
		assertThat(numbers(this.technician, mine + "&filter=UNOWNED")).contains(critical.value())
			.doesNotContain(low.value());
		assertThat(numbers(this.technician, mine + "&filter=MY_TEAM")).contains(critical.value(), low.value());
		assertThat(numbers(this.technician, mine + "&filter=REPORTED")).isEmpty();
		assertThat(numbers(this.agent, mine + "&filter=REPORTED")).contains(critical.value(), low.value());
		assertThat(numbers(this.technician, mine + "&filter=PAUSED")).isEmpty();
		JsonNode counts = answer(this.technician, mine).path("filters");
		assertThat(counts.path("CRITICAL").path("counted").asLong())
			.isEqualTo(numbers(this.technician, mine + "&filter=CRITICAL").size());
		assertThat(counts.path("UNOWNED").path("counted").asLong())
			.isEqualTo(numbers(this.technician, mine + "&filter=UNOWNED").size());
		String page = page(this.technician, "?filtro=tarde&texto=" + encode("filtro crítico"));
		assertThat(page).contains("tarde 3 h", critical.value(), "aria-current=\"page\"", "en silencio");
		assertThat(page(this.technician, "?filtro=pausados&texto=filtro")).contains("Nada coincide con «filtro»");
		assertThat(page(this.technician, "?filtro=pausados&cliente=" + CUSTOMER))
			.contains("Ningún caso está en pausa: todos los plazos cuentan.", "Ver todo");
	}

	@Test
	@DisplayName("Customer, day and severity narrow it; what begins first, is due first or is worst comes first")
	void narrowedAndSorted() {
		CaseDriver.travelTo(Instant.parse("2026-11-20T09:00:00Z"));
		CaseNumber friday = report("Orden uno", "impact", "LOW", "urgency", "LOW");
		CaseDriver.travelTo(Instant.parse("2026-11-23T09:00:00Z"));
		CaseNumber monday = report("Orden dos", "impact", "HIGH", "urgency", "HIGH");
		String both = "search=orden&customer=lista-1";

		assertThat(numbers(this.supervisor, both + "&from=2026-11-21")).contains(monday.value())
			.doesNotContain(friday.value());
		assertThat(numbers(this.supervisor, both + "&until=2026-11-20")).contains(friday.value())
			.doesNotContain(monday.value());
		assertThat(numbers(this.supervisor, both + "&severity=CRITICAL")).contains(monday.value())
			.doesNotContain(friday.value());
		assertThat(numbers(this.supervisor, both + "&sort=RECENT")).containsSubsequence(monday.value(), friday.value());
		assertThat(numbers(this.supervisor, both + "&sort=OLDEST")).containsSubsequence(friday.value(), monday.value());
		assertThat(numbers(this.supervisor, both + "&sort=SEVERITY")).containsSubsequence(monday.value(),
				friday.value());
		assertThat(numbers(this.supervisor, both + "&sort=DUE")).hasSameElementsAs(numbers(this.supervisor, both));
		assertThat(numbers(this.supervisor, "customer=NADIE")).isEmpty();
	}

	@Test
	@DisplayName("Pages do not move when something is reported meanwhile, forwards and back, and no line is lost or twice")
	void pages() {
		List<String> reported = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			reported.add(0, report("Hojeado").value());
		}
		for (CaseOrder order : CaseOrder.values()) {
			String query = "search=hojeado&size=2&sort=" + order + "&customer=" + CUSTOMER;
			JsonNode first = answer(this.supervisor, query);
			report("Hojeado");
			List<String> seen = new ArrayList<>(numbers(first));
			JsonNode part = first;
			while (!part.path("after").isNull()) {
				part = answer(this.supervisor, query + "&place=" + part.path("after").asText());
				seen.addAll(numbers(part));
			}
			assertThat(seen).as(order.name()).doesNotHaveDuplicates().containsAll(reported);
			JsonNode second = answer(this.supervisor, query + "&place=" + first.path("after").asText());
			assertThat(numbers(answer(this.supervisor, query + "&place=" + second.path("before").asText())))
				.as(order.name())
				.isEqualTo(numbers(first));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "filtro=nada", "estado=x", "tipo=x", "gravedad=PEOR", "orden=x", "lugar=x",
			"lugar=YTE6RVNDLTE7", "desde=ayer", "hasta=2026-02-30", "desde=0000-01-01", "hasta=%2B999999999-12-31",
			"desde=2026-11-24&hasta=2026-11-23", "tamano=0", "tamano=201", "tamano=x", "motivo=x", "hito=x",
			"traspasos=4" })
	@DisplayName("What an address says wrong is told in Spanish above the list")
	void wrongAddresses(String query) {
		HttpResponse<String> answer = this.agent.send("GET", "/casos?" + query);

		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains("role=\"alert\"", "La lista no lo tiene en cuenta", "Casos");
		HttpResponse<String> file = this.agent.send("GET", "/casos/exportar?" + query);
		assertThat(file.statusCode()).isEqualTo(400);
		assertThat(file.body()).contains("role=\"alert\"");
	}

	@ParameterizedTest
	@CsvSource({ "filter=x, filter", "state=x, state", "kind=x, kind", "severity=x, severity", "sort=x, sort",
			"place=x, place", "from=x, from", "until=x, until", "size=0, size", "filtro=tarde, filtro",
			"reason=x, reason", "moment=x, moment", "passed=x, passed",
			"place=YTk5OTk5OTk5OTk5OTk5OTk5OTk5OkE, place" })
	@DisplayName("Over HTTP it is a problem that names the parameter")
	void wrongParameters(String query, String field) throws Exception {
		HttpResponse<String> answer = this.agent.send("GET", "/api/cases?" + query);

		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
		assertThat(JSON.readTree(answer.body()).path("errors").path(0).path("field").asText()).isEqualTo(field);
		assertThat(this.agent.send("GET", "/api/cases/export?" + query).statusCode()).isEqualTo(400);
	}

	@Test
	@DisplayName("What nobody typed breaks nothing: controls, quotes, half characters, very long words")
	void strangeTexts() {
		for (String typed : List.of("%00", "%27%3B--", "%25%5C_", "%EF%BF%BD", "x".repeat(190), "%01%02")) {
			assertThat(this.agent.send("GET", "/casos?texto=" + typed).statusCode()).as(typed).isBetween(200, 400);
		}
	}

	@Test
	@DisplayName("The file has every line once, and nothing that a spreadsheet would compute")
	void file() {
		CaseNumber number = report("=HYPERLINK(\"http://x\")");
		CaseNumber plain = report("Normal; con \"comillas\"");

		String file = this.supervisor.send("GET", "/casos/exportar?cliente=" + CUSTOMER).body();

		assertThat(file).startsWith("\uFEFF\"Número\";\"Tipo\"")
			.contains("\"" + number + "\";\"Caso\";\"'=HYPERLINK(\"\"http://x\"\")\"",
					"\"" + plain + "\";\"Caso\";\"Normal; con \"\"comillas\"\"\"")
			.doesNotContain("\";\"=");
		assertThat(file.lines().filter((line) -> line.startsWith("\"" + number + "\""))).hasSize(1);
		assertThat(this.supervisor.send("GET", "/api/cases/export?customer=" + CUSTOMER).body()).isEqualTo(file);
	}

	@Test
	@DisplayName("Requests and commitments stand in it by their kind")
	void kinds() {
		this.jdbc
			.sql("""
					INSERT INTO internal_request (number, status, kind, purpose, situations, situation, request, requested_by,
					  from_group, requested_at, mode, topic, senior, caution, group_id, group_reason, acknowledge_due, warn_at,
					  answer_due)
					VALUES ('SOL-1997-000001', 'OPEN', 'DECISION', 'QUALITY', '{}', 'Pregunta', '¿Podemos dar la señal?', 'agente',
					  'agents', now(), 'EMAIL', 'PRICE', false, false, 'finance', 'Por precio', now() - interval '3 hours',
					  now(), now() + interval '1 hour')
					ON CONFLICT DO NOTHING""")
			.update();
		try {
			String page = page(this.agent, "?tipo=solicitudes&texto=senal");

			assertThat(page).contains("SOL-1997-000001", "Solicitud interna", "/preguntar/SOL-1997-000001", "tarde 3 h",
					"Acuse de la solicitud");
			assertThat(page(this.agent, "?tipo=casos&texto=senal")).doesNotContain("SOL-1997-000001");
			assertThat(page(this.technician, "?tipo=solicitudes&texto=senal")).doesNotContain("SOL-1997-000001");
		}
		finally {
			this.jdbc.sql("DELETE FROM internal_request WHERE number = 'SOL-1997-000001'").update();
			this.jdbc.sql("DELETE FROM case_party WHERE number = 'SOL-1997-000001'").update();
		}
	}

	@Test
	@DisplayName("Nothing is counted further than people read: above a thousand it says that there are more")
	void boundedCounts() {
		try {
			this.jdbc
				.sql("INSERT INTO matter (number, kind, open) "
						+ "SELECT 'ESC-1991-' || i, 'escalation', false FROM generate_series(100001, 101001) i")
				.update();
			this.jdbc
				.sql("""
						INSERT INTO escalation (number, phase, outcome, customer_text, origin, reason, criterion, speciality, subject,
						  description, impact, urgency, major, severity, type, reported_by, reported_at, ended_at)
						SELECT number, 'ENDED', 'CLOSED', 'x', 'CUSTOMER', 'RESOURCES', 'TECHNICAL', 'TECHNOLOGY', 'Contado', 'x', 'LOW',
						  'LOW', false, 'LOW', 'FUNCTIONAL', 'contado', now(), now()
						FROM matter WHERE number LIKE 'ESC-1991-%'""")
				.update();

			JsonNode states = answer(this.supervisor, "search=contado").path("states");

			assertThat(states.path("ENDED").path("counted").asLong()).isEqualTo(1000);
			assertThat(states.path("ENDED").path("more").asBoolean()).isTrue();
			assertThat(states.path("ALL").path("more").asBoolean()).isTrue();
			assertThat(states.path("OPEN").path("more").asBoolean()).isFalse();
			assertThat(page(this.supervisor, "?estado=terminados")).contains("Terminados (más de 1.000)");
		}
		finally {
			for (String table : List.of("escalation", "matter", "case_party")) {
				this.jdbc.sql("DELETE FROM " + table + " WHERE number LIKE 'ESC-1991-%'").update();
			}
		}
	}

	@Test
	@DisplayName("A page asks the database as often for one line as for many")
	void statements() {
		report("Contado único solo");
		for (int i = 0; i < 12; i++) {
			report("Contado muchos");
		}
		page(this.supervisor, "?texto=contado");

		List<String> one = Statements.during(() -> page(this.supervisor, "?texto=contado+unico+solo"));
		List<String> many = Statements.during(() -> page(this.supervisor, "?texto=contado+muchos"));

		assertThat(many).as("%s", many).hasSameSizeAs(one).hasSizeBetween(3, 12);
	}

	private CaseNumber report(String subject, Object... more) {
		return this.people.report("agente", Forms.with(Forms.with(Forms.report(CUSTOMER), "subject", subject), more));
	}

	private static String page(StaffClient reader, String query) {
		HttpResponse<String> answer = reader.send("GET", "/casos" + query);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return answer.body();
	}

	private static List<String> numbers(StaffClient reader, String query) {
		return numbers(answer(reader, "size=200&" + query));
	}

	private static List<String> numbers(JsonNode answer) {
		List<String> numbers = new ArrayList<>();
		answer.path("items").forEach((item) -> numbers.add(item.path("number").asText()));
		return numbers;
	}

	private static JsonNode answer(StaffClient reader, String query) {
		HttpResponse<String> answer = reader.send("GET", "/api/cases?" + query);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		try {
			return JSON.readTree(answer.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
