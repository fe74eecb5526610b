package dev.escala.benchmark;

import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.replay.ReplayRun;
import dev.escala.modelgate.replay.ReplayWorker;
import dev.escala.modelgate.replay.Replays;
import dev.escala.reference.UserId;
import dev.escala.routing.DecisionArchive;
import dev.escala.routing.FiledDecision;
import dev.escala.support.EscalaTest;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long the replay of 10,000 decisions takes, reading and writing included, beside
 * Camunda's bare decision engine on the same table and inputs.
 */
@EscalaTest
class ReplayBenchmark {

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
		replay(table, DECISIONS / 5);
		bare(table, DECISIONS / 5);

		double bare = bare(table, DECISIONS);
		double replay = replay(table, DECISIONS);
		bare = Math.max(bare, bare(table, DECISIONS));
		replay = Math.max(replay, replay(table, DECISIONS));

		String report = String.format(Locale.ROOT,
				"%n%d processors, load average %.1f: replay %.0f decisions a second, bare engine %.0f: %.2f times%n",
				Runtime.getRuntime().availableProcessors(),
				ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), replay, bare, replay / bare);
		System.out.println(report);
		Files.writeString(Path.of("target", "replay.txt"), report);
		this.jdbc.sql("DELETE FROM decision_record WHERE case_number LIKE 'ESC-BENCH-%'").update();
		assertThat(replay).isGreaterThan(0.8 * bare);
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

	/** Camunda's own engine and FEEL; its inputs are read before the clock runs. */
	private double bare(byte[] table, int decisions) {
		List<String> keys = List.of("escalationSeverity");
		List<FiledDecision> records = this.archive.next(keys, this.archive.latest(keys, decisions), 0, decisions);
		DmnEngine engine = new DefaultDmnEngineConfiguration().buildEngine();
		DmnDecision decision = engine.parseDecision(keys.get(0), new ByteArrayInputStream(table));
		List<Map<String, Object>> inputs = records.stream()
			.map((record) -> (Map<String, Object>) new HashMap<>(record.decision().inputs()))
			.toList();
		long start = System.nanoTime();
		inputs.forEach((one) -> engine.evaluateDecisionTable(decision, one));
		return decisions * 1e9 / (System.nanoTime() - start);
	}

}
