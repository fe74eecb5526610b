package dev.escala.servicenow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.access.Role;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@EscalaTest
@TestPropertySource(properties = { "escala.servicenow.speciality-by-group.Group70=TECHNOLOGY",
		"escala.servicenow.speciality-by-group[group\\ 54]=FINANCE", "escala.escalation.types=FUNCTIONAL,AUTOMATIC" })
class ServiceNowImportTests {

	private static final String PATH = "/api/imports/servicenow";

	private static final String MET = "Cumplió su nivel de servicio";

	private static final String LOW = "Incumplió el plazo, pero su prioridad es baja";

	private static final String OFF = "El escalamiento jerárquico no está en uso en esta organización";

	private static final String[] MISSED = { "made_sla", "FALSE" };

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Customers customers;

	@Autowired
	private ObjectMapper json;

	private CaseDriver people;

	private StaffClient supervisor;

	@BeforeEach
	void givenASupervisor() {
		this.people = new CaseDriver(this.engine);
		this.people.person("importadora", Role.SUPERVISORS);
		this.people.person("curiosa", Role.AGENTS);
		this.supervisor = StaffClient.basic(this.port, "importadora", "Contrasena-importadora-1");
	}

	@Test
	@DisplayName("The 300 real incidents become what an independent count says, and nothing the second time")
	void realIncidents() {
		String file = realFile();
		Map<String, Map<String, String>> incidents = present(file);
		Map<String, Long> expected = new TreeMap<>();
		incidents.values().forEach((row) -> expected.merge(expectation(row), 1L, Long::sum));
		long automatic = expected.remove("AUTOMATIC");
		long functional = expected.remove("FUNCTIONAL");

		JsonNode run = ok(post(file));

		assertThat(run.at("/status").asText()).isEqualTo("DONE");
		assertThat(run.at("/rows").toString()).isEqualTo("{\"total\":2040,\"used\":2040,\"rejected\":0}");
		assertThat(counts(run)).isEqualTo("300 = 0 started, " + (automatic + functional) + " closed, 0 known, "
				+ expected.values().stream().mapToLong(Long::longValue).sum() + " not escalated, 0 rejected");
		assertThat(byReason(run)).isEqualTo(expected).containsOnlyKeys(MET, LOW);
		assertThat(count("type = 'AUTOMATIC' AND external_ref LIKE 'servicenow:INC%'")).isEqualTo(automatic);
		assertThat(count("type = 'FUNCTIONAL' AND external_ref LIKE 'servicenow:INC%'")).isEqualTo(functional);
		assertThat(count("external_ref LIKE 'servicenow:INC%' AND phase = 'ENDED' AND outcome = 'CLOSED_WITHOUT_RCA'"
				+ " AND process_instance_id IS NULL AND ended_at >= reported_at AND origin = 'SYSTEM'"
				+ " AND NOT EXISTS (SELECT 1 FROM deadline d WHERE d.case_number = number)"
				+ " AND NOT EXISTS (SELECT 1 FROM outbox_message m WHERE m.case_number = number)"
				+ " AND EXISTS (SELECT 1 FROM decision_record r WHERE r.case_number = number"
				+ " AND r.decision = 'escalationIntake')"
				+ " AND EXISTS (SELECT 1 FROM timeline_entry t WHERE t.case_number = number)"
				+ " AND NOT EXISTS (SELECT 1 FROM case_detail c WHERE c.case_number = number"
				+ " AND c.settled_at IS NULL)"))
			.isEqualTo(automatic + functional);
		assertThat(groups()).isEqualTo(expectedGroups(incidents));
		assertOneCaseInFull(incidents);

		JsonNode second = ok(post(file));

		assertThat(counts(second)).isEqualTo("300 = 0 started, 0 closed, " + (automatic + functional) + " known, "
				+ expected.values().stream().mapToLong(Long::longValue).sum() + " not escalated, 0 rejected");
		assertThat(count("external_ref LIKE 'servicenow:INC%'")).isEqualTo(automatic + functional);
	}

	private void assertOneCaseInFull(Map<String, Map<String, String>> incidents) {
		String number = incidents.values()
			.stream()
			.filter((row) -> expectation(row).equals("AUTOMATIC") && !row.get("problem_id").equals("?"))
			.map((row) -> row.get("number"))
			.findFirst()
			.orElseThrow();
		Map<String, String> row = incidents.get(number);
		JsonNode found = ok(this.supervisor.send("GET", "/api/escalations/" + caseNumber(number)));
		assertThat(found.at("/report/customer").asText()).isEqualTo(row.get("caller_id"));
		assertThat(found.at("/report/subject").asText()).contains(number, row.get("category"));
		assertThat(found.at("/report/description").asText()).contains("Prioridad: " + row.get("priority"), "→ Closed");
		assertThat(found.toString()).contains("\"" + row.get("problem_id") + "\"", "como caso ya cerrado");
	}

