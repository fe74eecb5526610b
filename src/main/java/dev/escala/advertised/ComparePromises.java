package dev.escala.advertised;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;

import dev.escala.improvement.Improvement;
import dev.escala.improvement.Improvements;
import dev.escala.measure.Counted;
import dev.escala.measure.Gauges;
import dev.escala.measure.MonthNames;
import dev.escala.measure.Months;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares what we promise with what we did, when a month is over (004-39): where it was
 * not kept, whoever answers for the promise has one task to mend one or the other. Each
 * promise is one transaction, and the row of its month is the lock: killed anywhere, or
 * on two nodes, each month of each promise is compared once.
 */
@Service
public class ComparePromises {

	private static final Logger logger = LoggerFactory.getLogger(ComparePromises.class);

	private static final int CHUNK = 100;

	private final PublicPromiseRepository repository;

	private final Gauges gauges;

	private final Improvements improvements;

	private final PublicPromiseFlow flow;

	private final Timeline timeline;

	private final Clock clock;

	private final TransactionTemplate transaction;

	ComparePromises(PublicPromiseRepository repository, Gauges gauges, Improvements improvements,
			PublicPromiseFlow flow, Timeline timeline, Clock clock, PlatformTransactionManager transactions) {
		this.repository = repository;
		this.gauges = gauges;
		this.improvements = improvements;
		this.flow = flow;
		this.timeline = timeline;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Compares the last month that is over; as often and on as many nodes as one likes.
	 */
	public void compare() {
		YearMonth month = this.gauges.lastMonth();
		List<CaseNumber> chunk = this.repository.notCompared(month, "", CHUNK);
		while (!chunk.isEmpty()) {
			chunk.forEach((number) -> compare(number, month));
			chunk = this.repository.notCompared(month, chunk.get(chunk.size() - 1).value(), CHUNK);
		}
	}

	private void compare(CaseNumber number, YearMonth month) {
		try {
			this.transaction.executeWithoutResult((status) -> this.repository.lock(number)
				.filter(PublicPromise::isPublished)
				.ifPresent((promise) -> compare(promise, month)));
		}
		catch (RuntimeException ex) {
			logger.error("Promise {} is not compared for {}; the next look tries again.", number, month, ex);
		}
	}

	private void compare(PublicPromise promise, YearMonth month) {
		Counted counted = this.gauges.all(promise.number(), promise.gauge(), new Months(month, month));
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		if (!this.repository.compared(promise, month, counted, now)) {
			return;
		}
		if (!counted.isKnown()) {
			if (promise.gauge().isEntered() && !this.flow.isUnderWay(promise.number())) {
				this.flow.start(promise.number(), month, false);
			}
			return;
		}
		if (promise.gauge().isMet(counted.value(), promise.threshold())) {
			return;
		}
		this.timeline.add(promise.number(), UserId.SYSTEM, sentence(promise, month, counted));
		if (!isMended(promise.number()) && !this.flow.isUnderWay(promise.number())) {
			this.flow.start(promise.number(), month, true);
		}
	}

	/** Whether an improvement that came of the promise is under way. */
	public boolean isMended(CaseNumber number) {
		return this.improvements.foundIn(number).stream().anyMatch(Improvement::isOpen);
	}

	/** What was promised beside what was. */
	public static String sentence(PublicPromise promise, YearMonth month, Counted counted) {
		return "Prometemos «" + promise.text() + "»: " + promise.gauge().name() + ", " + promise.promised() + ". En "
				+ MonthNames.within(month) + " fue " + promise.gauge().told(counted) + ".";
	}

}
