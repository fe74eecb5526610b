package dev.escala.measure;

import java.math.BigDecimal;
import java.text.NumberFormat;

import dev.escala.text.Dates;
import dev.escala.text.Sentences;

/**
 * What a thing is measured by.
 *
 * @param measure code of a {@link Measure}, or {@code null} where a person enters the
 * figure each month
 * @param hours within how many hours, where the measure asks for them; else {@code null}
 * @param name its Spanish name
 * @param unit in what
 * @param moreIsBetter whether a greater value is the better one
 */
public record Gauge(String measure, Integer hours, String name, Unit unit, boolean moreIsBetter) {

	/** Whether a person enters it. */
	public boolean isEntered() {
		return this.measure == null;
	}

	/** A value of it as people read it, for example {@code 71,4 %}. */
	public String told(BigDecimal value) {
		return (value == null) ? "sin datos" : number(value) + sign();
	}

	/** The same with what it was counted of. */
	public String told(Counted counted) {
		if (!counted.isKnown()) {
			return "sin datos";
		}
		return told(counted.value()) + (isEntered() ? " (" + Sentences.counted(counted.of(), "mes", "meses") + ")"
				: " (de " + counted.of() + ")");
	}

	/** What is promised, for example {@code al menos 95 %}. */
	public String bound(BigDecimal threshold) {
		return (this.moreIsBetter ? "al menos " : "como mucho ") + told(threshold);
	}

	/** Whether a value is as good as what was promised. */
	public boolean isMet(BigDecimal value, BigDecimal threshold) {
		int compared = value.compareTo(threshold);
		return this.moreIsBetter ? compared >= 0 : compared <= 0;
	}

	/**
	 * What became of one value, in Spanish: better, worse or the same, and by how much.
	 */
	public String change(Counted before, Counted after) {
		if (!before.isKnown() || !after.isKnown()) {
			return "no se puede comparar";
		}
		BigDecimal change = after.value().subtract(before.value());
		if (change.signum() == 0) {
			return "igual";
		}
		return ((change.signum() > 0) == this.moreIsBetter ? "mejor, " : "peor, ") + number(change.abs())
				+ ((this.unit == Unit.PERCENT) ? " puntos" : sign()) + ((change.signum() > 0) ? " más" : " menos");
	}

	private String sign() {
		return this.unit.sign().isEmpty() ? "" : "\u00a0" + this.unit.sign();
	}

	private static String number(BigDecimal value) {
		NumberFormat format = NumberFormat.getInstance(Dates.SPANISH);
		format.setMaximumFractionDigits(2);
		return format.format(value);
	}

}
