package dev.escala.escalation;

import dev.escala.validation.Fields;

/**
 * An exception or resources that somebody asks for or grants (001-07); valid by
 * construction. Its fields are those of the forms.
 *
 * @param kind what it is
 * @param euros how much, for {@link Kind#MONEY}; else {@code null}
 * @param what what exactly, 1 to 3900 characters
 */
public record ExceptionRequest(Kind kind, Integer euros, String what) {

	/** With its kind and amount it is still a note. */
	private static final int LONGEST = 3900;

	private static final int MOST = 1_000_000;

	/** Reads a form or a request; refuses what is missing or too much. */
	public static ExceptionRequest of(String kind, Integer euros, String what) {
		Fields fields = new Fields();
		Kind known = fields.oneOf("exceptionKind", "qué se pide: dinero, una norma o recursos", kind, Kind.class, null);
		if (known == Kind.MONEY && (euros == null || euros < 1 || euros > MOST)) {
			fields.refuse("exceptionAmount", "Indique el importe en euros, de 1 a 1000000.");
		}
		String text = fields.required("exceptionRequest", "qué excepción, política o recursos hacen falta", what,
				LONGEST);
		fields.done();
		return new ExceptionRequest(known, (known == Kind.MONEY) ? euros : null, text);
	}

	/** Kind, amount and text as a person reads them. */
	public String told() {
		return this.kind.label() + ((this.euros == null) ? "" : ", " + this.euros + " €") + ": " + this.what;
	}

	/** What an exception is about; an input of {@code exceptionLimits}. */
	public enum Kind {

		MONEY("Dinero"), POLICY("Excepción a una norma"), RESOURCES("Recursos");

		private final String label;

		Kind(String label) {
			this.label = label;
		}

		/** The Spanish name. */
		public String label() {
			return this.label;
		}

	}

}
