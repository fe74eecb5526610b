package dev.escala.pursuit.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.escala.access.Role;
import dev.escala.pursuit.Strategy;
import dev.escala.pursuit.PursuitStory;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.StaffClient;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("The figures of sales, against the same computed by the database from the steps alone")
class SaleFiguresTests extends PursuitStory {

	/** Of which no other test has a sale. */
	private static final String YEAR = "2012";

	private static final SaleFigures.Viewer LEADER = new SaleFigures.Viewer(new UserId("supervisor"), true);

	/** The sales that began in 2012 and were no spam, told by their steps. */
	private static final String BEGAN = """
			SELECT count(*) FROM stage_passed b
			WHERE b.from_stage IS NULL AND b.number LIKE 'PRO-2012-%'
			  AND NOT EXISTS (SELECT 1 FROM stage_passed x WHERE x.number = b.number AND x.to_kind = 'SPAM')
			""";

	private static final String MONTH = " AND to_char(b.moved_at AT TIME ZONE 'Europe/Madrid', 'YYYY-MM') = ?";

	private static final String CALLED = " AND EXISTS (SELECT 1 FROM pursuit_call c WHERE right(c.number, 11) = right(b.number, 11) AND c.result IN (%s))";

	private static final String REACHED = " AND EXISTS (SELECT 1 FROM stage_passed x WHERE right(x.number, 11) = right(b.number, 11) AND x.to_kind = '%s')";

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private SaleFigures figures;

	@Test
	@DisplayName("300 seeded histories: cohorts, ratios and stages equal those of an oracle, without spam (002-09, 004-04 to 004-09)")
	void few() {
		compare(300);
	}

	@Test
	@Tag("thorough")
	@DisplayName("20,000 seeded histories equal those of an oracle (004-04 to 004-09)")
	void many() {
		compare(20_000);
	}

	@Test
	@DisplayName("Page, file and API: whoever sells sees the sums and their own, whoever leads sees everybody (004-09, 004-10, 002-21)")
	void shown() {
		seeded(60);
		StaffClient supervisor = StaffClient.basic(this.port, "supervisor", CaseDriver.PASSWORD);
		StaffClient seller = StaffClient.basic(this.port, SELLER, CaseDriver.PASSWORD);

		assertThat(supervisor.send("GET", "/ventas/cifras?periodo=2012").body()).contains("Cifras de ventas: 2012",
				"De arriba abajo", "De abajo arriba", "Embudo por mes de comienzo", "figure-seller-1", "Rival SA",
				"De las ventas ganadas en el periodo");
		assertThat(supervisor.send("GET", "/ventas/cifras?periodo=2003").body())
			.contains("Ninguna venta empezó en este periodo.");
		assertThat(supervisor.send("GET", "/ventas/cifras/casos?periodo=2012&cifra=CYCLE").body()).contains("OPO-2012-",
				"Figuras 1");
		assertThat(supervisor.send("GET", "/ventas/cifras/exportar?periodo=2012").body())
			.contains("\"Periodo\";\"Por\";\"De qué\"", "\"2012\";\"Persona\";\"'=figure-seller-0\"");
		HttpResponse<String> wrong = supervisor.send("GET", "/ventas/cifras?periodo=ayer");
		assertThat(wrong.statusCode()).isEqualTo(400);
		assertThat(wrong.body()).contains("2026-T4 (trimestre)", "Se muestra todo");

		assertThat(seller.send("GET", "/ventas/cifras?periodo=2012").body()).contains("Cifras de ventas: 2012")
			.doesNotContain("figure-seller-1");
		assertThat(seller.send("GET", "/api/pursuits/figures?period=2012").body()).contains("\"strategies\"")
			.doesNotContain("figure-seller-1");
		assertThat(seller.send("GET", "/api/pursuits/figures?period=2012&person=" + SELLER).statusCode())
			.isEqualTo(200);
		HttpResponse<String> others = seller.send("GET", "/api/pursuits/figures?period=2012&person=figure-seller-1");
		assertThat(others.statusCode()).isEqualTo(403);
		assertThat(others.body()).contains("quien dirige el equipo");
		assertThat(seller.send("GET", "/api/pursuits/figures/cohorts?period=2012").body()).contains("\"2012-12\"");
		assertThat(seller.send("GET", "/api/pursuits/figures/forecast").statusCode()).isEqualTo(200);
		assertThat(supervisor.send("GET", "/api/pursuits/figures?strategy=SIDEWAYS").statusCode()).isEqualTo(400);
		this.people.person("figure-agent", Role.AGENTS);
		assertThat(StaffClient.basic(this.port, "figure-agent", CaseDriver.PASSWORD)
			.send("GET", "/api/pursuits/figures")
			.statusCode()).isEqualTo(403);
	}

