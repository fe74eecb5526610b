package dev.escala.purchase;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import dev.escala.validation.Fields;

/**
 * How the columns of a file are read. A column is named as in the header, in lower case.
 *
 * @param columns the column of each part; those that may be missing may not be there
 * @param variety where a variety comes from
 * @param amount what the column of the amount says
 * @param decimals the sign before the cents
 * @param dates the order of a date
 * @param currency of all lines, where no column says it
 * @param prefix with which the number of a cancellation begins; may be empty
 * @param createCustomers whether customers that we do not know are created
 */
public record PurchaseMapping(Map<Part, String> columns, Variety variety, Amount amount, Decimals decimals, Dates dates,
		String currency, String prefix, boolean createCustomers) {

	private static final int LONGEST_PREFIX = 5;

	public PurchaseMapping {
		columns = Map.copyOf(new TreeMap<>(columns));
		prefix = Objects.requireNonNullElse(prefix, "").strip();
	}

	/** The column of a part, or {@code null}. */
	public String column(Part part) {
		return this.columns.get(part);
	}

	/**
	 * Refuses what cannot be read so.
	 * @param header the columns of the file
	 * @param currencies in which we sell
	 * @throws dev.escala.validation.InvalidInputException naming each field
	 */
	void check(List<String> header, List<String> currencies) {
		Fields fields = new Fields();
		for (Part part : Part.values()) {
			String column = column(part);
			if (column != null && !header.contains(column)) {
				fields.refuse(part.name(), "El archivo no tiene esa columna.");
			}
			else if (column == null && part.mandatory) {
				fields.refuse(part.name(), "Elija la columna: " + part.label() + ".");
			}
		}
		if (this.variety == Variety.COLUMN && column(Part.VARIETY) == null) {
			fields.refuse(Part.VARIETY.name(), "Elija la columna de la variedad, u otra manera de conocerla.");
		}
		if (column(Part.CURRENCY) == null && !currencies.contains(this.currency)) {
			fields.refuse("currency", "Elija la moneda de todo el archivo: " + String.join(", ", currencies) + ".");
		}
		if (this.prefix.length() > LONGEST_PREFIX) {
			fields.refuse("prefix", "El comienzo de una anulación tiene " + LONGEST_PREFIX + " caracteres como mucho.");
		}
		fields.done();
	}

	/** What a line says. */
	public enum Part {

		DOCUMENT("Número del documento", true), CUSTOMER("Cliente", true), DATE("Fecha", true),
		PRODUCT("Código del producto", true), VARIETY("Variedad", false), QUANTITY("Cantidad", true),
		AMOUNT("Importe o precio", true), CURRENCY("Moneda", false), CHANNEL("Canal de venta", false),
		CANCELS("Documento que anula", false);

		private final String label;

		private final boolean mandatory;

		Part(String label, boolean mandatory) {
			this.label = label;
			this.mandatory = mandatory;
		}

		public String label() {
			return this.label;
		}

		public boolean isMandatory() {
			return this.mandatory;
		}

	}

	/** Where a variety comes from. */
	public enum Variety {

		NONE("No hay variedades"), COLUMN("Lo dice la columna"),
		SUFFIX("Son las letras al final del código, como la B de 85099B");

		private final String label;

		Variety(String label) {
			this.label = label;
		}

		public String label() {
			return this.label;
		}

	}

	/** What the column of the amount says. */
	public enum Amount {

		UNIT_PRICE("El precio de una unidad: se multiplica por la cantidad"), LINE_TOTAL("El importe de toda la línea");

		private final String label;

		Amount(String label) {
			this.label = label;
		}

		public String label() {
			return this.label;
		}

	}

	/** The sign before the cents. */
	public enum Decimals {

		COMMA("Coma: 1.234,50", ',', '.'), POINT("Punto: 1,234.50", '.', ',');

		private final String label;

		private final char sign;

		private final char group;

		Decimals(String label, char sign, char group) {
			this.label = label;
			this.sign = sign;
			this.group = group;
		}

		public String label() {
			return this.label;
		}

		char sign() {
			return this.sign;
		}

		char group() {
			return this.group;
		}

	}

	/** The order of a date. */
	public enum Dates {

		YEAR_FIRST("Año, mes y día: 2026-11-30"), DAY_FIRST("Día, mes y año: 30/11/2026"),
		MONTH_FIRST("Mes, día y año: 11/30/2026");

		private final String label;

		Dates(String label) {
			this.label = label;
		}

		public String label() {
			return this.label;
		}

	}

}
