package dev.escala.servicenow;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escala.support.CaseDriver;
import dev.escala.support.OtherSettings;
import dev.escala.support.StaffClient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@OtherSettings
class ImportFileTests extends ImportTestSupport {

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
		StaffClient agent = StaffClient.basic(this.port, "curiosa", CaseDriver.PASSWORD);
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

}