	@Test
	@DisplayName("Of a file cut at a date the open incidents are started: unknown callers wait for identification,"
			+ " known customers in the queue of the group")
	void cutFile() {
		LocalDateTime cut = LocalDateTime.of(2016, 3, 4, 12, 0);
		String file = realFile().lines()
			.filter((line) -> line.startsWith("number") || !time(line.split(",")[13]).isAfter(cut))
			.map((line) -> line.replaceFirst("^INC", "CUT"))
			.reduce("", (before, line) -> before + line + "\n");
		this.customers.create(new SaveCustomer("C3829", "Caller 3829", Tier.GOLD, "es", List.of(), List.of()));
		this.customers.create(new SaveCustomer("C2965", "Caller 2965", Tier.STANDARD, "es", List.of(), List.of()));
		// Contains the name of a caller without being that caller.
		this.customers.create(new SaveCustomer("C15221", "Caller 15221", Tier.STANDARD, "es", List.of(), List.of()));
		Map<String, Map<String, String>> incidents = present(file);
		List<String> open = incidents.values()
			.stream()
			.filter((row) -> List.of("AUTOMATIC", "FUNCTIONAL").contains(expectation(row)))
			.filter((row) -> row.get("active").equals("TRUE")
					&& !List.of("Closed", "Resolved").contains(row.get("incident_state")))
			.map((row) -> row.get("number"))
			.toList();
		assertThat(open).contains("CUT0000541", "CUT0000591", "CUT0000553").hasSizeGreaterThan(5);

		JsonNode run = ok(post(file));

		assertThat(run.at("/incidents/started").asInt()).isEqualTo(open.size());
		for (String incident : open) {
			String number = caseNumber(incident);
			assertThat(number).startsWith("ESC-2016-");
			boolean known = List.of("CUT0000541", "CUT0000591").contains(incident);
			assertThat(this.people.tasks(number)).as(incident)
				.containsExactly(known ? "userTask_takeOver" : "userTask_identifyCustomer");
		}
		assertThat(queue("CUT0000541")).containsExactly("technology");
		assertThat(queue("CUT0000591")).containsExactly("triage");
		Instant opened = time(incidents.get("CUT0000541").get("opened_at")).atZone(ZoneId.of("Europe/Madrid"))
			.toInstant();
		assertThat(count("external_ref = 'servicenow:CUT0000541' AND customer_id IS NOT NULL AND reported_at = '"
				+ opened + "'"))
			.isEqualTo(1);
		assertThat(ok(post(file)).at("/incidents/known").asInt()).isEqualTo(run.at("/incidents/created").asInt());
	}

	@Test
	@DisplayName("A bad row is told with its line and never stops the others")
	void badRows() {
		JsonNode run = ok(post(IncidentCsv.file(IncidentCsv.row("ROW1", "made_sla", "FALSE"),
				IncidentCsv.row("ROW2", "made_sla", "FALSE", "incident_state", "New"),
				IncidentCsv.row("ROW1", "made_sla", "maybe", "opened_at", "99-99-2016 10:00"), IncidentCsv.row("?"),
				"too,short", IncidentCsv.row("ROW3", "priority", "High"),
				IncidentCsv.row("row2", "priority", "4 - Low", MISSED[0], MISSED[1]))));

		assertThat(run.at("/rows").toString()).isEqualTo("{\"total\":7,\"used\":3,\"rejected\":4}");
		assertThat(counts(run)).isEqualTo("3 = 0 started, 1 closed, 0 known, 1 not escalated, 1 rejected");
		assertThat(byReason(run)).isEqualTo(Map.of(LOW, 1L));
		assertThat(run.at("/rejections").findValuesAsText("line")).containsExactly("4", "5", "6", "7");
		assertThat(run.at("/rejections").findValuesAsText("incident")).containsExactly("ROW1", "null", "null", "ROW3");
		assertThat(run.at("/rejections/0/reason").asText()).contains("made_sla", "opened_at");
		assertThat(run.at("/rejections/2/reason").asText()).contains("2 columnas");
	}

