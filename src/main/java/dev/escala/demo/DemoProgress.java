package dev.escala.demo;

import java.util.concurrent.CancellationException;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * How far the cases of the demo are: they are created while people look around already,
 * and whoever misses one reads here why.
 */
@Component("demoHealthIndicator")
@OnlyInDemo
public class DemoProgress implements HealthIndicator {

	private volatile int total;

	private volatile int there;

	private volatile boolean stopping;

	/** Nobody else works on it than the one thread that creates the cases. */
	void expect(int stories) {
		this.total = stories;
	}

	void oneMore() {
		this.there = this.there + 1;
	}

	void stop() {
		this.stopping = true;
	}

	/**
	 * Asked between two steps.
	 * @throws CancellationException when Escala is being stopped: the next start goes on
	 */
	void requireGoing() {
		if (this.stopping) {
			throw new CancellationException();
		}
	}

	/** How many parts of the demo's data there will be; 0 where nothing is to do. */
	public int total() {
		return this.total;
	}

	/** How many of them are there. */
	public int there() {
		return this.there;
	}

	/** Whether some are still to come. */
	public boolean isRunning() {
		return this.there < this.total;
	}

	@Override
	public Health health() {
		return Health.up().withDetail("cases", isRunning() ? this.there + " of " + this.total : "complete").build();
	}

}
