package dev.escala.advertised;

import java.time.YearMonth;
import java.util.Map;

import dev.escala.measure.Counted;
import dev.escala.measure.Gauges;
import dev.escala.measure.Months;
import dev.escala.measure.Series;

import org.springframework.stereotype.Component;

/** The last twelve months of a public promise, counted each time. */
@Component
public class PromiseFigures {

	private static final int MONTHS = 12;

	private final Gauges gauges;

	PromiseFigures(Gauges gauges) {
		this.gauges = gauges;
	}

	/** What of the last twelve months is known. */
	public Map<YearMonth, Counted> year(PublicPromise promise) {
		return this.gauges.monthly(promise.number(), promise.gauge(), months());
	}

	/** The last twelve months that are over. */
	public Months months() {
		return Months.upTo(this.gauges.lastMonth(), MONTHS);
	}

	/** The plot of those months. */
	public Series series(PublicPromise promise, Map<YearMonth, Counted> year) {
		return Series.of(promise.gauge(), months(), year, promise.threshold());
	}

	/** The last month, in a sentence. */
	public String sentence(PublicPromise promise, Map<YearMonth, Counted> year) {
		YearMonth last = this.gauges.lastMonth();
		return ComparePromises.sentence(promise, last, year.getOrDefault(last, Counted.NOTHING));
	}

	/** How its figure is counted. */
	public String how(PublicPromise promise) {
		return this.gauges.how(promise.gauge());
	}

}
