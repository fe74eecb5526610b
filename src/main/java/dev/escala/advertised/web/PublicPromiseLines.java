package dev.escala.advertised.web;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;

import dev.escala.advertised.PromiseFigures;
import dev.escala.advertised.PublicPromise;
import dev.escala.measure.Counted;
import dev.escala.measure.Gauges;
import dev.escala.measure.Measure;
import dev.escala.measure.MonthNames;
import dev.escala.measure.Series;
import dev.escala.staffing.PersonNames;
import dev.escala.staffing.PersonSearch;
import dev.escala.text.Dates;

import org.springframework.stereotype.Component;

/** What the pages of public promises show, and what their forms offer. */
@Component
class PublicPromiseLines {

	private final PromiseFigures figures;

	private final Gauges gauges;

	private final PersonNames names;

	private final PersonSearch search;

	PublicPromiseLines(PromiseFigures figures, Gauges gauges, PersonNames names, PersonSearch search) {
		this.figures = figures;
		this.gauges = gauges;
		this.names = names;
		this.search = search;
	}

	/** A line of the list. */
	Line of(PublicPromise one) {
		Map<YearMonth, Counted> year = this.figures.year(one);
		Counted last = year.getOrDefault(this.gauges.lastMonth(), Counted.NOTHING);
		boolean known = last.isKnown();
		return new Line(one, this.names.name(one.owner()), Dates.figures(one.since()), one.promised(),
				one.gauge().told(last), known, known && !one.gauge().isMet(last.value(), one.threshold()),
				this.figures.series(one, year));
	}

	/** The last month of one, in a sentence. */
	String sentence(PublicPromise one) {
		return this.figures.sentence(one, this.figures.year(one));
	}

	/** The months of one, as a file has them. */
	Map<YearMonth, Counted> year(PublicPromise one) {
		return this.figures.year(one);
	}

	/** The last twelve months that are over. */
	List<YearMonth> year() {
		return this.figures.months().each();
	}

	/** The months whose figure somebody may enter, the last first. */
	List<Map<String, String>> months() {
		return year().stream()
			.sorted((one, other) -> other.compareTo(one))
			.map((month) -> Map.of("value", month.toString(), "label", MonthNames.within(month)))
			.toList();
	}

	/** By what a promise can be proved. */
	List<Measure> measures() {
		return this.gauges.measures();
	}

	/** Whom the form offers. */
	List<Map<String, String>> people() {
		return this.search.choices();
	}

	String name(PublicPromise one) {
		return this.names.name(one.owner());
	}

	/**
	 * A line.
	 *
	 * @param one the promise
	 * @param owner the name of who answers for it
	 * @param since since when, as people write it
	 * @param promised what is promised
	 * @param last the last month, as people read it
	 * @param known whether it is known
	 * @param broken whether it is worse than what is promised
	 * @param series the last twelve months
	 */
	public record Line(PublicPromise one, String owner, String since, String promised, String last, boolean known,
			boolean broken, Series series) {
	}

}
