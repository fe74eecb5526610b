package dev.escala.complaint.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import dev.escala.complaint.decision.PointStory;
import dev.escala.complaint.retention.ComplaintRetention;
import dev.escala.support.CaseDriver;
import dev.escala.support.StaffClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The figures of art. 21, against the same computed by the database")
class ComplaintFiguresTests extends PointStory {

	/** Of which no other test has a complaint. */
	private static final int YEAR = 2011;

	private static final int COMPLAINTS = 400;

	private static final String OF_YEAR = "presented_at >= '2011-01-01 00:00+01' AND presented_at < '2012-01-01 00:00+01'";

	private static final String MONTH = "extract(month FROM presented_at AT TIME ZONE 'Europe/Madrid')";

	@Autowired
	private ComplaintFigures figures;

	@Autowired
	private ComplaintRetention retention;

	@Test
	@DisplayName("400 seeded complaints: each figure of each month and of the year; the same once their texts are gone")
	void oracle() {
		seeded();
		YearFigures found = this.figures.of(YEAR);

		assertFigure(found, Method.RECEIVED, null, "count(*)", "true");
		assertFigure(found, Method.RECEIVED_BY_KIND, "Queja", "count(*)", "kind = 'GRIEVANCE'");
		assertFigure(found, Method.RECEIVED_BY_DOOR, "Teléfono", "count(*)", "door = 'PHONE'");
		assertFigure(found, Method.RECEIVED_BY_LANGUAGE, "Inglés", "count(*)", "language = 'en'");
		assertFigure(found, Method.RECEIVED_BY_REGION, "Cataluña", "count(*)", "region = 'ct'");
		assertFigure(found, Method.RECEIVED_BY_REGION, "Sin dato", "count(*)", "region IS NULL");
		for (String code : List.of("ES-G", "ES-B")) {
			assertFigure(found, Method.TERM_KEPT, "Ley de " + code,
					"100.0 * count(*) FILTER (WHERE t.met_at < t.due_at AND t.missed_at IS NULL) / nullif(count(*), 0)",
					"t.code = '" + code + "' AND (t.met_at IS NOT NULL OR t.missed_at IS NOT NULL OR "
							+ "(phase <> 'ENDED' AND t.due_at <= '2026-11-30 09:00Z'))");
		}
		assertFigure(found, Method.MEAN_HOURS, null, "avg(extract(epoch FROM answered_at - presented_at) / 3600)",
				"answered_at IS NOT NULL AND (t.code IS NULL OR t.binding)");
		assertFigure(found, Method.P95_HOURS, null,
				"percentile_cont(0.95) WITHIN GROUP (ORDER BY extract(epoch FROM answered_at - presented_at) / 3600)",
				"answered_at IS NOT NULL AND (t.code IS NULL OR t.binding)");
		assertFigure(found, Method.OVERDUE, null, "count(*)",
				"phase <> 'ENDED' AND t.binding AND t.met_at IS NULL AND t.due_at <= '2026-11-30 09:00Z'");
		assertFigure(found, Method.OUTCOMES, "Denegada con motivos", "count(*)", "outcome = 'REFUSED'");
		assertFigure(found, Method.OUTCOMES, "Unida a otra", "count(*)", "outcome = 'JOINED'");
		assertFigure(found, Method.POINTS, "Aceptado en parte",
				"coalesce(sum((SELECT count(*) FROM complaint_point WHERE matter_number = number AND ruling = 'PARTLY')), 0)",
				"t.code IS NULL OR t.binding");
		assertFigure(found, Method.CURES, "Pedidas",
				"coalesce(sum((SELECT count(*) FROM complaint_cure u WHERE u.complaint_number = number)), 0)",
				"t.code IS NULL OR t.binding");
		assertFigure(found, Method.CURES, "Completadas",
				"coalesce(sum((SELECT count(completed_at) FROM complaint_cure u WHERE u.complaint_number = number)), 0)",
				"t.code IS NULL OR t.binding");
		assertFigure(found, Method.HEARD, null, "100.0 * count(*) FILTER (WHERE heard) / nullif(count(*), 0)",
				"solved IS NOT NULL AND (t.code IS NULL OR t.binding)");
		assertFigure(found, Method.SOLVED, null, "100.0 * count(*) FILTER (WHERE solved) / nullif(count(*), 0)",
				"solved IS NOT NULL AND (t.code IS NULL OR t.binding)");
		assertFigure(found, Method.PRODUCTS, "Red", "count(*)", "product = 'NETWORK'");
		assertThat(found.of(Method.REASONS)).hasSize(3);
		assertThat(found.of(Method.REASONS).get(0).values().get(0)).isEqualByComparingTo(this.jdbc
			.sql("SELECT count(*) FROM complaint WHERE " + OF_YEAR
					+ " AND reason IS NOT NULL GROUP BY reason ORDER BY 1 DESC LIMIT 1")
			.query(BigDecimal.class)
			.single());
		assertThat(found.lines()).allSatisfy((line) -> assertThat(line.values()).hasSize(13));

		this.retention.sweep();

		assertThat(this.jdbc.sql("SELECT count(emptied_at) FROM complaint WHERE " + OF_YEAR).query(Long.class).single())
			.isGreaterThan(COMPLAINTS / 2);
		assertThat(this.figures.of(YEAR).lines()).isEqualTo(found.lines());
	}

