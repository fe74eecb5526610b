package dev.escala.idea;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

import dev.escala.measure.Counted;
import dev.escala.measure.Gauges;
import dev.escala.measure.MonthNames;
import dev.escala.measure.Months;
import dev.escala.measure.Series;
import dev.escala.text.Dates;

import org.springframework.stereotype.Component;

/**
 * What an idea changed: the last whole months before it beside the whole months from its
 * beginning to the day of the decision. Figures on which somebody decided stay as they
 * were then; the others are counted each time.
 */
@Component
public class IdeaFigures {

	private static final int SHOWN = 12;

	private final Gauges gauges;

	IdeaFigures(Gauges gauges) {
		this.gauges = gauges;
	}

	/** Before and after, as far as it is known. */
	public Compared of(Idea idea) {
		Counted before = Optional.ofNullable(idea.before()).orElseGet(() -> counted(idea, idea.trial().before()));
		Counted after = Optional.ofNullable(idea.decision())
			.map(Idea.Decision::after)
			.orElseGet(() -> counted(idea, idea.trial().after()));
		return new Compared(before, after, sentence(idea, before, after));
	}

	/** The months around the idea, at most the last twelve. */
	public Series series(Idea idea) {
		YearMonth last = idea.trial().after().last();
		YearMonth known = this.gauges.lastMonth();
		Months around = new Months(idea.trial().before().first(), last.isBefore(known) ? last : known);
		Months shown = (around.each().size() > SHOWN) ? Months.upTo(around.last(), SHOWN) : around;
		return Series.of(idea.gauge(), shown, this.gauges.monthly(idea.number(), idea.gauge(), shown), null);
	}

	/** How its figure is counted. */
	public String how(Idea idea) {
		return this.gauges.how(idea.gauge());
	}

	/** Nothing of a month that is not over is counted. */
	private Counted counted(Idea idea, Months months) {
		YearMonth known = this.gauges.lastMonth();
		Months over = new Months(months.first(), months.last().isBefore(known) ? months.last() : known);
		return this.gauges.all(idea.number(), idea.gauge(), over);
	}

	private static String sentence(Idea idea, Counted before, Counted after) {
		return idea.gauge().name() + ". Antes, " + told(idea.trial().before()) + ": " + idea.gauge().told(before)
				+ ". Después, " + told(idea.trial().after()) + ": " + idea.gauge().told(after) + ". Resultado: "
				+ idea.gauge().change(before, after) + ".";
	}

	private static String told(Months months) {
		return months.first().equals(months.last()) ? MonthNames.within(months.first())
				: MonthNames.within(months.first()) + " a " + MonthNames.within(months.last());
	}

	/** From when its figure of after is complete. */
	static String first(LocalDate beganOn) {
		return Dates.figures(Idea.Trial.firstMonth(beganOn).plusMonths(1).atDay(1));
	}

	/**
	 * Before and after.
	 *
	 * @param before the months before
	 * @param after the months after
	 * @param told both, in Spanish
	 */
	public record Compared(Counted before, Counted after, String told) {

		/** Whether there is something to compare. */
		public boolean isKnown() {
			return this.before.isKnown() && this.after.isKnown();
		}

	}

}
