package dev.escala.complaint.figure;

/**
 * How each figure is computed. Whoever changes what one means raises its version, so that
 * a figure that was handed in can be told from one of another method.
 */
public enum Method {

	RECEIVED("Recibidas", Unit.NUMBER, 1,
			"Reclamaciones, quejas, incidencias y consultas presentadas en el mes, por la fecha en que llegaron a la primera vía, en la zona horaria de la organización. También las que después se retiraron o se unieron a otra."),
	RECEIVED_BY_KIND("Recibidas, por tipo", Unit.NUMBER, 1,
			"Las recibidas, repartidas por lo que son según su última clasificación."),
	RECEIVED_BY_DOOR("Recibidas, por vía", Unit.NUMBER, 1, "Las recibidas, repartidas por la vía por la que llegaron."),
	RECEIVED_BY_LANGUAGE("Recibidas, por idioma", Unit.NUMBER, 1,
			"Las recibidas, repartidas por el idioma en que se presentaron."),
	RECEIVED_BY_REGION("Recibidas, por comunidad", Unit.NUMBER, 1,
			"Las recibidas, repartidas por la comunidad del cliente; «Sin dato» donde no consta."),
	TERM_KEPT("En plazo", Unit.PERCENT, 1,
			"Por cada plazo: de las recibidas en el mes a las que se aplicó y que ya se respondieron o cuyo plazo ya venció, cuántas se respondieron antes de vencer. Una respuesta en el instante en que vence llega tarde. No cuentan las que terminaron sin respuesta y sin que el plazo venciera."),
	MEAN_HOURS("Tiempo medio de respuesta", Unit.HOURS, 1,
			"De las recibidas en el mes y respondidas: media de las horas corridas desde la presentación hasta la respuesta que vale. Si se reabrió, la última."),
	P95_HOURS("Tiempo de respuesta, percentil 95", Unit.HOURS, 1,
			"De las recibidas en el mes y respondidas: horas corridas por debajo de las cuales queda el 95 %, interpolando entre las dos vecinas."),
	OVERDUE("Vencidas sin respuesta", Unit.NUMBER, 1,
			"De las recibidas en el mes: abiertas, sin respuesta y con el plazo que obliga ya vencido en el momento del cálculo."),
	OUTCOMES("Cómo terminaron", Unit.NUMBER, 1,
			"Las recibidas en el mes que ya terminaron, repartidas por su resultado; si se reabrieron y terminaron de nuevo, por el último."),
	POINTS("Puntos decididos", Unit.NUMBER, 1,
			"Los puntos de las recibidas en el mes, repartidos por lo que se decidió en cada uno; sin los que faltan por decidir."),
	CURES("Subsanaciones", Unit.NUMBER, 1,
			"De las recibidas en el mes: veces que se pidió al cliente que completara lo que faltaba, y cuántas veces llegó."),
	HEARD("Se sintieron escuchados", Unit.PERCENT, 1,
			"De las recibidas en el mes cuyo cliente dijo cómo quedó tras la resolución: cuántos dicen que se les escuchó."),
	SOLVED("Dicen que está resuelta", Unit.PERCENT, 1,
			"De las recibidas en el mes cuyo cliente dijo cómo quedó tras la resolución: cuántos dicen que está resuelta."),
	PRODUCTS("Los diez productos con más reclamaciones", Unit.NUMBER, 1,
			"Las recibidas, repartidas por el producto de los servicios que el cliente tenía contratados al presentarla; «Sin dato» si no tenía o eran de varios. Los diez con más en el año."),
	REASONS("Los tres motivos más frecuentes", Unit.NUMBER, 1,
			"Las recibidas y clasificadas, repartidas por el motivo de la tabla de motivos. Los tres con más en el año."),
	ASKED("Pidieron hablar con una persona o un supervisor", Unit.NUMBER, 1,
			"Peticiones del mes, según el registro de atención (Ley 10/2025, arts. 8.2 y 8.3)."),
	ASKED_IN_TIME("Atendidas en tres minutos", Unit.PERCENT, 1,
			"De esas peticiones, cuántas se atendieron en tres minutos; quien nunca fue atendido no lo fue a tiempo."),
	ASKED_MEAN("Espera media", Unit.SECONDS, 1,
			"Segundos que esperaron de media quienes fueron atendidos; la del año pondera cada mes por sus atendidos.");

	private final String label;

	private final Unit unit;

	private final int version;

	private final String text;

	Method(String label, Unit unit, int version, String text) {
		this.label = label;
		this.unit = unit;
		this.version = version;
		this.text = text;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

	/** In what it is measured. */
	public Unit unit() {
		return this.unit;
	}

	/** Raised with each change of what it means. */
	public int version() {
		return this.version;
	}

	/** How it is computed, in Spanish. */
	public String text() {
		return this.text;
	}

	/** In what a figure is measured. */
	public enum Unit {

		NUMBER(""), PERCENT("%"), HOURS("h"), SECONDS("s");

		private final String sign;

		Unit(String sign) {
			this.sign = sign;
		}

		/** What stands behind the number. */
		public String sign() {
			return this.sign;
		}

	}

}
