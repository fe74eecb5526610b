package dev.escala.benchmark;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

import dev.escala.decisionlog.RulingCorpus;
import dev.escala.decisionlog.RulingFilter;
import dev.escala.decisionlog.RulingSearch;
import dev.escala.support.EscalaTest;
import dev.escala.web.PageRequest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long the register of decisions takes to answer among 5,000 decisions, beside a scan
 * of the table for the same words, which finds neither plurals nor synonyms and ranks
 * nothing or by the number of words. {@code -Dbenchmark.questions=20} makes it shorter.
 */
@EscalaTest
class DecisionSearchBenchmark {

	private static final int RULINGS = 5000;

	private static final int QUESTIONS = Integer.getInteger("benchmark.questions", 100);

	private static final int WARM = 20;

	private static final PageRequest PAGE = new PageRequest(0, 25, "-relevance");

	private static final String TEXT = "concat_ws(' ', subject, question, decision, conditions, reasoning, party)";

	@Autowired
	private RulingSearch search;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	@Test
	void measure() throws Exception {
		RulingCorpus.write(this.jdbc, RULINGS, 1, this.clock.instant());
		List<String[]> questions = RulingCorpus.questions(WARM + QUESTIONS, 2);
		StringBuilder report = new StringBuilder(String.format(Locale.ROOT,
				"%n%d processors, load average %.1f, %d decisions, %d questions%n%n| %-22s | %9s | %9s | %9s |%n"
						+ "|------------------------|----------:|----------:|----------:|%n",
				Runtime.getRuntime().availableProcessors(),
				ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), RULINGS, QUESTIONS, "", "p50",
				"p99", "max"));
		compare("search", "scan, all words", 0,
				(text) -> this.search.search(new RulingFilter(text, null, null, null), PAGE), this::scanAll, questions,
				report);
		compare("similar", "scan, any word", 1, (text) -> this.search.similar(text, null, Set.of(), 5), this::scanAny,
				questions, report);
		System.out.println(report);
		Files.writeString(Path.of("target", "decision-search.txt"), report);
		RulingCorpus.remove(this.jdbc);
	}

	/** One after the other for each question, so that both meet the same machine. */
	private static void compare(String name, String other, int part, Consumer<String> ours, Consumer<String> scan,
			List<String[]> questions, StringBuilder report) {
		double[] first = new double[QUESTIONS];
		double[] second = new double[QUESTIONS];
		for (int i = 0; i < questions.size(); i++) {
			String text = questions.get(i)[part];
			double one = milliseconds(ours, text);
			double two = milliseconds(scan, text);
			if (i >= WARM) {
				first[i - WARM] = one;
				second[i - WARM] = two;
			}
		}
		report.append(row(name, first)).append(row(other, second));
		report.append(String.format(Locale.ROOT, "%s takes %.2f of the scan's time at p50, %.2f at p99%n", name,
				percentile(first, 50) / percentile(second, 50), percentile(first, 99) / percentile(second, 99)));
	}

	private static double milliseconds(Consumer<String> action, String text) {
		long start = System.nanoTime();
		action.accept(text);
		return (System.nanoTime() - start) / 1e6;
	}

	private static String row(String name, double[] times) {
		return String.format(Locale.ROOT, "| %-22s | %6.1f ms | %6.1f ms | %6.1f ms |%n", name, percentile(times, 50),
				percentile(times, 99), percentile(times, 100));
	}

	private static double percentile(double[] times, int percent) {
		Arrays.sort(times);
		return times[(int) Math.ceil(percent / 100.0 * times.length) - 1];
	}

	private void scanAll(String text) {
		String[] patterns = patterns(text);
		this.jdbc
			.sql("SELECT number, subject, decision, count(*) OVER () FROM ruling WHERE NOT EXISTS (SELECT 1 FROM "
					+ "unnest(?::text[]) AS word WHERE " + TEXT + " NOT ILIKE word) ORDER BY decided_at DESC LIMIT 25")
			.param(patterns)
			.query()
			.listOfRows();
	}

	private void scanAny(String text) {
		this.jdbc
			.sql("SELECT number, subject, (SELECT count(*) FROM unnest(?::text[]) AS word WHERE " + TEXT
					+ " ILIKE word) AS words FROM ruling ORDER BY words DESC LIMIT 5")
			.param(patterns(text))
			.query()
			.listOfRows();
	}

	private static String[] patterns(String text) {
		return Arrays.stream(text.split("[^\\p{L}\\p{N}]+"))
			.filter((word) -> word.length() > 3)
			.distinct()
			.map((word) -> "%" + word + "%")
			.toArray(String[]::new);
	}

}
