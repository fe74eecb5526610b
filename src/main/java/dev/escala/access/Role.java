package dev.escala.access;

import java.util.EnumSet;
import java.util.Set;

/** The groups that Escala's processes know by name (001-33); routing may name others. */
public enum Role {

	AGENTS("agents", "Agentes"), FINANCE("finance", "Finanzas"), TECHNOLOGY("technology", "Tecnología"),
	PRODUCT("product", "Producto"), LEGAL("legal", "Legal"), TRIAGE("triage", "Cola de clasificación"),
	EXPERTS("experts", "Expertos"), SUPERVISORS("supervisors", "Supervisión"), MANAGERS("managers", "Gerencia"),
	DIRECTORS("directors", "Dirección"), ARCHITECTS("de-escalation-architects", "Arquitectos de la desescalada"),
	EXECUTIVES("customer-engagement-executives", "Ejecutivos de participación del cliente"),
	PROBLEM_COORDINATORS("problem-coordinators", "Coordinadores del problema"),
	PROCESS_OWNERS("process-owners", "Propietarios de procesos"),
	COMPLAINT_HANDLERS("complaint-handlers", "Gestores de reclamaciones"), SALES("sales", "Ventas"),
	ADMINISTRATORS("camunda-admin", "Administración");

	private final String groupId;

	private final String label;

	Role(String groupId, String label) {
		this.groupId = groupId;
		this.label = label;
	}

	/** Those who may report an escalation, by whichever way (001-02, 001-33). */
	public static Set<Role> reporters() {
		return EnumSet.of(AGENTS, FINANCE, TECHNOLOGY, PRODUCT, LEGAL, TRIAGE, EXPERTS, SUPERVISORS, MANAGERS,
				DIRECTORS, COMPLAINT_HANDLERS, SALES);
	}

	/** Those who may change what is known of customers. */
	public static Set<Role> customerEditors() {
		return EnumSet.of(AGENTS, SUPERVISORS, MANAGERS, ADMINISTRATORS);
	}

	/** The group's id in the engine and in decision tables. */
	public String groupId() {
		return this.groupId;
	}

	/** The group's Spanish name. */
	public String label() {
		return this.label;
	}

}
