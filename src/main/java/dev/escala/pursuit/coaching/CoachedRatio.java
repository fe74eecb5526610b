package dev.escala.pursuit.coaching;

import java.util.function.Function;

import dev.escala.pursuit.figure.Ratio;
import dev.escala.pursuit.figure.SaleLine;
import dev.escala.pursuit.figure.SaleMeasure;

/** The ratios that practice can better: the input of the table {@code coachingMargin}. */
public enum CoachedRatio {

	/** Appointments out of conversations. */
	APPOINTMENT(SaleMeasure.APPOINTMENT, SaleLine::appointment),

	/** Proposals out of first appointments. */
	PROPOSAL(SaleMeasure.PROPOSAL, SaleLine::proposal),

	/** Won out of proposed. */
	CLOSE(SaleMeasure.CLOSE, SaleLine::close);

	private final SaleMeasure measure;

	private final Function<SaleLine, Ratio> ratio;

	CoachedRatio(SaleMeasure measure, Function<SaleLine, Ratio> ratio) {
		this.measure = measure;
		this.ratio = ratio;
	}

	/** The Spanish name. */
	public String label() {
		return this.measure.label();
	}

	/** Of what it is counted, in Spanish. */
	String text() {
		return this.measure.text();
	}

	/**
	 * What it was in a line, or nothing of nothing where there is none.
	 * @param line the figures of a person, or {@code null}
	 */
	Ratio of(SaleLine line) {
		return (line == null) ? new Ratio(0, 0, null) : this.ratio.apply(line);
	}

}
