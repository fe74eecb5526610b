package dev.escala.caselist;

/** The questions that people ask of the list every day, each a link that can be kept. */
public enum QuickFilter implements Choice {

	/** A deadline of the customer, of a level or of a request has passed. */
	LATE("tarde", "Tarde", "Nada va tarde. Si quiere adelantarse, ordene por plazo: lo que vence antes sale primero."),
	/** Nothing of it is late, and something will be before the day ends. */
	DUE_TODAY("vencen-hoy", "Vencen hoy", "Hoy no vence nada más. Lo que vence después sale al ordenar por plazo."),
	CRITICAL("criticos", "Críticos", "No hay casos críticos abiertos. Los de gravedad alta son los siguientes."),
	/** The customer should have heard from us by now. */
	SILENT("en-silencio", "En silencio",
			"Ningún cliente espera noticias nuestras. Las próximas salen al ordenar por plazo."),
	PAUSED("pausados", "Pausados", "Ningún caso está en pausa: todos los plazos cuentan."),
	MINE("mios", "Míos",
			"No tiene casos a su nombre. Mire los que no tienen responsable en su equipo, y tome uno en Tasklist."),
	REPORTED("reportados", "Los que reporté",
			"Cuando inicie un «Escalamiento de cliente» en Tasklist, aparecerá aquí y podrá seguirlo hasta el final."),
	MY_TEAM("mi-equipo", "Mi equipo", "Su equipo no tiene nada abierto."),
	UNOWNED("sin-responsable", "Sin responsable", "Todo tiene responsable: nadie espera a que alguien se haga cargo.") {

		/** Links with the former word are kept and sent. */
		@Override
		public boolean isCalled(String word) {
			return super.isCalled(word) || word.equals("sin-dueno");
		}

	},
	/** Ended, and opened again by itself where it comes back. */
	OBSERVED("en-observacion", "En observación", "Ningún caso cerrado está en observación.");

	private final String word;

	private final String label;

	private final String none;

	QuickFilter(String word, String label, String none) {
		this.word = word;
		this.label = label;
		this.none = none;
	}

	@Override
	public String word() {
		return this.word;
	}

	@Override
	public boolean isCalled(String word) {
		return this.word.equals(word);
	}

	@Override
	public String label() {
		return this.label;
	}

	/** Whether it asks for what has ended, while all others ask for what is open. */
	boolean isOfEnded() {
		return this == OBSERVED;
	}

	/** What to do where nothing fits. */
	public String none() {
		return this.none;
	}

}
