package dev.escala.policy;

/**
 * A situation that the policy knows (000-02 to 000-17, 000-33 to 000-37). When each is
 * asked about says the decision table {@code requestPolicy}; here is only what it is
 * called.
 */
public enum Situation {

	PRICE_DEVIATION("Un precio fuera de las tarifas estándar"),
	SCOPE_BEYOND("Un alcance bastante mayor de lo que solemos comprometer"),
	GREY_ZONE("Algo en la zona gris de lo que ofrecemos"), REJECTED_BEFORE("Un prospecto que ya rechazamos antes"),
	/** Complete without any explanation (000-06). */
	FEELS_ODD("Se siente raro, aunque no sepa explicar por qué"),
	CONFLICT_OF_INTEREST("Un posible conflicto de interés"), LEGAL_CONCERN("Una duda legal o contractual"),
	CUSTOM_TERMS("Un acuerdo a medida o condiciones no estándar"), ALLIANCE("Una alianza o un acuerdo de referencia"),
	COMPETITOR_OF_CUSTOMER("Trabajar para un competidor de un cliente"), UNUSUAL_RISK("Un riesgo fuera de lo habitual"),
	UNSURE("Cualquier cosa de la que no está seguro"), PROSPECT_REJECTED("Rechazamos a un prospecto"),
	UNUSUAL_REQUEST("Una petición poco habitual, aunque se negara"),
	COMPETITIVE_INTELLIGENCE("Algo que se oyó sobre la competencia"),
	MARKET_TREND("Una tendencia que se ve en varios prospectos"),
	PROBABLY_OUT_OF_SCOPE("«¿Pueden hacer…?», y probablemente no está en el alcance"), DISCOUNT("Pide un descuento"),
	ODD_OPPORTUNITY("Una gran oportunidad que se siente rara"), NEVER_DONE("Algo que nunca hemos hecho"),
	HASTE("Quiere empezar ya, y eso empuja a saltarse la evaluación");

	private final String label;

	Situation(String label) {
		this.label = label;
	}

	/**
	 * Whether it is one of the scenarios of the procedure, which people recognise by what
	 * they hear.
	 */
	public boolean isScenario() {
		return compareTo(PROBABLY_OUT_OF_SCOPE) >= 0;
	}

	/** What it is, in Spanish. */
	public String label() {
		return this.label;
	}

}