	@Test
	@DisplayName("What the table does not escalate, or the organisation does not use, is counted by its reason")
	void notEscalated() {
		JsonNode run = ok(post(IncidentCsv.file(IncidentCsv.row("NOT1"), IncidentCsv.row("NOT2", "reopen_count", "1"),
				IncidentCsv.row("NOT3", "made_sla", "FALSE", "priority", "5"), IncidentCsv.row("NOT4"))));

		assertThat(counts(run)).isEqualTo("4 = 0 started, 0 closed, 0 known, 4 not escalated, 0 rejected");
		assertThat(byReason(run)).isEqualTo(Map.of(MET, 2L, LOW, 1L, OFF, 1L));
	}

	@Test
	@DisplayName("Semicolons, CRLF, BOM, quoted commas, both date shapes and ? are read alike")
	void shapes() {
		String quoted = IncidentCsv
			.file(IncidentCsv.row("SHA1", "category", "\"Redes, sur\"", MISSED[0], MISSED[1], "opened_at",
					"1/3/2016 9:05"),
					IncidentCsv.row("SHA2", "caller_id", "?", "resolved_at", "?", MISSED[0], MISSED[1]))
			.replace("\n", "\r\n");
		JsonNode run = ok(post("\uFEFF" + quoted));
		assertThat(counts(run)).isEqualTo("2 = 0 started, 2 closed, 0 known, 0 not escalated, 0 rejected");
		assertThat(count("external_ref = 'servicenow:SHA1' AND subject = 'Incidente SHA1: Redes, sur'"
				+ " AND reported_at = '2016-03-01T08:05:00Z'"))
			.isEqualTo(1);
		assertThat(count("external_ref = 'servicenow:SHA2' AND customer_text = 'Sin cliente' AND resolved_at IS NULL"))
			.isEqualTo(1);

		JsonNode semicolons = ok(post(IncidentCsv.file(IncidentCsv.row("SHA3")).replace(',', ';')));
		assertThat(counts(semicolons)).isEqualTo("1 = 0 started, 0 closed, 0 known, 1 not escalated, 0 rejected");
	}

	@Test
	@DisplayName("A file that is no such export is refused as a whole, with all that is missing in one sentence")
	void wrongFiles() {
		HttpResponse<String> wrong = post("number;priority\nINC1;2\n");
		assertThat(wrong.statusCode()).isEqualTo(400);
		assertThat(wrong.body()).contains("Faltan columnas", "made_sla", "closed_at");
		assertThat(post("").statusCode()).isEqualTo(400);
		assertThat(post(" \n\n").statusCode()).isEqualTo(400);
		assertThat(post(PATH, "application/json", "{}").statusCode()).isEqualTo(415);
		long before = this.jdbc.sql("SELECT count(*) FROM import_run").query(Long.class).single();
		assertThat(postAsync("number\n1\n").statusCode()).isEqualTo(400);
		assertThat(this.jdbc.sql("SELECT count(*) FROM import_run").query(Long.class).single()).isEqualTo(before);

		JsonNode nothing = ok(post(IncidentCsv.file()));
		assertThat(counts(nothing)).isEqualTo("0 = 0 started, 0 closed, 0 known, 0 not escalated, 0 rejected");
	}

	@Test
	@DisplayName("A multipart file is taken too, and its name is kept without folders")
	void multipart() {
		String body = "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\\\tmp\\\\marzo.csv\"\r\n"
				+ "Content-Type: text/csv\r\n\r\n" + IncidentCsv.file(IncidentCsv.row("MUL1")) + "\r\n--limit--\r\n";

		JsonNode run = ok(post(PATH, "multipart/form-data; boundary=limit", body));

		assertThat(run.at("/fileName").asText()).isEqualTo("marzo.csv");
		assertThat(run.at("/startedBy").asText()).isEqualTo("importadora");
		assertThat(run.at("/incidents/total").asInt()).isEqualTo(1);
		JsonNode list = ok(this.supervisor.send("GET", "/api/imports?size=1"));
		assertThat(list.at("/items/0/id").asLong()).isEqualTo(run.at("/id").asLong());
		assertThat(list.at("/items/0/rejections").isMissingNode()).isTrue();
	}

	@Test
	@DisplayName("Two imports of the same file at once share its incidents between them")
	void twoAtOnce() {
		List<String> rows = new ArrayList<>();
		IntStream.range(0, 30).forEach((i) -> rows.add(IncidentCsv.row("TWO" + i, MISSED)));
		IntStream.range(30, 33)
			.forEach((i) -> rows
				.add(IncidentCsv.row("TWO" + i, "made_sla", "FALSE", "incident_state", "Active", "active", "TRUE")));
		String file = IncidentCsv.file(rows.toArray(String[]::new));

		List<CompletableFuture<JsonNode>> both = IntStream.range(0, 2)
			.mapToObj((i) -> CompletableFuture.supplyAsync(() -> ok(post(file))))
			.toList();
		List<JsonNode> runs = both.stream().map(CompletableFuture::join).toList();

		assertThat(runs).allSatisfy((run) -> {
			assertThat(run.at("/incidents/rejected").asInt()).isZero();
			assertThat(run.at("/incidents/created").asInt() + run.at("/incidents/known").asInt()).isEqualTo(33);
		});
		assertThat(runs.stream().mapToInt((run) -> run.at("/incidents/created").asInt()).sum()).isEqualTo(33);
		assertThat(count("external_ref LIKE 'servicenow:TWO%'")).isEqualTo(33);
	}