	/** What has no process is nothing that others should find. */
	@AfterEach
	void takeAway() {
		for (String table : List.of("pursuit_loss.number", "pursuit_call.number", "stage_passed.number")) {
			String[] parts = table.split("\\.");
			this.jdbc.update("DELETE FROM " + parts[0] + " WHERE " + parts[1] + " LIKE '___-2012-______'");
		}
		for (String letters : List.of("OPO", "PRO")) {
			this.jdbc.update("DELETE FROM pursuit WHERE number LIKE ?", letters + "-2012-______");
		}
		this.jdbc.update("DELETE FROM case_party WHERE number LIKE 'OPO-2012-______' OR number LIKE 'PRO-2012-______'");
		this.jdbc.update("DELETE FROM matter WHERE number LIKE 'OPO-2012-______' OR number LIKE 'PRO-2012-______'");
	}

	private void compare(int histories) {
		seeded(histories);
		SalePeriod year = this.figures.period(YEAR);

		List<Cohort> cohorts = this.figures.cohorts(year, SaleScope.ALL, LEADER);
		SaleReport report = this.figures.report(year, SaleScope.ALL, LEADER);

		assertThat(cohorts).hasSize(13);
		for (Cohort cohort : cohorts.subList(0, 12)) {
			assertThat(cohort).isEqualTo(new Cohort(cohort.month(), oracle(cohort, ""),
					oracle(cohort, String.format(CALLED, "'CONVERSATION', 'APPOINTMENT'")),
					oracle(cohort, String.format(CALLED, "'APPOINTMENT'")),
					oracle(cohort, String.format(REACHED, "CONVERTED")),
					oracle(cohort,
							" AND EXISTS (SELECT 1 FROM stage_passed x WHERE right(x.number, 11) = right(b.number, 11) AND x.to_stage = 'PROPOSAL')"),
					oracle(cohort, String.format(REACHED, "WON")), oracle(cohort, String.format(REACHED, "LOST")),
					oracle(cohort, "") - oracle(cohort, String.format(REACHED, "WON"))
							- oracle(cohort, String.format(REACHED, "LOST"))));
		}
		assertThat(cohorts.get(12).began()).isEqualTo(this.jdbc.queryForObject(BEGAN, Long.class));
		assertThat(cohorts.get(12).lost()).isPositive();
		ratios(report.total(), "");
		for (int i = 0; i < 2; i++) {
			ratios(report.strategies().get(i),
					" AND (SELECT strategy FROM pursuit p WHERE p.number = 'PRO-' || right(%s, 11)) = '"
							+ Strategy.values()[i] + "'");
		}
		stages(report);
	}

	private long oracle(Cohort cohort, String step) {
		return this.jdbc.queryForObject(BEGAN + MONTH + step, Long.class, cohort.month());
	}