	@Test
	@DisplayName("On the page, as a file and over HTTP, for whoever leads or owns the tables only")
	void shown() {
		StaffClient supervisor = StaffClient.basic(this.port, "supervisor", CaseDriver.PASSWORD);

		assertThat(supervisor.send("GET", "/reclamaciones/cifras?anio=2026").body()).contains(
				"Cifras de reclamaciones de 2026", "Recibidas", "Cómo se calcula cada una", "Ley 10/2025, art. 21");
		assertThat(supervisor.send("GET", "/reclamaciones/cifras/exportar?anio=2026").body())
			.contains("\"Periodo\";\"Cifra\"", "\"2026-11\";\"Recibidas\"");
		assertThat(supervisor.send("GET", "/api/complaints/figures?year=2026").body()).contains("\"code\":\"RECEIVED\"",
				"\"version\":1");
		assertThat(supervisor.send("GET", "/api/complaints/figures?year=1999").statusCode()).isEqualTo(400);
		HttpResponse<String> future = supervisor.send("GET", "/reclamaciones/cifras?anio=2050");
		assertThat(future.statusCode()).isEqualTo(400);
		assertThat(future.body()).contains("entre 2000 y 2026");
		StaffClient agent = StaffClient.basic(this.port, AGENT.value(), CaseDriver.PASSWORD);
		for (String path : List.of("/reclamaciones/cifras", "/reclamaciones/cifras/exportar",
				"/api/complaints/figures")) {
			assertThat(agent.send("GET", path).statusCode()).as(path).isEqualTo(403);
		}
	}

	/** What has no process is nothing that others should find. */
	@AfterEach
	void takeAway() {
		for (String table : List.of("complaint_point.matter_number", "complaint_cure.complaint_number",
				"complaint_term.complaint_number", "decision_record.case_number", "timeline_entry.case_number",
				"complaint.number", "matter.number")) {
			String[] parts = table.split("\\.");
			this.jdbc.sql("DELETE FROM " + parts[0] + " WHERE " + parts[1] + " LIKE 'QUE-2011-%'").update();
		}
	}

	/** The database's own value for the year and for each month. */
	private void assertFigure(YearFigures found, Method method, String of, String figure, String where) {
		FigureLine line = found.of(method)
			.stream()
			.filter((one) -> of == null || of.equals(one.of()))
			.reduce((one, other) -> {
				throw new AssertionError("Twice: " + method + ", " + of);
			})
			.orElseThrow(() -> new AssertionError("Missing: " + method + ", " + of));
		boolean byTerm = where.contains("t.");
		String from = " FROM complaint" + (byTerm ? " LEFT JOIN complaint_term t ON t.complaint_number = number" : "")
				+ " WHERE " + OF_YEAR + " AND (" + where + ")";
		List<BigDecimal> expected = new ArrayList<>();
		expected.add(value(figure, from));
		IntStream.rangeClosed(1, 12)
			.forEach((month) -> expected.add(value(figure, from + " AND " + MONTH + " = " + month)));
		assertThat(line.values()).as(method + " " + of)
			.usingElementComparator((one, other) -> (one == null || other == null) ? ((one == other) ? 0 : 1)
					: one.subtract(other).abs().compareTo(new BigDecimal("0.1")) < 0 ? 0 : 1)
			.isEqualTo(expected);
	}

	private BigDecimal value(String figure, String from) {
		List<BigDecimal> found = new ArrayList<>();
		this.jdbc.sql("SELECT " + figure + from).query((row) -> {
			found.add(row.getBigDecimal(1));
		});
		return (found.get(0) == null) ? null : found.get(0).setScale(1, RoundingMode.HALF_UP);
	}

