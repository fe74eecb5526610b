package dev.escala.benchmark;

import java.util.Arrays;
import java.util.Locale;

/**
 * How late the timers of one run were.
 *
 * @param seconds lateness of each timer, ascending
 * @param jobsPerSecond jobs carried out, from the first due date to the last breach
 */
record Lateness(double[] seconds, double jobsPerSecond) {

	static final String HEAD = "| %-22s | %-5s | %7s | %8s | %8s | %8s | %8s | %8s |%n".formatted("Settings", "Node",
			"Timers", "p50", "p95", "p99", "max", "jobs/s")
			+ "|------------------------|-------|--------:|---------:|---------:|---------:|---------:|---------:|%n"
				.formatted();

	static Lateness of(double[] seconds, double jobsPerSecond) {
		double[] sorted = seconds.clone();
		Arrays.sort(sorted);
		return new Lateness(sorted, jobsPerSecond);
	}

	/** The smallest lateness that this share of the timers does not exceed. */
	double percentile(int percent) {
		int rank = (int) Math.ceil(percent / 100.0 * this.seconds.length);
		return this.seconds[Math.max(rank, 1) - 1];
	}

	String row(String settings, String node) {
		return String.format(Locale.ROOT, "| %-22s | %-5s | %7d | %6.2f s | %6.2f s | %6.2f s | %6.2f s | %8.1f |%n",
				settings, node, this.seconds.length, percentile(50), percentile(95), percentile(99), percentile(100),
				this.jobsPerSecond);
	}

	/** How many times later the other one was. */
	String ratio(Lateness other, String node) {
		return String.format(Locale.ROOT, "%s node: the starter's defaults are %.1f times later at p50, %.1f at p99%n",
				node, other.percentile(50) / percentile(50), other.percentile(99) / percentile(99));
	}

}
