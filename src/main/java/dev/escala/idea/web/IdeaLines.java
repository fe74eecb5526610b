package dev.escala.idea.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import dev.escala.idea.Idea;
import dev.escala.idea.IdeaFigures;
import dev.escala.measure.Gauges;
import dev.escala.measure.Measure;
import dev.escala.measure.MonthNames;
import dev.escala.measure.Months;
import dev.escala.measure.Series;
import dev.escala.staffing.PersonNames;
import dev.escala.staffing.PersonSearch;
import dev.escala.text.Dates;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the pages of ideas show, and what their forms offer. */
@Component
class IdeaLines {

	private static final int MONTHS = 12;

	private final IdeaFigures figures;

	private final Gauges gauges;

	private final PersonNames names;

	private final PersonSearch search;

	private final Clock clock;

	IdeaLines(IdeaFigures figures, Gauges gauges, PersonNames names, PersonSearch search, Clock clock,
			@Value("${escala.zone}") ZoneId zone) {
		this.figures = figures;
		this.gauges = gauges;
		this.names = names;
		this.search = search;
		this.clock = clock.withZone(zone);
	}

	/** A line of the list. */
	Line of(Idea one) {
		IdeaFigures.Compared compared = this.figures.of(one);
		return new Line(one, this.names.name(one.owner()), one.gauge().told(compared.before()),
				one.gauge().told(compared.after()), one.gauge().change(compared.before(), compared.after()),
				Dates.figures(one.trial().decideOn()),
				one.isOpen() && !one.trial().decideOn().isAfter(LocalDate.now(this.clock)));
	}

	/** The plot of one. */
	Series series(Idea one) {
		return this.figures.series(one);
	}

	/** The months whose figure somebody may enter, the last first. */
	List<Map<String, String>> months() {
		YearMonth last = this.gauges.lastMonth();
		return Months.upTo(last, MONTHS)
			.each()
			.stream()
			.sorted((one, other) -> other.compareTo(one))
			.map((month) -> Map.of("value", month.toString(), "label", MonthNames.within(month)))
			.toList();
	}

	/** By what an idea can be measured. */
	List<Measure> measures() {
		return this.gauges.measures();
	}

	/** Whom the form offers. */
	List<Map<String, String>> people() {
		return this.search.choices();
	}

	/**
	 * A line.
	 *
	 * @param one the idea
	 * @param owner the name of who answers for it
	 * @param before the figure before, as people read it
	 * @param after the figure after, so far
	 * @param change what became of it
	 * @param decideOn the day of the decision, as people write it
	 * @param due whether it is to be decided now
	 */
	public record Line(Idea one, String owner, String before, String after, String change, String decideOn,
			boolean due) {
	}

}