	private void seeded() {
		Random random = new Random(21);
		for (int i = 0; i < COMPLAINTS; i++) {
			Instant presented = Instant.parse("2010-12-31T23:30:00Z")
				.plusSeconds(random.nextInt(365 * 24 * 3600 - 7200));
			boolean open = random.nextInt(10) == 0;
			boolean answered = !open && random.nextInt(5) > 0;
			Instant answer = answered ? presented.plus(Duration.ofMinutes(30 + random.nextInt(40_000))) : null;
			String outcome = open ? null : answered ? one(random, "PUT_RIGHT", "PARTLY", "REFUSED")
					: one(random, "WITHDRAWN", "NOT_COMPLETED");
			String number = String.format("QUE-2011-%06d", i + 1);
			this.jdbc.sql("INSERT INTO matter (number, kind, open) VALUES (?, 'complaint', ?)")
				.params(number, open)
				.update();
			boolean judged = answered && random.nextBoolean();
			this.jdbc.sql("""
					INSERT INTO complaint (number, phase, outcome, kind, door, channel, language, customer_id,
					  customer_text, subject, description, country, region, topic, consumer, official_form,
					  small_supply, presented_at, zone, received_by, received_at, severity, reason, decision,
					  answered_at, heard, solved, ended_at, product)
					VALUES (?, ?, ?, ?, ?, 'MAIL', ?, 0, 'Alguien', 'Algo', 'Algo pasó', 'es', ?, 'OTHER', true, false,
					  true, ?, 'Europe/Madrid', 'agente', ?, 'LOW', ?, ?, ?, ?, ?, ?, ?)
					""")
				.param(number)
				.param(open ? "INVESTIGATE" : "ENDED")
				.param(outcome)
				.param(one(random, "CLAIM", "GRIEVANCE", "INCIDENT", "ENQUIRY"))
				.param(one(random, "WEB", "PHONE", "MAIL"))
				.param(one(random, "es", "es", "en"))
				.param(one(random, "md", "ct", null))
				.param(Timestamp.from(presented))
				.param(Timestamp.from(presented))
				.param(one(random, "LOSS", "LOSS", "NOT_OPEN", "ATTITUDE", "PASSED_ON", null))
				.param(answered ? outcome : null)
				.param(answered ? Timestamp.from(answer) : null)
				.param(judged ? random.nextBoolean() : null)
				.param(judged ? random.nextBoolean() : null)
				.param(open ? null : Timestamp.from(presented.plus(Duration.ofDays(40))))
				.param(one(random, "NETWORK", "BILLING", "PLATFORM", null))
				.update();
			term(number, "ES-G", true, presented, Duration.ofDays(21), answer, !answered && random.nextInt(4) == 0);
			if (random.nextInt(3) == 0) {
				term(number, "ES-B", false, presented, Duration.ofDays(5), answer, false);
			}
			for (int j = random.nextInt(3); j > 0; j--) {
				boolean completed = random.nextBoolean() || j > 1;
				this.jdbc.sql("""
						INSERT INTO complaint_cure (complaint_number, missing, until, requested_by, requested_at,
						  completion, completed_at) VALUES (?, 'Eso', '2011-06-01', 'agente', ?, ?, ?)
						""")
					.params(number, Timestamp.from(presented))
					.param(completed ? "Aquí" : null)
					.param(completed ? Timestamp.from(presented) : null)
					.update();
				this.jdbc.sql("""
						INSERT INTO complaint_point (matter_number, position, words, ruling, reason, norm)
						VALUES (?, ?, 'Eso', ?, 'Porque sí', 'Ley')
						""").params(number, j, one(random, "GRANTED", "PARTLY", "REFUSED")).update();
			}
		}
	}

	private void term(String number, String code, boolean binding, Instant presented, Duration within, Instant answer,
			boolean missed) {
		Instant due = presented.plus(within);
		this.jdbc.sql("""
				INSERT INTO complaint_term (complaint_number, code, position, binding, norm, told, because, started_at,
				  warn_at, due_at, missed_at, met_at) VALUES (?, ?, ?, ?, 'Ley de ' || ?, 'Pronto', '{}', ?, ?, ?, ?, ?)
				""")
			.params(number, code, binding ? 0 : 1, binding, code, Timestamp.from(presented), Timestamp.from(presented),
					Timestamp.from(due))
			.param((missed || answer != null && !answer.isBefore(due)) ? Timestamp.from(due) : null)
			.param((answer == null) ? null : Timestamp.from(answer))
			.update();
	}

	private static String one(Random random, String... values) {
		return values[random.nextInt(values.length)];
	}

}