	/** Each from the end of a history backwards. */
	private void ratios(SaleLine line, String only) {
		String calls = "SELECT count(*) FROM pursuit_call c WHERE c.number LIKE '___-2012-______' AND extract(year FROM c.called_at AT TIME ZONE 'Europe/Madrid') = 2012 AND NOT EXISTS (SELECT 1 FROM stage_passed x WHERE x.number = c.number AND x.to_kind = 'SPAM')"
				+ only.replace("%s", "c.number");
		assertThat(line.appointment().whole())
			.isEqualTo(number(calls + " AND c.result IN ('CONVERSATION', 'APPOINTMENT')"));
		assertThat(line.appointment().part()).isEqualTo(number(calls + " AND c.result = 'APPOINTMENT'"));
		assertThat(line.prospecting().part()).isEqualTo(number(calls.replace("count(*)", "sum(c.minutes)")));
		String ended = "FROM stage_passed e WHERE e.number LIKE 'OPO-2012-______' AND extract(year FROM e.moved_at AT TIME ZONE 'Europe/Madrid') = 2012"
				+ only.replace("%s", "e.number");
		String ends = ended
				+ " AND EXISTS (SELECT 1 FROM stage_passed x WHERE x.number = e.number AND x.to_stage = 'PROPOSAL')";
		assertThat(line.close().part()).isEqualTo(number("SELECT count(*) " + ends + " AND e.to_kind = 'WON'"));
		assertThat(line.close().whole())
			.isEqualTo(number("SELECT count(*) " + ends + " AND e.to_kind IN ('WON', 'LOST')"));
		String took = "SELECT percentile_cont(%s) WITHIN GROUP (ORDER BY extract(epoch FROM e.moved_at - (SELECT min(f.moved_at) FROM stage_passed f WHERE right(f.number, 11) = right(e.number, 11))) / 86400) "
				+ ended.replace("%", "%%") + " AND e.to_kind = 'WON'";
		close(line.cycle().median(), String.format(took, "0.5"));
		close(line.cycle().p90(), String.format(took, "0.9"));
		String revenue = "SELECT avg((SELECT amount FROM pursuit p WHERE p.number = e.number AND p.currency = '%s')) "
				+ ends.replace("%", "%%") + " AND e.to_kind = 'WON'";
		assertThat(line.revenue()).extracting(Revenue::currency).containsExactly("EUR", "USD");
		line.revenue()
			.forEach((one) -> assertThat(one.mean())
				.isEqualByComparingTo(this.jdbc.queryForObject(String.format(revenue, one.currency()), BigDecimal.class)
					.setScale(2, RoundingMode.HALF_UP)));
		String first = "SELECT count(*) FROM (SELECT right(number, 11) AS of, min(called_at) AS at FROM pursuit_call WHERE number LIKE '___-2012-______' AND result = 'APPOINTMENT' GROUP BY 1) c WHERE extract(year FROM at AT TIME ZONE 'Europe/Madrid') = 2012 AND NOT EXISTS (SELECT 1 FROM stage_passed x WHERE x.number = 'PRO-' || of AND x.to_kind = 'SPAM')"
				+ only.replace("%s", "of");
		assertThat(line.proposal().whole()).isEqualTo(number(first));
		assertThat(line.proposal().part()).isEqualTo(number(first
				+ " AND EXISTS (SELECT 1 FROM stage_passed x WHERE x.number = 'OPO-' || of AND x.to_stage = 'PROPOSAL')"));
	}

