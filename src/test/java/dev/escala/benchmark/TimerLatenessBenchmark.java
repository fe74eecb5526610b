package dev.escala.benchmark;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.escala.support.ApplicationNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * How late the deadlines of cases are noticed: with Escala's settings and with those that
 * Camunda's starter comes with, on a node that is idle and on one whose people work.
 * {@code -Dbenchmark.timers=200} makes it shorter, {@code -Dbenchmark.groups=1} and
 * {@code -Dbenchmark.busy-seconds=20} even more. It fails where the people of the busy
 * node are refused: that node was not busy.
 */
class TimerLatenessBenchmark {

	private static final int TIMERS = Integer.getInteger("benchmark.timers", 1000);

	/** Due timers that a node finds when it starts to be busy. */
	private static final int BACKLOG = TIMERS / 20;

	private static final int PEOPLE = 8;

	/** The clocks that nobody but the process that watches each of them looks at. */
	private static final String MEASURED = "clock IN ('ACKNOWLEDGEMENT', 'ANSWER', 'RESOLUTION')";

	private static final int CLOCKS = 3;

	/** On an idle node timers come in groups, with silence between them. */
	private static final int GROUPS = Integer.getInteger("benchmark.groups", 5);

	private static final int GROUP_SECONDS = 10;

	private static final int SILENCE_SECONDS = 30;

	private static final int BUSY_SECONDS = Integer.getInteger("benchmark.busy-seconds", 120);

	/** So long people work before the first deadline on the busy node. */
	private static final int WARM_SECONDS = 30;

	private static final List<String> JAVA = List.of("-Xmx1g");

	private static final Map<String, Object> ESCALA = Map.of();

	private static final String JOBS = "camunda.bpm.job-execution.";

	private static final String ENGINE = "camunda.bpm.generic-properties.properties.";

	/** What counts where application.yaml of a project with the starter says nothing. */
	private static final Map<String, Object> STARTER = Map.ofEntries(Map.entry(JOBS + "core-pool-size", 3),
			Map.entry(JOBS + "max-pool-size", 10), Map.entry(JOBS + "queue-capacity", 3),
			Map.entry(JOBS + "max-jobs-per-acquisition", 3), Map.entry(JOBS + "lock-time-in-millis", 300_000),
			Map.entry(JOBS + "wait-time-in-millis", 5000), Map.entry(JOBS + "max-wait", 60_000),
			Map.entry(JOBS + "backoff-time-in-millis", 0), Map.entry(JOBS + "max-backoff", 0),
			Map.entry(ENGINE + "jobExecutorAcquireByDueDate", false),
			Map.entry(ENGINE + "ensureJobDueDateNotNull", false));

	private static final String BASE = "base";

	private EmbeddedPostgres postgres;

	private int runs;

	@Test
	void measure() throws Exception {
		StringBuilder report = new StringBuilder();
		try (EmbeddedPostgres server = EmbeddedPostgres.builder()
			.setServerConfig("fsync", "on")
			.setServerConfig("synchronous_commit", "on")
			.start()) {
			this.postgres = server;
			prepare();
			Map<String, Lateness> escala = measure("Escala", ESCALA, report);
			Map<String, Lateness> starter = measure("starter's defaults", STARTER, report);
			escala.forEach((node, lateness) -> report.append(lateness.ratio(starter.get(node), node)));
		}
		report.insert(0, String.format("%n%d processors, %d timers, backlog of %d on the busy node%n%n",
				Runtime.getRuntime().availableProcessors(), TIMERS, BACKLOG) + Lateness.HEAD);
		System.out.println(report);
		Files.writeString(Path.of("target", "timer-lateness.txt"), report);
	}

	/**
	 * A database of cases with three such clocks each, all of them warned of: the next
	 * timer of each is its deadline. The first clocks of all cases come before the second
	 * ones, so that not everything that is due at a time belongs to one case.
	 */
	private void prepare() throws Exception {
		jdbc("postgres").sql("CREATE DATABASE " + BASE).update();
		try (ApplicationNode node = ApplicationNode.start("benchmark-base", url(BASE), JAVA, ESCALA)) {
			node.person("agente", "agents");
			node.person("tecnica", "technology");
			node.person("gerente", "managers");
			ApplicationNode.require(201, node.as("agente").json("POST", "/api/customers", """
					{"code": "NORTE", "name": "Clínica del Norte", "tier": "GOLD", "language": "es", "services": [],
					 "contacts": [{"name": "Compras", "email": "compras@norte.example", "primary": true}]}"""));
			WorkingDay.report(node, (TIMERS + BACKLOG + CLOCKS - 1) / CLOCKS);
			JdbcClient jdbc = jdbc(BASE);
			// Nothing else may become due while the runs last.
			jdbc.sql("UPDATE deadline SET warn_at = warn_at + interval '2 days', due_at = due_at + interval '2 days'")
				.update();
			jdbc.sql("UPDATE ACT_RU_JOB SET DUEDATE_ = DUEDATE_ + interval '2 days'").update();
			jdbc.sql("UPDATE deadline SET warn_at = now() WHERE " + MEASURED).update();
			jdbc.sql("UPDATE ACT_RU_JOB j SET DUEDATE_ = now() AT TIME ZONE 'UTC' FROM deadline d "
					+ "WHERE d.watch_id = j.PROCESS_INSTANCE_ID_ AND " + MEASURED)
				.update();
			await("everybody is warned").until(
					() -> count(jdbc, "SELECT count(*) FROM deadline WHERE warned_at IS NULL AND " + MEASURED),
					(left) -> left == 0);
			jdbc.sql("CREATE TABLE benchmark_timer AS SELECT id, watch_id, row_number() OVER (ORDER BY clock, id) - 1 "
					+ "AS n FROM deadline WHERE warned_at IS NOT NULL")
				.update();
			node.stop();
		}
	}

