package dev.escala.pipeline.exported;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.validation.InvalidInputException;

/**
 * How the amounts and dates of a file are written, told by all of its rows together:
 * {@code 1.200} says nothing alone, and with {@code 980,50} two rows below it does.
 */
final class ColumnStyles {

	private final Map<AmountStyle, Seen> amounts = new EnumMap<>(AmountStyle.class);

	private final Map<DateOrder, Seen> dates = new EnumMap<>(DateOrder.class);

	private Seen openAmount;

	private Seen openDate;

	private boolean anyAmount;

	private boolean anyDate;

	/** Looks at a cell; the first of its kind is remembered. */
	void look(ExportField field, String text, long line) {
		if (field == ExportField.AMOUNT) {
			this.anyAmount = true;
			AmountStyle.told(text).ifPresent((style) -> this.amounts.putIfAbsent(style, new Seen(line, text)));
			if (this.openAmount == null && AmountStyle.isUndecidable(text)) {
				this.openAmount = new Seen(line, text);
			}
		}
		else if (field == ExportField.CLOSE_DATE || field == ExportField.CREATED_AT) {
			this.anyDate = true;
			DateOrder.told(text).ifPresent((order) -> this.dates.putIfAbsent(order, new Seen(line, text)));
			if (this.openDate == null && DateOrder.isUndecidable(text)) {
				this.openDate = new Seen(line, text);
			}
		}
	}

	/**
	 * How amounts are written; {@code null} where there are none, or somebody has to say.
	 * @param chosen what somebody says, or {@code null}
	 * @throws InvalidInputException where the file mixes both
	 */
	AmountStyle amounts(AmountStyle chosen) {
		return decided(this.amounts, "importes con punto y con coma decimal")
			.orElse((chosen != null || this.openAmount != null || !this.anyAmount) ? chosen : AmountStyle.POINT);
	}

	/** The same of dates. */
	DateOrder dates(DateOrder chosen) {
		return decided(this.dates, "fechas que empiezan por el día y por el mes")
			.orElse((chosen != null || this.openDate != null || !this.anyDate) ? chosen : DateOrder.DAY_FIRST);
	}

	/** What the file does not tell and nobody has said yet. */
	List<ExportPreview.Question> questions(ExportChoices choices) {
		List<ExportPreview.Question> questions = new ArrayList<>();
		if (this.openAmount != null && amounts(choices.amounts()) == null) {
			questions.add(new ExportPreview.Question("amounts", "El importe «" + this.openAmount.text + "» (línea "
					+ this.openAmount.line + "), ¿lleva el punto o la coma para los decimales o para los millares?"));
		}
		if (this.openDate != null && dates(choices.dates()) == null) {
			questions.add(new ExportPreview.Question("dates", "La fecha «" + this.openDate.text + "» (línea "
					+ this.openDate.line + "), ¿empieza por el día o por el mes?"));
		}
		return questions;
	}

	private static <S> Optional<S> decided(Map<S, Seen> told, String both) {
		if (told.size() > 1) {
			List<Seen> seen = List.copyOf(told.values());
			throw new InvalidInputException("file",
					"El fichero mezcla " + both + ": «" + seen.get(0).text + "» (línea " + seen.get(0).line + ") y «"
							+ seen.get(1).text + "» (línea " + seen.get(1).line
							+ "). Corrija las filas que no son como las demás, o envíelas en otro fichero.");
		}
		return told.keySet().stream().findFirst();
	}

	/**
	 * A cell that told something.
	 *
	 * @param line of the file, from 1
	 * @param text what stands there
	 */
	private record Seen(long line, String text) {
	}

}