	@Test
	@DisplayName("An incident that was imported open and comes closed stays as it is")
	void openThenClosed() {
		ok(post(IncidentCsv
			.file(IncidentCsv.row("OTC1", "made_sla", "FALSE", "incident_state", "New", "active", "TRUE"))));

		JsonNode again = ok(post(IncidentCsv.file(IncidentCsv.row("OTC1", "made_sla", "TRUE"))));

		assertThat(counts(again)).isEqualTo("1 = 0 started, 0 closed, 1 known, 0 not escalated, 0 rejected");
		assertThat(this.people.tasks(caseNumber("OTC1"))).containsExactly("userTask_identifyCustomer");
	}

	@Test
	@DisplayName("50 MB are imported in the background, and everybody entitled sees how far it has come")
	void largeFileInTheBackground() throws IOException {
		Path file = Files.createTempFile("incidents", ".csv");
		int rows = largeFile(file, 50_000_000);

		HttpResponse<String> accepted = postAsync(Files.readString(file));
		Files.delete(file);

		assertThat(accepted.statusCode()).isEqualTo(202);
		assertThat(accepted.headers().firstValue("Preference-Applied")).hasValue("respond-async");
		String location = accepted.headers().firstValue("Location").orElseThrow();
		List<JsonNode> seen = new ArrayList<>();
		await().atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(300)).until(() -> {
			JsonNode run = ok(this.supervisor.send("GET", location));
			seen.add(run);
			return !run.at("/status").asText().equals("RUNNING");
		});
		JsonNode end = seen.get(seen.size() - 1);
		assertThat(end.at("/status").asText()).isEqualTo("DONE");
		assertThat(end.at("/rows/used").asInt()).isEqualTo(rows).isGreaterThan(150_000);
		assertThat(counts(end)).isEqualTo("20000 = 0 started, 20 closed, 0 known, 19980 not escalated, 0 rejected");
		assertThat(seen).filteredOn((run) -> run.at("/status").asText().equals("RUNNING"))
			.extracting((run) -> run.at("/rows/total").asInt())
			.isSorted()
			.anyMatch((total) -> total > 0 && total < rows);
	}

	private static int largeFile(Path file, long bytes) throws IOException {
		long written = 0;
		int rows = 0;
		try (var text = Files.newBufferedWriter(file)) {
			text.write(String.join(",", IncidentCsv.HEADER) + "\n");
			// Rows of one incident lie twenty thousand rows apart.
			while (written < bytes || rows % 20_000 != 0) {
				String[] sla = (rows % 1000 == 0) ? MISSED : new String[0];
				String row = IncidentCsv.row("BIG" + (rows % 20_000), sla) + "\n";
				text.write(row);
				written += row.length();
				rows++;
			}
		}
		return rows;
	}

	@Test
	@DisplayName("An import that gives no sign of life is shown as interrupted")
	void interrupted() {
		Timestamp old = Timestamp.from(Instant.now().minus(Duration.ofHours(1)));
		long id = this.jdbc
			.sql("INSERT INTO import_run (kind, started_by, status, started_at, updated_at)"
					+ " VALUES ('servicenow', 'importadora', 'RUNNING', ?, ?) RETURNING id")
			.params(old, old)
			.query(Long.class)
			.single();

		assertThat(ok(this.supervisor.send("GET", "/api/imports/" + id)).at("/status").asText())
			.isEqualTo("INTERRUPTED");
	}

	@Test
	@DisplayName("Only supervision, management and administration import and see imports")
	void onlyImporters() {
		StaffClient agent = StaffClient.basic(this.port, "curiosa", "Contrasena-curiosa-1");
		assertThat(agent.submit("POST", PATH, "text/csv", IncidentCsv.file()).statusCode()).isEqualTo(403);
		assertThat(agent.send("GET", "/api/imports").statusCode()).isEqualTo(403);
		assertThat(agent.send("GET", "/api/imports/1").statusCode()).isEqualTo(403);
		assertThat(StaffClient.anonymous(this.port).send("GET", "/api/imports").statusCode()).isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "999999999", "abc", "-1", "99999999999999999999999" })
	void unknownImport(String id) {
		assertThat(this.supervisor.send("GET", "/api/imports/" + id).statusCode()).isEqualTo(404);
	}

	/** What becomes of an incident by the table, told once more. */
	private static String expectation(Map<String, String> row) {
		boolean missed = row.get("made_sla").equals("FALSE");
		if (missed) {
			return (row.get("priority").charAt(0) <= '3') ? "AUTOMATIC" : LOW;
		}
		if (Integer.parseInt(row.get("reassignment_count")) >= 3) {
			return "FUNCTIONAL";
		}
		return row.get("reopen_count").equals("0") ? MET : OFF;
	}

	private Map<String, String> groups() {
		Map<String, String> groups = new TreeMap<>();
		this.jdbc.sql("SELECT external_ref, group_id FROM escalation WHERE external_ref LIKE 'servicenow:INC%'")
			.query((row, n) -> groups.put(row.getString(1).substring("servicenow:".length()), row.getString(2)))
			.list();
		return groups;
	}

	private static Map<String, String> expectedGroups(Map<String, Map<String, String>> incidents) {
		Map<String, String> groups = new TreeMap<>();
		incidents.forEach((number, row) -> {
			if (List.of("AUTOMATIC", "FUNCTIONAL").contains(expectation(row))) {
				groups.put(number, Map.of("Group 70", "technology", "Group 54", "finance")
					.getOrDefault(row.get("assignment_group"), "triage"));
			}
		});
		assertThat(groups.values()).contains("technology", "finance", "triage");
		return groups;
	}

	private List<String> queue(String incident) {
		return this.engine.getTaskService()
			.getIdentityLinksForTask(this.people.task(caseNumber(incident), "userTask_takeOver").getId())
			.stream()
			.map((link) -> link.getGroupId())
			.toList();
	}

	private String caseNumber(String incident) {
		return this.jdbc.sql("SELECT number FROM escalation WHERE external_ref = ?")
			.param("servicenow:" + incident)
			.query(String.class)
			.single();
	}

	private long count(String condition) {
		return this.jdbc.sql("SELECT count(*) FROM escalation WHERE " + condition).query(Long.class).single();
	}

	private static Map<String, Map<String, String>> present(String file) {
		Map<String, Map<String, String>> last = new LinkedHashMap<>();
		IncidentCsv.read(file).forEach((row) -> last.put(row.get("number"), row));
		return last;
	}

	private static LocalDateTime time(String text) {
		return LocalDateTime.parse(text, DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm"));
	}

	private static String realFile() {
		try (var file = ServiceNowImportTests.class.getResourceAsStream("/servicenow/incidents.csv")) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private HttpResponse<String> post(String csv) {
		return post(PATH, "text/csv", csv);
	}

	private HttpResponse<String> postAsync(String csv) {
		return this.supervisor.submit("POST", PATH, "text/csv", csv, "Prefer", "wait=1, respond-async");
	}

	private HttpResponse<String> post(String path, String type, String body) {
		return this.supervisor.submit("POST", path, type, body);
	}

	private JsonNode ok(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		try {
			return this.json.readTree(answer.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Map<String, Long> byReason(JsonNode run) {
		Map<String, Long> reasons = new TreeMap<>();
		run.at("/incidents/notEscalatedByReason")
			.fields()
			.forEachRemaining((field) -> reasons.put(field.getKey(), field.getValue().asLong()));
		return reasons;
	}

	/** The counts in one line, after it was proved that they add up. */
	private static String counts(JsonNode run) {
		JsonNode rows = run.at("/rows");
		JsonNode incidents = run.at("/incidents");
		assertThat(rows.at("/total").asLong()).isEqualTo(rows.at("/used").asLong() + rows.at("/rejected").asLong());
		assertThat(incidents.at("/created").asLong())
			.isEqualTo(incidents.at("/started").asLong() + incidents.at("/closed").asLong());
		assertThat(incidents.at("/total").asLong())
			.isEqualTo(incidents.at("/created").asLong() + incidents.at("/known").asLong()
					+ incidents.at("/notEscalated").asLong() + incidents.at("/rejected").asLong());
		assertThat(byReason(run).values().stream().mapToLong(Long::longValue).sum())
			.isEqualTo(incidents.at("/notEscalated").asLong());
		return "%s = %s started, %s closed, %s known, %s not escalated, %s rejected".formatted(incidents.at("/total"),
				incidents.at("/started"), incidents.at("/closed"), incidents.at("/known"),
				incidents.at("/notEscalated"), incidents.at("/rejected"));
	}

}
