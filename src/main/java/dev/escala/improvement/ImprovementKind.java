package dev.escala.improvement;

/** What an improvement looks at, with how it is done. */
public enum ImprovementKind {

	/** What was done is read at random (004-40). */
	QUALITY_CHECK("Control de calidad al azar",
			"Lea la muestra de principio a fin: qué se prometió, si se cumplió y cómo se escribió. Anote qué se "
					+ "repetiría y qué no; lo que haya que cambiar es otra mejora."),
	/** Whether customers can reach us when they need to (004-41). */
	OPENING_HOURS("El horario, según los clientes",
			"Pregunte a unos cuantos clientes si el horario les va bien y qué hora les falta. Si cambia, cámbielo "
					+ "también en el calendario y donde se publica."),
	/** Whether the telephone is answered soon (004-42). */
	PHONE_PROMPTNESS("Rapidez al teléfono",
			"Mire en las cifras de llamadas cuánto se tarda en contestar y cuántas veces se pasa a cada persona; "
					+ "revise la lista de extensiones: que cada una la conteste alguien."),
	/** Somebody calls as a customer would (004-42). */
	MYSTERY_CALL("Llamada de prueba",
			"Llame como lo haría un cliente, sin avisar: cuánto tardan, cuántas veces le pasan, qué le prometen y "
					+ "si lo cumplen."),
	/** What we promise to everybody can be kept (004-39). */
	PUBLIC_PROMISE("Lo que prometemos en público",
			"Lea la promesa donde la lee la gente y compruebe con quien la cumple que se puede cumplir siempre. Si "
					+ "no, que se cambie antes de que alguien se queje."),
	/** What was found is acted on before it grows (004-48). */
	PROACTIVE("Actuar antes de que crezca",
			"Busque a quién más le puede pasar lo mismo y actúe antes de que tenga que quejarse."),
	/** What was tried and worked is done for good (004-36). */
	PROVEN_IDEA("Lo que una idea demostró",
			"Lo que se probó se hace ya siempre: cámbielo donde esté escrito cómo se trabaja y enséñelo a quien le toque.");

	private final String label;

	private final String guide;

	ImprovementKind(String label, String guide) {
		this.label = label;
		this.guide = guide;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

	/** How it is done, in Spanish. */
	public String guide() {
		return this.guide;
	}

}
