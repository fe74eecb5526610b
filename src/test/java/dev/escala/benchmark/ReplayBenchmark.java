package dev.escala.benchmark;

import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.replay.ReplayRun;
import dev.escala.modelgate.replay.ReplayWorker;
import dev.escala.modelgate.replay.Replays;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.routing.DecisionArchive;
import dev.escala.routing.FiledDecision;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long the replay of 10,000 decisions takes, reading and writing included, beside
 * Camunda's bare decision engine on the same table and inputs, while cases are worked;
 * and how much slower that makes the work.
 */
@EscalaTest
class ReplayBenchmark {

	private static final String DECISION = "escalationSeverity";

	private static final Duration ALONE = Duration.ofSeconds(10);

	private static final int DECISIONS = Integer.getInteger("benchmark.decisions", 10_000);

	@Autowired
	private Replays replays;

	@Autowired
	private ReplayWorker worker;

	@Autowired
	private DecisionArchive archive;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Customers customers;

	@Test
	void measure() throws Exception {
		this.jdbc.sql("""
				INSERT INTO decision_record (case_number, decided_at, decision, version, inputs, matches)
				SELECT 'ESC-BENCH-' || n, now(), 'escalationSeverity', 1,
				  jsonb_build_object('impact', (ARRAY['LOW','MEDIUM','HIGH'])[1 + n % 3],
				    'urgency', (ARRAY['LOW','MEDIUM','HIGH'])[1 + n / 3 % 3],
				    'tier', (ARRAY['STANDARD','SILVER','GOLD'])[1 + n / 9 % 3], 'major', n % 10 = 0),
				  '[{"ruleId":"r","reason":"","outputs":{"severity":"HIGH"}}]' FROM generate_series(1, ?) n
				""").param(DECISIONS).update();
		byte[] table = Files.readAllBytes(Path.of("dmn/escalation-severity.dmn"));
		// Read once: the work beside it adds records of its own.
		List<FiledDecision> records = records();
		replay(table, DECISIONS / 5);
		bare(table, records);
		Measured alone = worked(() -> {
			new CountDownLatch(1).await(ALONE.toMillis(), TimeUnit.MILLISECONDS);
			return 0.0;
		});
		Measured bare = worked(() -> Math.max(bare(table, records), bare(table, records)));
		Measured replay = worked(() -> Math.max(replay(table, DECISIONS), replay(table, DECISIONS)));

		String report = String.format(Locale.ROOT, """

				%d processors, load average %.1f, while one person works cases
				replay %.0f decisions a second, bare engine %.0f: %.2f times
				cases a second: %.2f alone, %.2f beside the bare engine, %.2f beside the replay (%.2f times slower)
				""", Runtime.getRuntime().availableProcessors(),
				ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), replay.decisions(),
				bare.decisions(), replay.decisions() / bare.decisions(), alone.cases(), bare.cases(), replay.cases(),
				alone.cases() / replay.cases());
		System.out.println(report);
		Files.writeString(Path.of("target", "replay.txt"), report);
		this.jdbc.sql("DELETE FROM decision_record WHERE case_number LIKE 'ESC-BENCH-%'").update();
		assertThat(replay.decisions()).isGreaterThan(0.8 * bare.decisions());
	}

	/** Measures while somebody reports cases and takes them over, one after the other. */
	private Measured worked(Callable<Double> measured) throws Exception {
		CaseDriver people = new CaseDriver(this.engine);
		people.staff();
		if (this.customers.findByCode("BENCH").isEmpty()) {
			this.customers.create(new SaveCustomer("BENCH", "Medidas", Tier.GOLD, "es",
					List.of(new Customer.Contact("Compras", "medidas@cliente.example", null, true)), List.of()));
		}
		AtomicBoolean over = new AtomicBoolean();
		CompletableFuture<Double> work = CompletableFuture.supplyAsync(() -> {
			long start = System.nanoTime();
			int cases = 0;
			while (!over.get()) {
				CaseNumber number = people.report("agente", Forms.report("BENCH"));
				people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
				cases++;
			}
			return cases * 1e9 / (System.nanoTime() - start);
		});
		try {
			double decisions = measured.call();
			over.set(true);
			return new Measured(decisions, work.get(1, TimeUnit.MINUTES));
		}
		finally {
			over.set(true);
		}
	}

	private double replay(byte[] table, int decisions) {
		ReplayRun run = this.replays.startLatest(new ModelFile("escalation-severity.dmn", table), decisions,
				new UserId("propietario"));
		long start = System.nanoTime();
		this.worker.run();
		long end = System.nanoTime();
		assertThat(this.replays.get(run.id()).done()).isEqualTo(decisions);
		return decisions * 1e9 / (end - start);
	}

	private List<FiledDecision> records() {
		List<String> keys = List.of(DECISION);
		return this.archive.next(keys, this.archive.latest(keys, DECISIONS), 0, DECISIONS);
	}

	/** Camunda's own engine and FEEL; its inputs are read before the clock runs. */
	private static double bare(byte[] table, List<FiledDecision> records) {
		DmnEngine engine = new DefaultDmnEngineConfiguration().buildEngine();
		DmnDecision decision = engine.parseDecision(DECISION, new ByteArrayInputStream(table));
		List<Map<String, Object>> inputs = records.stream()
			.map((record) -> (Map<String, Object>) new HashMap<>(record.decision().inputs()))
			.toList();
		long start = System.nanoTime();
		inputs.forEach((one) -> engine.evaluateDecisionTable(decision, one));
		return inputs.size() * 1e9 / (System.nanoTime() - start);
	}

	/**
	 * What was measured.
	 *
	 * @param decisions how many were taken a second
	 * @param cases how many were worked a second meanwhile
	 */
	private record Measured(double decisions, double cases) {
	}

}
