package dev.escala.benchmark;

import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.StaffClient;
import dev.escala.support.Statements;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long pages take, and how often each asks the database, among 100,000 cases of which
 * a tenth is open and most of that late. {@code -Dbenchmark.cases=10000} makes it
 * shorter.
 */
@EscalaTest
class PagesBenchmark {

	private static final int CASES = Integer.getInteger("benchmark.cases", 100_000);

	private static final int ROUNDS = 10;

	private static final List<String> PAGES = List.of("/casos", "/casos?estado=todos", "/casos?orden=plazo",
			"/casos?filtro=tarde", "/casos?cliente=SEED5", "/casos?texto=factura", "/casos?texto=no+esta",
			"/casos/ESC-1990-000010", "/panel");

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void measure() throws Exception {
		new CaseDriver(this.engine).staff();
		seed();
		StringBuilder report = new StringBuilder(String.format(Locale.ROOT,
				"%n%d processors, load average %.1f, %,d cases%n%n| %-12s | %-24s | statements | p50 | max |%n|---|---|--:|--:|--:|%n",
				Runtime.getRuntime().availableProcessors(),
				ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), CASES, "who", "page"));
		for (String user : List.of("supervisor", "tecnologia")) {
			StaffClient client = StaffClient.session(this.port, user, CaseDriver.PASSWORD);
			for (String page : PAGES) {
				report.append(row(client, user, page));
			}
		}
		System.out.println(report);
		Files.writeString(Path.of("target", "pages.txt"), report);
	}

	private static String row(StaffClient client, String user, String page) {
		HttpResponse<String> first = client.send("GET", page);
		if (first.statusCode() == 403 || first.statusCode() == 404) {
			return "";
		}
		assertThat(first.statusCode()).as(page).isEqualTo(200);
		int statements = Statements.during(() -> client.send("GET", page)).size();
		double[] times = new double[ROUNDS];
		for (int i = 0; i < ROUNDS; i++) {
			long start = System.nanoTime();
			client.send("GET", page);
			times[i] = (System.nanoTime() - start) / 1e6;
		}
		Arrays.sort(times);
		return String.format(Locale.ROOT, "| %-12s | %-24s | %d | %.0f ms | %.0f ms |%n", user, page, statements,
				times[ROUNDS / 2], times[ROUNDS - 1]);
	}

	private void seed() {
		for (String statement : SEED) {
			this.jdbc.sql(statement.replace(":cases", Integer.toString(CASES))).update();
		}
		this.jdbc.sql("ANALYZE").update();
	}

	private static final List<String> SEED = List.of("""
			INSERT INTO customer (code, name, search_name, tier, language)
			SELECT 'SEED' || i, 'Cliente ' || i, 'cliente ' || i, 'GOLD', 'es' FROM generate_series(0, 999) i
			""",
			"""
					INSERT INTO customer_contact (customer_id, position, name, email, phone, is_primary)
					SELECT id, 1, 'Ana ' || code, code || '@seed.example', '600' || id, true FROM customer WHERE code LIKE 'SEED%'
					""",
			"""
					INSERT INTO matter (number, kind, open)
					SELECT 'ESC-1990-' || lpad(i::text, 6, '0'), 'escalation', i % 10 = 0 FROM generate_series(1, :cases) i
					""",
			"""
					INSERT INTO escalation (number, phase, outcome, customer_text, customer_id, origin, reason, criterion,
					  speciality, subject, description, impact, urgency, major, severity, type, group_id, owner_id, reported_by,
					  reported_at, acknowledged_at, ended_at, first_closed_at, satisfaction)
					SELECT 'ESC-1990-' || lpad(i::text, 6, '0'), CASE WHEN open THEN 'RESOLVE' ELSE 'ENDED' END,
					  CASE WHEN NOT open THEN 'CLOSED' END, 'Cliente', first + i % 1000, 'CUSTOMER',
					  (ARRAY['KNOWLEDGE', 'AUTHORITY', 'RESOURCES', 'CUSTOMER_REQUEST', 'SERVICE_LEVEL'])[1 + i % 5], 'TECHNICAL',
					  'TECHNOLOGY', 'La factura ' || i || ' no llega',
					  'El cliente no la recibe desde el lunes y pide que alguien se haga cargo. ' || md5(i::text), 'LOW', 'LOW', false,
					  (ARRAY['LOW', 'MODERATE', 'HIGH', 'CRITICAL'])[1 + (i / 10) % 4], 'FUNCTIONAL',
					  (ARRAY['technology', 'finance', 'seeded-one', 'seeded-two', 'seeded-three'])[1 + (i / 3) % 5],
					  CASE WHEN i % 7 > 0 THEN 'seeded-' || (i / 11) % 60 END, 'seeded-' || i % 40, at, at + interval '1 hour',
					  CASE WHEN NOT open THEN at + interval '9 days' END, CASE WHEN NOT open THEN at + interval '9 days' END, 1 + i % 5
					FROM (
					  SELECT i, i % 10 = 0 AS open, (SELECT min(id) FROM customer WHERE code LIKE 'SEED%') AS first,
					    now() - (:cases - i) * interval '15 minutes' - interval '9 days' * (i % 10 <> 0)::int AS at
					  FROM generate_series(1, :cases) i) drawn
					""",
			"""
					INSERT INTO case_holder (case_number, group_id, owner_id, since)
					SELECT number, held, owner_id, reported_at FROM escalation, unnest(ARRAY['seeded-one', 'technology']) held
					WHERE number LIKE 'ESC-1990-%'
					""",
			"""
					INSERT INTO case_detail (case_number, kind, text)
					SELECT number, 'CUSTOMER_ISSUE', 'Falta el cobro de ' || md5(number) FROM escalation WHERE number LIKE 'ESC-1990-%'
					""",
			"""
					INSERT INTO deadline (case_number, clock, run, started_at, warn_at, due_at, met_at, duration, counting, warn_after,
					  may_pause, calendar_code, reason)
					SELECT number, clock, 1, reported_at, reported_at + hours * interval '30 minutes',
					  reported_at + hours * interval '1 hour',
					  CASE WHEN phase = 'ENDED' OR hours < 5 THEN reported_at + hours * interval '40 minutes' END, 'PT1H', 'ELAPSED', 75,
					  true, 'organizacion', 'x'
					FROM escalation, (VALUES ('FIRST_NOTICE', 1), ('ACKNOWLEDGEMENT', 4), ('ANSWER', 24 * 60),
					  ('RESOLUTION', 24 * 300), ('UPDATE', 24 * 90)) clocks (clock, hours)
					WHERE number LIKE 'ESC-1990-%'
					""",
			"""
					INSERT INTO clock_pause (case_number, reason, started_at, started_by)
					SELECT number, 'x', reported_at, 'x' FROM escalation WHERE phase <> 'ENDED' AND owner_id = 'seeded-7'
					""",
			"""
					INSERT INTO observation (case_number, customer_id, began_at, observed_until, answer_days)
					SELECT number, customer_id, now(), now() + interval '10 days', 3 FROM escalation
					WHERE number LIKE 'ESC-1990-%' AND phase = 'ENDED' AND reported_at > now() - interval '40 days'
					""");

}
