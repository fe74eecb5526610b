package dev.escala.pursuit.taken;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

import dev.escala.pipeline.exported.AmountStyle;
import dev.escala.pipeline.exported.DateOrder;
import dev.escala.pipeline.exported.ExportChoices;
import dev.escala.pursuit.Capture;
import dev.escala.validation.Fields;

/**
 * How a file is taken where it does not tell, valid by construction.
 *
 * @param amounts which sign stands before decimals, or {@code null}: as the file tells
 * @param dates what stands first in dates, or {@code null}: as the file tells
 * @param zone of times that name none, a name of the time-zone database
 * @param currency of amounts that name none, ISO 4217
 * @param capture by which channel those came whose row does not say
 * @param incomplete what becomes of a row that ended there without what an end owes here
 */
public record Choices(AmountStyle amounts, DateOrder dates, String zone, String currency, Capture capture,
		Incomplete incomplete) {

	/** What somebody sends, each part may be {@code null}. */
	public record Said(String amounts, String dates, String zone, String currency, String capture, String incomplete) {
	}

	/** What becomes of a row whose end owes more than it says. */
	public enum Incomplete {

		/** It is told with its line, and stays out until the file says it. */
		REFUSE("No tomarla y decir qué le falta"),

		/** It begins, and somebody closes it with its reasons. */
		BEGIN("Dejarla abierta, con su tarea, para que alguien la cierre");

		private final String label;

		Incomplete(String label) {
			this.label = label;
		}

		/** What it means, in Spanish. */
		public String label() {
			return this.label;
		}

	}

	/** What holds before anybody chooses. */
	static Choices usual(ZoneId zone) {
		return new Choices(null, null, zone.getId(), "EUR", Capture.OWN_LIST, Incomplete.REFUSE);
	}

	/**
	 * The same with what somebody says.
	 * @throws dev.escala.validation.InvalidInputException naming every field that is
	 * wrong
	 */
	Choices with(Said said) {
		Fields fields = new Fields();
		AmountStyle style = fields.optionalOneOf("amounts", "cómo se escriben los importes", said.amounts(),
				AmountStyle.class);
		DateOrder order = fields.optionalOneOf("dates", "cómo se escriben las fechas", said.dates(), DateOrder.class);
		String place = fields.optionalLine("zone", "la zona horaria", said.zone(), 60);
		if (place != null && !isZone(place)) {
			fields.refuse("zone", "No se conoce la zona horaria «" + place + "»: escríbala como Europe/Madrid.");
		}
		String code = fields.optionalLine("currency", "la moneda", said.currency(), 3);
		if (code != null && currency(code) == null) {
			fields.refuse("currency",
					"No se conoce la moneda «" + code + "»: escriba sus tres letras, como EUR o MXN.");
		}
		Capture way = fields.oneOf("capture", "de dónde vienen", said.capture(), Capture.class, this.capture);
		Incomplete end = fields.oneOf("incomplete", "qué se hace con las que terminaron sin sus motivos",
				said.incomplete(), Incomplete.class, this.incomplete);
		fields.done();
		return new Choices((style == null) ? this.amounts : style, (order == null) ? this.dates : order,
				(place == null) ? this.zone : place, (code == null) ? this.currency : currency(code), way, end);
	}

	/** A currency by its three letters, or {@code null} where there is none. */
	private static String currency(String code) {
		String upper = code.strip().toUpperCase(Locale.ROOT);
		return Currency.getAvailableCurrencies().stream().anyMatch((one) -> one.getCurrencyCode().equals(upper)) ? upper
				: null;
	}

	/** The part of it by which the cells are read. */
	public ExportChoices forReading() {
		return new ExportChoices(this.amounts, this.dates, ZoneId.of(this.zone));
	}

	private static boolean isZone(String text) {
		try {
			ZoneId.of(text);
			return true;
		}
		catch (DateTimeException ex) {
			return false;
		}
	}

}
