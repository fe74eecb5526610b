package dev.escala.stored;

/**
 * The cases of the stored database, each of which waits at another place; how each is to
 * end, and which mail its customer is still owed.
 */
enum StoredCase {

	UNIDENTIFIED("El cliente está por identificar", "CLOSED", "rca"),

	MAJOR("Uno mayor espera sus detalles", "CLOSED", "rca"),

	REPORTED("Espera a que alguien se haga cargo", "CLOSED_WITHOUT_RCA", "announcement"),

	DEADLINE_MISSED("Nadie se hizo cargo a tiempo y lo atiende su gerente", "CLOSED", "announcement"),

	PLANNING("Se prepara el plan", "WITHDRAWN", "withdrawn"),

	UNTOLD("El primer aviso no llegó a nadie", "CLOSED_WITHOUT_RCA", null),

	PLAN_READ("El plan está en segunda lectura", "CLOSED", "plan"),

	PLAN_CLEARED("El plan está aprobado y sale enseguida", "CLOSED_WITHOUT_RCA", "plan"),

	WORKING("Se ejecuta el plan", "CLOSED_WITHOUT_RCA", "update-1"),

	PAUSED("Espera al cliente, en pausa", "CLOSED_WITHOUT_RCA", "closed"),

	CONTACTED("El cliente espera respuesta", "CLOSED_WITHOUT_RCA", "reply-1"),

	UPDATE_READ("Una actualización está en segunda lectura", "CLOSED_WITHOUT_RCA", "update-1"),

	UPDATE_SENT_BACK("Una actualización se devolvió para corregirla", "CLOSED_WITHOUT_RCA", "update-1"),

	DECISION_ASKED("Se pide una excepción al segundo nivel", "CLOSED_WITHOUT_RCA", "closed"),

	PROMISE_PROPOSED("El cliente lee la fecha que le proponemos", "CLOSED_WITHOUT_RCA", "closed"),

	PROMISE_AGREED("Hay un compromiso en curso", "CLOSED_WITHOUT_RCA", "closed"),

	MANAGER_WANTED("El cliente quiere hablar con un gerente", "CLOSED_WITHOUT_RCA", "reply-1"),

	VERIFYING("Se verifica la resolución", "DUPLICATE", null),

	CLOSING("Se comprueba el cierre", "CLOSED_WITHOUT_RCA", "closed"),

	RCA_WRITTEN("Se escribe el RCA", "CLOSED", "rca"),

	RCA_REVIEWED("Se revisa la versión del RCA para el cliente", "CLOSED", "rca"),

	REOPENED("Se cerró y ha vuelto", "CLOSED_WITHOUT_RCA", null),

	CLOSED("Se cerró con RCA", "CLOSED", null),

	CLOSED_WITHOUT("Se cerró sin RCA", "CLOSED_WITHOUT_RCA", null),

	ANALYSED_AFTERWARDS("Se cerró, y el RCA se pidió después", "CLOSED_WITHOUT_RCA", "rca"),

	WITHDRAWN("Se retiró", "WITHDRAWN", null),

	DUPLICATE("Repetía otro", "DUPLICATE", null);

	private final String subject;

	private final String outcome;

	private final String owed;

	StoredCase(String subject, String outcome, String owed) {
		this.subject = subject;
		this.outcome = outcome;
		this.owed = owed;
	}

	/** By which the case is found: its number is what the build before gave it. */
	String subject() {
		return this.subject;
	}

	/** How it ends, as the API says it. */
	String outcome() {
		return this.outcome;
	}

	/** The step of a mail that had not left when the database was stored, or none. */
	String owed() {
		return this.owed;
	}

}
