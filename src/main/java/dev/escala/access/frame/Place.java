package dev.escala.access.frame;

import java.util.Optional;

/** Where the menu leads, in its order. */
enum Place {

	TASKS("Tareas", "/camunda/app/tasklist/default/", "/camunda/api/engine/engine/default/task"),
	CASES("Casos", "/casos"), CALLS("Llamadas", "/ventas/llamadas"), BOARD("Panel", "/panel"),
	ASK("Preguntar", "/preguntar"), HEARD("He oído…", "/oido"), DECISIONS("Decisiones", "/decisiones"),
	MESSAGES("Mensajes", "/mensajes"), INBOUND("Entrada", "/entrada"), MODELS("Modelos", "/modelos"),
	HELP("Ayuda", "/ayuda"), CUSTOMERS("Clientes", "/clientes"), ABSENCES("Ausencias y guardias", "/ausencias"),
	CALENDARS("Calendarios y festivos", "/calendarios"),
	COMPLAINT_DEADLINES("Plazos de reclamaciones", "/reclamaciones/plazos"), OUTAGES("Averías masivas", "/averias"),
	COMPLAINT_FIGURES("Cifras de reclamaciones", "/reclamaciones/cifras"),
	SALE_FIGURES("Cifras de ventas", "/ventas/cifras"), SALE_IMPORTS("Importar ventas", "/ventas/importar"),
	FOLLOW_UPS("Llamadas de seguimiento", "/llamadas-de-seguimiento"), PURCHASES("Compras", "/compras/importar"),
	REVIEWS("Revisión de clientes", "/compras/revisiones"), IMPROVEMENTS("Mejoras", "/mejoras"),
	RETENTION("Retención", "/retencion"), IDEAS("Ideas", "/ideas"),
	PUBLIC_PROMISES("Promesas públicas", "/promesas-publicas"), LESSONS("Lecciones aprendidas", "/lecciones"),
	FINDINGS("Hallazgos del autocontrol", "/hallazgos"), DEADLINES("Plazos por recalcular", "/plazos"),
	WISHES("De qué se me avisa", "/reportados/avisos"), PATHS("Recorrido de los procesos", "/panel/recorrido"),
	TEMPLATES("Plantillas de mensajes", "/plantillas"), MAILBOX("Buzón de la demostración", "/buzon"),
	PROFILE("Perfil y contraseña", "/camunda/app/welcome/default/", "/camunda/api/engine/engine/default/user"),
	COCKPIT("Cockpit: procesos en marcha", "/camunda/app/cockpit/default/",
			"/camunda/api/cockpit/plugin/base/default/process-definition/statistics"),
	ADMIN("Admin: personas y grupos", "/camunda/app/admin/default/",
			"/camunda/api/admin/plugin/adminPlugins/default/metrics/aggregated");

	private final String label;

	private final String path;

	private final String asked;

	Place(String label, String path) {
		this(label, path, null);
	}

	/**
	 * A web application of Camunda: its files are open to anybody, so that somebody may
	 * open it who may read what it shows first.
	 */
	Place(String label, String path, String asked) {
		this.label = label;
		this.path = path;
		this.asked = asked;
	}

	String label() {
		return this.label;
	}

	String path() {
		return this.path;
	}

	/** The route that decides who may. */
	String decidedBy() {
		return Optional.ofNullable(this.asked).orElse(this.path);
	}

	/** Whether it is a page of ours, and no application of Camunda's. */
	boolean isOurs() {
		return this.asked == null;
	}

	/**
	 * Whether it stands in the bar, for daily work; the others stand below the person.
	 */
	boolean isDaily() {
		return compareTo(HELP) <= 0;
	}

}
