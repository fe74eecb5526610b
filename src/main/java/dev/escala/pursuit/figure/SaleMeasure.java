package dev.escala.pursuit.figure;

/**
 * What is measured and of what it is counted. A month, a quarter and a year begin at
 * midnight in the zone of the organisation; spam counts in none.
 */
public enum SaleMeasure {

	/** Appointments out of conversations (004-04). */
	APPOINTMENT("Conversación → cita",
			"De las conversaciones del periodo, por el día de la llamada y por quien llamó, cuántas acabaron en cita. Los intentos sin respuesta no son conversaciones."),

	/** Proposals out of first appointments (004-05). */
	PROPOSAL("Primera cita → propuesta",
			"De las ventas cuya primera cita se obtuvo en el periodo, cuántas tienen hoy una oferta enviada. Las siguientes citas de la misma venta no cuentan."),

	/** Won out of proposed (004-06). */
	CLOSE("Propuesta → cierre",
			"De las ventas con oferta enviada que se ganaron o perdieron en el periodo, cuántas se ganaron."),

	/** How long a sale takes (004-07). */
	CYCLE("Ciclo de venta (mediana / percentil 90)",
			"De las ventas ganadas en el periodo: días de 24 horas desde que empezó el prospecto, o la oportunidad si empezó sin él, hasta que se ganó. Noches y festivos cuentan. Entre paréntesis, de cuántas."),

	/** Revenue of a sale (004-08). */
	REVENUE("Ingreso medio",
			"De las ventas ganadas en el periodo que tienen importe: la media, por moneda; las monedas no se suman ni se convierten. Entre paréntesis, de cuántas."),

	/** Share of the time that goes into prospecting (004-10). */
	PROSPECTING("Tiempo de prospección",
			"Minutos anotados en llamadas y mensajes, también los intentos, entre los minutos laborables del periodo hasta hoy según el calendario del equipo de Ventas, por cada persona que llamó. Las ausencias no se descuentan.");

	private final String label;

	private final String text;

	SaleMeasure(String label, String text) {
		this.label = label;
		this.text = text;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

	/** Of what it is counted, in Spanish. */
	public String text() {
		return this.text;
	}

}
