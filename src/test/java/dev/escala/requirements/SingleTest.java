package dev.escala.requirements;

import java.util.ArrayList;
import java.util.List;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs one test, in this virtual machine and on the application that runs already. What
 * its class checks of all its tests together is left aside.
 */
class SingleTest {

	private final Launcher launcher = LauncherFactory.create();

	Result run(TakenAway of) {
		LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
			.selectors(DiscoverySelectors.selectMethod(of.type(), of.test().orElseThrow()))
			.build();
		Collector collector = new Collector();
		this.launcher.execute(request, collector);
		return new Result(collector.passed, List.copyOf(collector.failures));
	}

	/**
	 * How the test ended.
	 *
	 * @param passed how many of its examples passed
	 * @param failures what the others said
	 */
	record Result(int passed, List<String> failures) {

		boolean isGreen() {
			return this.passed > 0 && this.failures.isEmpty();
		}

		boolean isRed() {
			return !this.failures.isEmpty();
		}

		@Override
		public String toString() {
			return isRed() ? "red: " + this.failures.get(0) : (isGreen() ? "green" : "did not run");
		}

	}

	private static final class Collector implements TestExecutionListener {

		private int passed;

		private final List<String> failures = new ArrayList<>();

		@Override
		public void executionFinished(TestIdentifier test, TestExecutionResult result) {
			if (test.isTest() && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
				this.passed++;
			}
			else if (test.isTest() && result.getStatus() == TestExecutionResult.Status.FAILED) {
				this.failures.add(result.getThrowable()
					.map((thrown) -> String.valueOf(thrown.getMessage()).strip().replaceAll("\\s+", " "))
					.map((said) -> (said.length() > 120) ? said.substring(0, 120) + "…" : said)
					.orElse("without a word"));
			}
		}

	}

}
