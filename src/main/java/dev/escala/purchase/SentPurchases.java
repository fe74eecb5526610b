package dev.escala.purchase;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.escala.validation.Fields;

/**
 * Documents that another system sends; read by {@link #lines}.
 *
 * @param documents one or several, each number once
 */
public record SentPurchases(List<Document> documents) {

	private static final int MOST_DOCUMENTS = 500;

	private static final int MOST_LINES = 5000;

	private static final long MOST_UNITS = 999_999_999;

	/**
	 * The lines of all of them, numbered from 1 as they stand.
	 * @throws dev.escala.validation.InvalidInputException naming every field that is
	 * wrong
	 */
	List<StagedLine> lines(GoodsCodes.Codes codes, List<String> currencies, LocalDate today) {
		Fields fields = new Fields();
		List<StagedLine> lines = new ArrayList<>();
		List<Document> all = Objects.requireNonNullElse(this.documents, List.of());
		if (all.isEmpty() || all.size() > MOST_DOCUMENTS) {
			fields.refuse("documents", "Envíe de 1 a " + MOST_DOCUMENTS + " documentos.");
			fields.done();
		}
		Set<String> numbers = new HashSet<>();
		for (int i = 0; i < all.size(); i++) {
			String path = "documents[" + i + "]";
			Document one = all.get(i);
			if (one == null) {
				fields.refuse(path, "Falta el documento.");
				continue;
			}
			String number = PurchaseCells.code(fields.requiredLine(path + ".document", "el número del documento",
					one.document(), PurchaseCells.LONGEST_CODE));
			if (!number.isEmpty() && !numbers.add(number)) {
				fields.refuse(path + ".document", "El documento " + number + " está dos veces.");
			}
			one.read(fields, path, number, lines, codes, currencies, today);
		}
		if (lines.size() > MOST_LINES) {
			fields.refuse("documents", "Son demasiadas líneas: caben " + MOST_LINES + " a la vez.");
		}
		fields.done();
		return lines;
	}

	/**
	 * A document of sale.
	 *
	 * @param document its number, the only one of its kind
	 * @param customer code of the customer, or how the sender calls it; may be missing
	 * @param date its day, such as {@code 2026-11-30}
	 * @param currency three letters
	 * @param channel where it was sold; may be missing
	 * @param cancels number of the document that it takes back; without lines, as a whole
	 * @param lines what was sold
	 */
	public record Document(String document, String customer, String date, String currency, String channel,
			String cancels, List<Line> lines) {

		private void read(Fields fields, String path, String number, List<StagedLine> into, GoodsCodes.Codes codes,
				List<String> currencies, LocalDate today) {
			String whose = Objects.requireNonNullElse(
					fields.optionalLine(path + ".customer", "el cliente", this.customer, PurchaseCells.LONGEST_NAME),
					"");
			LocalDate day = day(fields, path + ".date", today);
			String money = PurchaseCells.currency(fields, path + ".currency", this.currency, currencies);
			String where = fields.optionalLine(path + ".channel", "el canal", this.channel, PurchaseCells.LONGEST_CODE);
			String back = PurchaseCells.code(fields.optionalLine(path + ".cancels", "el documento que anula",
					this.cancels, PurchaseCells.LONGEST_CODE));
			List<Line> all = Objects.requireNonNullElse(this.lines, List.of());
			if (all.isEmpty() && back == null) {
				fields.refuse(path + ".lines", "Faltan las líneas.");
			}
			if (all.isEmpty()) {
				into.add(new StagedLine(into.size() + 1L, number, whose, day, null, "", 0, 0, money, where, back, true,
						null));
			}
			for (int i = 0; i < all.size(); i++) {
				String at = path + ".lines[" + i + "]";
				Line line = all.get(i);
				if (line == null) {
					fields.refuse(at, "Falta la línea.");
					continue;
				}
				into.add(line.read(fields, at, new StagedLine(into.size() + 1L, number, whose, day, null, "", 0, 0,
						money, where, back, true, null), codes));
			}
		}

		private LocalDate day(Fields fields, String field, LocalDate today) {
			String text = fields.required(field, "la fecha", this.date, 20);
			if (text.isEmpty()) {
				return null;
			}
			try {
				return PurchaseCells.day(fields, field, LocalDate.parse(text), today);
			}
			catch (DateTimeException ex) {
				fields.refuse(field, "La fecha se escribe como 2026-11-30.");
				return null;
			}
		}

	}

	/**
	 * A line of a document.
	 *
	 * @param product code of what was sold
	 * @param variety which of its varieties; may be missing
	 * @param quantity how many; negative comes back
	 * @param cents what the line is worth, in cents of the currency; of the same sign
	 */
	public record Line(String product, String variety, Long quantity, Long cents) {

		private StagedLine read(Fields fields, String path, StagedLine head, GoodsCodes.Codes codes) {
			String code = PurchaseCells.code(fields.requiredLine(path + ".product", "el código del producto",
					this.product, PurchaseCells.LONGEST_CODE));
			String which = fields.optionalLine(path + ".variety", "la variedad", this.variety,
					PurchaseCells.LONGEST_NAME);
			long units = Objects.requireNonNullElse(this.quantity, 0L);
			long worth = Objects.requireNonNullElse(this.cents, 0L);
			boolean goods = codes.isGoods(code);
			if (units == 0 || Math.abs(units) > MOST_UNITS) {
				fields.refuse(path + ".quantity",
						"La cantidad es un número entero de nueve cifras como mucho, y no cero.");
			}
			if (this.cents == null || Math.abs(worth) > PurchaseCells.MOST) {
				fields.refuse(path + ".cents",
						(this.cents == null) ? "Falta el importe, en céntimos." : "El importe es demasiado grande.");
			}
			if (goods && Long.signum(units) * Long.signum(worth) < 0) {
				fields.refuse(path + ".cents", "La cantidad y el importe tienen signos distintos.");
			}
			if (goods && units > 0 && head.cancels() != null) {
				fields.refuse(path + ".quantity", "Una anulación lleva negativas las cantidades.");
			}
			return new StagedLine(head.line(), head.document(), head.customer(), head.boughtOn(), code,
					(which == null) ? "" : which, units, worth, head.currency(), head.channel(), head.cancels(), goods,
					null);
		}

	}

}
