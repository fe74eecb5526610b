package dev.escala.purchase;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.escala.purchase.PurchaseMapping.Amount;
import dev.escala.purchase.PurchaseMapping.Part;
import dev.escala.purchase.PurchaseMapping.Variety;
import dev.escala.validation.FieldProblem;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;
import dev.escala.web.CsvUpload;

/** Reads the rows of a file as a mapping says. */
final class PurchaseCells {

	static final int LONGEST_CODE = 60;

	static final int LONGEST_NAME = 200;

	/** No document is worth more, and no sum of them leaves the type of a column. */
	static final long MOST = 100_000_000_000L;

	private static final int FIRST_YEAR = 1990;

	private static final Pattern DATE = Pattern
		.compile("(\\d{1,4})[-/.](\\d{1,2})[-/.](\\d{1,4})(?:[T ]+\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?Z?)?");

	private static final Pattern SUFFIX = Pattern.compile("(\\d{3,})(\\p{L}{1,3})");

	/** A number that a spreadsheet has written with a decimal. */
	private static final Pattern WHOLE = Pattern.compile("(-?\\d+)[.,]0+");

	private final PurchaseMapping mapping;

	private final GoodsCodes.Codes codes;

	private final List<String> currencies;

	private final LocalDate today;

	private final Pattern number;

	PurchaseCells(PurchaseMapping mapping, GoodsCodes.Codes codes, List<String> currencies, LocalDate today) {
		this.mapping = mapping;
		this.codes = codes;
		this.currencies = currencies;
		this.today = today;
		String group = Pattern.quote(String.valueOf(mapping.decimals().group()));
		String sign = Pattern.quote(String.valueOf(mapping.decimals().sign()));
		this.number = Pattern.compile("([+-]?)(\\d{1,12}|\\d{1,3}(?:" + group + "\\d{3}){1,3})(?:" + sign + "(\\d+))?");
	}

	/** A line, also one that is refused. */
	StagedLine read(CsvUpload.Row row) {
		Fields fields = new Fields();
		String document = null;
		String customer = null;
		try {
			document = code(
					fields.requiredLine("document", "el número del documento", cell(row, Part.DOCUMENT), LONGEST_CODE));
			customer = whole(
					fields.optionalLine("customer", "el nombre del cliente", cell(row, Part.CUSTOMER), LONGEST_NAME));
			return line(row, fields, document, customer);
		}
		catch (InvalidInputException ex) {
			return StagedLine.refused(row.line(), document, customer,
					ex.problems().stream().map(FieldProblem::message).collect(Collectors.joining(" ")));
		}
	}

	private StagedLine line(CsvUpload.Row row, Fields fields, String document, String customer) {
		LocalDate day = day(fields, cell(row, Part.DATE));
		String currency = currency(fields, cell(row, Part.CURRENCY));
		String channel = fields.optionalLine("channel", "el canal", cell(row, Part.CHANNEL), LONGEST_CODE);
		String cancels = code(
				fields.optionalLine("cancels", "el documento que anula", cell(row, Part.CANCELS), LONGEST_CODE));
		if (cancels != null && cell(row, Part.PRODUCT) == null && cell(row, Part.QUANTITY) == null) {
			fields.done();
			return new StagedLine(row.line(), document, customer, day, null, "", 0, 0, currency, channel, cancels, true,
					null);
		}
		String product = code(
				fields.requiredLine("product", "el código del producto", cell(row, Part.PRODUCT), LONGEST_CODE));
		String variety = fields.optionalLine("variety", "la variedad",
				(this.mapping.variety() == Variety.COLUMN) ? cell(row, Part.VARIETY) : null, LONGEST_NAME);
		long quantity = quantity(fields, cell(row, Part.QUANTITY));
		long amount = cents(fields, cell(row, Part.AMOUNT));
		fields.done();
		boolean goods = this.codes.isGoods(product);
		boolean price = this.mapping.amount() == Amount.UNIT_PRICE;
		if (goods && price && amount < 0) {
			fields.refuse("amount", "El precio es negativo: una devolución lleva negativa la cantidad.");
		}
		if (goods && !price && Long.signum(amount) * Long.signum(quantity) < 0) {
			fields.refuse("amount", "La cantidad y el importe tienen signos distintos.");
		}
		if (goods && quantity > 0 && (cancels != null || isCancellation(document))) {
			fields.refuse("quantity", "Una anulación lleva negativas las cantidades, y esta es " + quantity + ".");
		}
		long cents = price ? Math.multiplyExact(amount, quantity) : amount;
		if (Math.abs(cents) > MOST) {
			fields.refuse("amount", "El importe es demasiado grande.");
		}
		fields.done();
		Matcher parts = SUFFIX.matcher(product);
		if (this.mapping.variety() == Variety.SUFFIX && parts.matches()) {
			product = parts.group(1);
			variety = parts.group(2);
		}
		return new StagedLine(row.line(), document, customer, day, product, (variety == null) ? "" : variety, quantity,
				cents, currency, channel, cancels, goods, null);
	}

