package dev.escala.pursuit.profile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

import dev.escala.text.Amounts;
import dev.escala.validation.Fields;

/**
 * What a purchase is worth to whoever buys, in their own money (004-12). The money is
 * spent at the beginning and comes back in equal parts at the end of each year.
 * <ul>
 * <li>ROI: (gain × years − investment) ÷ investment.</li>
 * <li>TIR (internal rate of return): the yearly rate r with investment = gain ÷ (1+r) + …
 * + gain ÷ (1+r)<sup>years</sup>; the sum falls as r grows, so that halving finds the
 * only one.</li>
 * <li>Payback: investment ÷ gain, in years, begun months counted whole.</li>
 * </ul>
 *
 * @param investment what they spend once, more than nothing
 * @param yearlyGain what they save or earn with it each year, more than nothing
 * @param years how long it lasts, 1 to 30
 * @throws dev.escala.validation.InvalidInputException naming every field that is wrong
 */
public record TargetFigures(BigDecimal investment, BigDecimal yearlyGain, int years) {

	private static final BigDecimal MOST = new BigDecimal("999999999.99");

	private static final int MONTHS = 12;

	private static final int LONGEST = 30;

	/** So often halved, a range of rates is narrower than a millionth of a percent. */
	private static final int HALVINGS = 120;

	public TargetFigures {
		Fields fields = new Fields();
		amount(fields, "investment", "lo que se invierte", investment);
		amount(fields, "yearlyGain", "lo que se gana al año", yearlyGain);
		if (years < 1 || years > LONGEST) {
			fields.refuse("years", "Los años van de 1 a " + LONGEST + "; no " + years + ".");
		}
		fields.done();
	}

	private static void amount(Fields fields, String field, String label, BigDecimal amount) {
		if (amount == null) {
			fields.refuse(field, "Falta " + label + ".");
		}
		else if (amount.signum() <= 0 || amount.compareTo(MOST) > 0 || amount.stripTrailingZeros().scale() > 2) {
			fields.refuse(field, "El importe de " + label + " es mayor que cero, con dos decimales como mucho.");
		}
	}

	/** Return on investment in percent, with one decimal. */
	public BigDecimal roiPercent() {
		return this.yearlyGain.multiply(BigDecimal.valueOf(this.years))
			.subtract(this.investment)
			.multiply(BigDecimal.valueOf(100))
			.divide(this.investment, 1, RoundingMode.HALF_UP);
	}

	/**
	 * Internal rate of return in percent and year, with one decimal; negative where less
	 * comes back than was spent. Empty beyond 1000 % a year, which says nothing any more.
	 */
	public Optional<BigDecimal> irrPercent() {
		double least = -0.9999;
		double most = 10;
		if (present(most) > this.investment.doubleValue()) {
			return Optional.empty();
		}
		for (int i = 0; i < HALVINGS; i++) {
			double middle = (least + most) / 2;
			if (present(middle) > this.investment.doubleValue()) {
				least = middle;
			}
			else {
				most = middle;
			}
		}
		return Optional.of(BigDecimal.valueOf(least * 100).setScale(1, RoundingMode.HALF_UP));
	}

	/** After how many months it has paid for itself. */
	public int paybackMonths() {
		return this.investment.multiply(BigDecimal.valueOf(MONTHS))
			.divide(this.yearlyGain, 0, RoundingMode.CEILING)
			.intValue();
	}

	/** The three as a Spanish sentence. */
	public String told() {
		String tir = irrPercent().map((rate) -> "TIR " + comma(rate) + " % al año").orElse("TIR de más del 1.000 %");
		int months = paybackMonths();
		return "ROI " + comma(roiPercent()) + " % en " + this.years + ((this.years == 1) ? " año" : " años") + ", "
				+ tir + ", se recupera en " + months + ((months == 1) ? " mes" : " meses") + ".";
	}

	private static String comma(BigDecimal number) {
		return Amounts.said(number);
	}

	private double present(double rate) {
		double value = 0;
		for (int year = 1; year <= this.years; year++) {
			value += this.yearlyGain.doubleValue() / Math.pow(1 + rate, year);
		}
		return value;
	}

}