	/** How long those were in it that have left it for good, in 2012. */
	private void stages(SaleReport report) {
		String stays = """
				WITH leaving AS (SELECT s.number, s.to_stage, s.moved_at,
				    (SELECT min(n.moved_at) FROM stage_passed n WHERE n.number = s.number AND n.id > s.id) AS until
				  FROM stage_passed s WHERE s.number LIKE '___-2012-______' AND s.to_stage = ?
				    AND NOT EXISTS (SELECT 1 FROM stage_passed x WHERE x.number = s.number AND x.to_kind = 'SPAM')),
				sums AS (SELECT number, sum(extract(epoch FROM until - moved_at)) / 86400 AS days, max(until) AS left_at,
				    bool_or(until IS NULL) AS still FROM leaving GROUP BY number)
				""";
		String over = " FROM sums WHERE NOT still AND extract(year FROM left_at AT TIME ZONE 'Europe/Madrid') = 2012";
		for (String stage : List.of("NEW", "ATTEMPT", "LATER", "REQUESTED", "PROPOSAL")) {
			StageLine line = report.stages()
				.stream()
				.filter((one) -> one.stage().equals(stage))
				.findFirst()
				.orElseThrow();
			assertThat(line.took().count()).as(stage)
				.isEqualTo(this.jdbc.queryForObject(stays + "SELECT count(*)" + over, Integer.class, stage));
			assertThat(line.still()).as(stage)
				.isEqualTo(
						this.jdbc.queryForObject(stays + "SELECT count(*) FROM sums WHERE still", Long.class, stage));
			assertThat(line.took().p90()).as(stage)
				.isCloseTo(this.jdbc.queryForObject(
						stays + "SELECT percentile_cont(0.9) WITHIN GROUP (ORDER BY days)" + over, BigDecimal.class,
						stage), Offset.offset(new BigDecimal("0.051")));
		}
	}

	private long number(String sql) {
		return this.jdbc.queryForObject(sql, Long.class);
	}

	private void close(BigDecimal found, String sql) {
		assertThat(found).isCloseTo(this.jdbc.queryForObject(sql, BigDecimal.class),
				Offset.offset(new BigDecimal("0.051")));
	}

	/** Histories with waits, stays, ways back, spam and losses; some run into 2013. */
	private void seeded(int histories) {
		Random random = new Random(78);
		List<Object[]> matters = new ArrayList<>();
		List<Object[]> pursuits = new ArrayList<>();
		List<Object[]> steps = new ArrayList<>();
		List<Object[]> calls = new ArrayList<>();
		List<Object[]> losses = new ArrayList<>();
		for (int i = 1; i <= histories; i++) {
			String of = String.format("-2012-%06d", i);
			Instant[] at = { Instant.parse("2011-12-31T23:00:00Z").plusSeconds(random.nextInt(366 * 86400)) };
			Instant began = at[0];
			String owner = ((random.nextInt(3) == 0) ? "=" : "") + "figure-seller-" + random.nextInt(2);
			String end = one(random, "LOST", "CONVERTED", "CONVERTED", "CONVERTED", (i % 11 == 0) ? "SPAM" : "LOST",
					null);
			String last = walk(random, "PRO" + of, List.of("NEW", "ATTEMPT", "LATER", "ATTEMPT", "CONTACTED"), end, at,
					steps, calls, owner);
			pursuits.add(pursuit("PRO" + of, "PROSPECT", i, random, owner, last, began, at[0], end, null, false));
			matters.add(new Object[] { "PRO" + of, "prospect", end == null });
			if ("LOST".equals(end)) {
				losses.add(new Object[] { "PRO" + of, "PRICE", null, null, null, Timestamp.from(at[0]) });
			}
			if ("CONVERTED".equals(end)) {
				began = at[0];
				String won = one(random, "WON", "WON", "LOST", null);
				int steps0 = steps.size();
				last = walk(random, "OPO" + of, List.of("REQUESTED", "ANALYSIS", "PROPOSAL", "NEGOTIATION", "PROPOSAL"),
						won, at, steps, calls, owner);
				boolean proposed = steps.subList(steps0, steps.size())
					.stream()
					.anyMatch((one) -> "PROPOSAL".equals(one[2]));
				pursuits.add(pursuit("OPO" + of, "OPPORTUNITY", i, random, owner, last, began, at[0], won, "PRO" + of,
						proposed));
				matters.add(new Object[] { "OPO" + of, "opportunity", won == null });
				if ("LOST".equals(won)) {
					losses.add(new Object[] { "OPO" + of, "RIVAL", "Rival SA", "Plazo; Precio", "supervisor",
							Timestamp.from(at[0]) });
				}
			}
		}
		this.jdbc.batchUpdate("INSERT INTO matter (number, kind, open) VALUES (?, ?, ?)", matters);
		this.jdbc.batchUpdate("""
				INSERT INTO pursuit (number, kind, party_kind, party_id, party_name, subject, capture, strategy, stage,
				  stage_name, stage_kind, stage_since, group_id, owner_id, resume_at, resume_stage, came_from, quote,
				  amount, currency, registered_by, began_at, ended_at)
				VALUES (?, ?, 'PROSPECT', ?, ?, 'Diez licencias', ?, ?, ?, ?, ?, ?, 'sales', ?, ?, ?, ?, ?, ?, ?,
				  'vendedora', ?, ?)
				""", pursuits);
		this.jdbc.batchUpdate("""
				INSERT INTO stage_passed (number, from_stage, to_stage, to_name, to_kind, moved_by, moved_at)
				VALUES (?, ?, ?, ?, ?, 'vendedora', ?)
				""", steps);
		this.jdbc.batchUpdate("""
				INSERT INTO pursuit_call (number, result, channel, minutes, called_by, called_at)
				VALUES (?, ?, 'PHONE', ?, ?, ?)
				""", calls);
		this.jdbc.batchUpdate("""
				INSERT INTO pursuit_loss (number, reason, lesson, competitor, weak_points, analyst, lost_by, lost_at)
				VALUES (?, ?, 'Preguntar antes', ?, ?, ?, 'vendedora', ?)
				""", losses);
	}