	private Map<String, Lateness> measure(String name, Map<String, Object> settings, StringBuilder report)
			throws Exception {
		Map<String, Lateness> found = new LinkedHashMap<>();
		found.put("idle", idle(name, settings));
		report.append(found.get("idle").row(name, "idle"));
		found.put("busy", busy(name, settings));
		report.append(found.get("busy").row(name, "busy"));
		return found;
	}

	private Lateness idle(String name, Map<String, Object> settings) {
		String database = copy();
		try (ApplicationNode node = ApplicationNode.start("benchmark-" + database, url(database), JAVA, settings)) {
			JdbcClient jdbc = jdbc(database);
			double within = (double) GROUP_SECONDS * GROUPS / TIMERS;
			// One after the other, the first group after a silence too.
			return run(jdbc, name + ", idle", SILENCE_SECONDS + " + (n / %1$d) * %2$d + (n %% %1$d) * %3$s"
				.formatted(TIMERS / GROUPS, GROUP_SECONDS + SILENCE_SECONDS, within));
		}
	}

	private Lateness busy(String name, Map<String, Object> settings) throws Exception {
		String database = copy();
		try (ApplicationNode node = ApplicationNode.start("benchmark-" + database, url(database), JAVA, settings)) {
			JdbcClient jdbc = jdbc(database);
			try (WorkingDay day = WorkingDay.begin(node, PEOPLE)) {
				// A node that just started is slow for another reason.
				await("people are at work").pollDelay(Duration.ofSeconds(WARM_SECONDS)).until(() -> true);
				arm(jdbc, "b.n >= " + TIMERS, "-3600");
				Lateness lateness = run(jdbc, name + ", busy", "n * %s".formatted((double) BUSY_SECONDS / TIMERS));
				System.out.println("  " + day.end());
				return lateness;
			}
		}
	}

	/** Lets the deadlines pass that many seconds from now, and waits for all misses. */
	private Lateness run(JdbcClient jdbc, String name, String seconds) {
		long jobsBefore = jobsDone(jdbc);
		arm(jdbc, "b.n < " + TIMERS, seconds);
		await("every miss is noticed")
			.until(() -> count(jdbc, "SELECT count(*) FROM deadline d JOIN benchmark_timer b USING (id) WHERE b.n < "
					+ TIMERS + " AND breached_at IS NULL"), (left) -> left == 0);
		double[] lateness = jdbc
			.sql("SELECT extract(epoch FROM breached_at - due_at)::float8 FROM deadline JOIN benchmark_timer b "
					+ "USING (id) WHERE b.n < " + TIMERS)
			.query(Double.class)
			.list()
			.stream()
			.mapToDouble(Double::doubleValue)
			.toArray();
		double duration = jdbc
			.sql("SELECT extract(epoch FROM max(breached_at) - min(due_at))::float8 FROM deadline "
					+ "JOIN benchmark_timer b USING (id) WHERE b.n < " + TIMERS)
			.query(Double.class)
			.single();
		Lateness found = Lateness.of(lateness, (jobsDone(jdbc) - jobsBefore) / duration);
		System.out.printf(Locale.ROOT, "%s  (load average %.1f)%n", found.row(name, "").strip(),
				ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
		return found;
	}

	/** Lets deadlines pass that many seconds from now. */
	private static void arm(JdbcClient jdbc, String which, String seconds) {
		String due = "now() + interval '1 second' * (" + seconds + ")";
		// Begun and warned of before, however long ago it was due.
		jdbc.sql("UPDATE deadline d SET due_at = " + due + ", warn_at = least(warn_at, " + due
				+ " - interval '1 minute'), " + "started_at = least(started_at, " + due + " - interval '2 minutes') "
				+ "FROM benchmark_timer b WHERE b.id = d.id AND " + which)
			.update();
		jdbc.sql("UPDATE ACT_RU_JOB j SET DUEDATE_ = d.due_at AT TIME ZONE 'UTC' FROM deadline d "
				+ "JOIN benchmark_timer b USING (id) WHERE b.watch_id = j.PROCESS_INSTANCE_ID_ AND " + which)
			.update();
	}

	private static long jobsDone(JdbcClient jdbc) {
		return count(jdbc, "SELECT count(*) FROM ACT_HI_JOB_LOG WHERE JOB_STATE_ = 2");
	}

	private static long count(JdbcClient jdbc, String sql) {
		return jdbc.sql(sql).query(Long.class).single();
	}

	private String copy() {
		String name = "run_" + (++this.runs);
		jdbc("postgres").sql("CREATE DATABASE " + name + " TEMPLATE " + BASE).update();
		jdbc(name).sql("ANALYZE").update();
		return name;
	}

	private JdbcClient jdbc(String database) {
		return JdbcClient.create(new DriverManagerDataSource(url(database), "postgres", "postgres"));
	}

	private String url(String database) {
		return this.postgres.getJdbcUrl("postgres", database);
	}

	private static ConditionFactory await(String what) {
		return Awaitility.await(what).atMost(Duration.ofMinutes(15)).pollInterval(Duration.ofSeconds(1));
	}

}
