package dev.escala.measure;

import java.math.BigDecimal;

import dev.escala.text.Shortening;
import dev.escala.validation.Fields;

/** A figure as people type it: {@code 71}, {@code 71,5} or {@code 71.5}. */
public final class TypedNumber {

	private static final int SHOWN = 40;

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private TypedNumber() {
	}

	/**
	 * Reads the figure.
	 * @param fields where a refusal goes, under the given field
	 * @return the figure, or {@code null} where it was refused
	 */
	public static BigDecimal read(Fields fields, String field, String typed, Unit unit) {
		String text = (typed == null) ? "" : typed.strip();
		if (text.isEmpty()) {
			fields.refuse(field, "Falta la cifra.");
			return null;
		}
		if (!text.matches("\\d{1,9}([.,]\\d{1,2})?")) {
			fields.refuse(field, "«" + Shortening.withEllipsis(text, SHOWN)
					+ "» no es una cifra: escriba un número desde 0, con dos decimales como mucho y sin puntos de millar.");
			return null;
		}
		BigDecimal value = new BigDecimal(text.replace(',', '.'));
		if (unit == Unit.PERCENT && value.compareTo(HUNDRED) > 0) {
			fields.refuse(field, "Un tanto por ciento va de 0 a 100.");
			return null;
		}
		return value;
	}

}