	private static String walk(Random random, String number, List<String> stages, String end, Instant[] at,
			List<Object[]> steps, List<Object[]> calls, String owner) {
		String stage = null;
		int length = 1 + random.nextInt(stages.size());
		for (int i = 0; i <= length; i++) {
			boolean over = i == length;
			if (over && end == null) {
				break;
			}
			String next = over ? end : stages.get(i);
			steps.add(new Object[] { number, stage, next, next, kind(next), Timestamp.from(at[0]) });
			stage = next;
			for (int call = over ? 0 : random.nextInt(3); call > 0; call--) {
				at[0] = at[0].plus(Duration.ofMinutes(1 + random.nextInt(20_000)));
				calls.add(new Object[] { number, one(random, "ATTEMPT", "ATTEMPT", "CONVERSATION", "APPOINTMENT"),
						random.nextInt(40), owner, Timestamp.from(at[0]) });
			}
			at[0] = over ? at[0] : at[0].plus(Duration.ofMinutes(1 + random.nextInt(20_000)));
		}
		return stage;
	}

	private static Object[] pursuit(String number, String kind, int party, Random random, String owner, String stage,
			Instant began, Instant last, String end, String from, boolean proposed) {
		boolean waits = stage.equals("LATER");
		boolean told = proposed && random.nextInt(10) > 0;
		Timestamp at = Timestamp.from(last);
		return new Object[] { number, kind, 912_000_000L + party, "Figuras " + party,
				one(random, "WEB", "EVENT", "MAIL"), one(random, "TOP_DOWN", "BOTTOM_UP"), stage, stage, kind(stage),
				at, owner, waits ? at : null, waits ? "ATTEMPT" : null, from, proposed ? "OF-" + party : null,
				told ? new BigDecimal(100 + random.nextInt(100_000)).movePointLeft(2) : null,
				told ? one(random, "EUR", "EUR", "USD") : null, Timestamp.from(began), (end == null) ? null : at };
	}

	private static String kind(String stage) {
		return switch (stage) {
			case "LATER" -> "WAITING";
			case "CONVERTED", "WON", "LOST", "SPAM" -> stage;
			default -> "ACTIVE";
		};
	}

	private static String one(Random random, String... values) {
		return values[random.nextInt(values.length)];
	}

}