	private boolean isCancellation(String document) {
		return !this.mapping.prefix().isEmpty() && document.startsWith(code(this.mapping.prefix()));
	}

	private String cell(CsvUpload.Row row, Part part) {
		String column = this.mapping.column(part);
		return (column == null) ? null : row.text(column);
	}

	/** Codes are the same whatever case somebody typed them in. */
	static String code(String text) {
		return (text == null) ? null : text.toUpperCase(Locale.ROOT);
	}

	private static String whole(String text) {
		if (text == null) {
			return "";
		}
		Matcher whole = WHOLE.matcher(text);
		return whole.matches() ? whole.group(1) : text;
	}

	private LocalDate day(Fields fields, String text) {
		Matcher date = DATE.matcher((text == null) ? "" : text);
		if (!date.matches()) {
			fields.refuse("date", (text == null) ? "Falta la fecha."
					: "La fecha «" + text + "» no es como se dijo: " + this.mapping.dates().label() + ".");
			return null;
		}
		int[] parts = { Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)),
				Integer.parseInt(date.group(3)) };
		try {
			LocalDate day = switch (this.mapping.dates()) {
				case YEAR_FIRST -> LocalDate.of(parts[0], parts[1], parts[2]);
				case DAY_FIRST -> LocalDate.of(parts[2], parts[1], parts[0]);
				case MONTH_FIRST -> LocalDate.of(parts[2], parts[0], parts[1]);
			};
			return day(fields, "date", day, this.today);
		}
		catch (DateTimeException ex) {
			fields.refuse("date",
					"La fecha «" + text + "» no existe o no es como se dijo: " + this.mapping.dates().label() + ".");
			return null;
		}
	}

	/** Refuses what nobody can have bought yet, or long before anybody's files. */
	static LocalDate day(Fields fields, String field, LocalDate day, LocalDate today) {
		if (day.isAfter(today)) {
			fields.refuse(field, "La fecha " + day + " está en el futuro.");
		}
		else if (day.getYear() < FIRST_YEAR) {
			fields.refuse(field, "La fecha " + day + " es anterior a " + FIRST_YEAR + ".");
		}
		return day;
	}

	private String currency(Fields fields, String text) {
		String currency = (this.mapping.column(Part.CURRENCY) == null) ? this.mapping.currency() : text;
		return currency(fields, "currency", currency, this.currencies);
	}

	/** Refuses a currency in which we do not sell. */
	static String currency(Fields fields, String field, String text, List<String> currencies) {
		String currency = (text == null) ? "" : text.strip().toUpperCase(Locale.ROOT);
		if (!currencies.contains(currency)) {
			fields.refuse(field, currency.isEmpty() ? "Falta la moneda."
					: "No se llevan compras en «" + currency + "», solo en " + String.join(", ", currencies) + ".");
		}
		return currency;
	}

	private long quantity(Fields fields, String text) {
		Matcher whole = WHOLE.matcher((text == null) ? "" : text);
		String digits = whole.matches() ? whole.group(1) : text;
		if (digits == null || !digits.matches("[+-]?\\d{1,9}")) {
			fields.refuse("quantity", (text == null) ? "Falta la cantidad."
					: "La cantidad «" + text + "» no es un número entero de nueve cifras como mucho.");
			return 0;
		}
		long quantity = Long.parseLong(digits);
		if (quantity == 0) {
			fields.refuse("quantity", "La cantidad es cero.");
		}
		return quantity;
	}

	private long cents(Fields fields, String text) {
		Matcher amount = this.number.matcher((text == null) ? "" : text);
		String decimals = amount.matches() ? amount.group(3) : null;
		if (text == null) {
			fields.refuse("amount", "Falta el importe.");
			return 0;
		}
		if (!amount.matches() || (decimals != null && decimals.replaceFirst("0+$", "").length() > 2)) {
			fields.refuse("amount", "El importe «" + text + "» no se entiende con " + decimalWord()
					+ " decimal y dos decimales como mucho.");
			return 0;
		}
		String digits = amount.group(2).replace(String.valueOf(this.mapping.decimals().group()), "");
		return new BigDecimal(amount.group(1) + digits + "." + ((decimals == null) ? "0" : decimals)).movePointRight(2)
			.longValueExact();
	}

	private String decimalWord() {
		return (this.mapping.decimals() == PurchaseMapping.Decimals.COMMA) ? "coma" : "punto";
	}

}
