package dev.escala.servicenow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.reference.CaseNumber;
import dev.escala.support.OtherSettings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OtherSettings
class ServiceNowImportTests extends ImportTestSupport {

	@Test
	@DisplayName("The 300 real incidents become what an independent count says, and nothing the second time (004-43)")
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
				+ " AND ended_at >= reported_at AND origin = 'SYSTEM' AND EXISTS (SELECT 1 FROM matter a WHERE"
				+ " a.number = escalation.number AND NOT a.open AND a.process_instance_id IS NULL)"
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
			assertThat(this.people.tasks(new CaseNumber(number))).as(incident)
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
		assertThat(this.people.tasks(new CaseNumber(caseNumber("OTC1")))).containsExactly("userTask_identifyCustomer");
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
			.getIdentityLinksForTask(
					this.people.task(new CaseNumber(caseNumber(incident)), "userTask_takeOver").getId())
			.stream()
			.map((link) -> link.getGroupId())
			.toList();
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

}
