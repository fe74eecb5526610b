package dev.escala.demo;

import java.util.List;

import dev.escala.access.Role;
import dev.escala.reference.UserId;

/** The demo organisation: one person for each function, told apart by it. */
enum DemoPerson {

	AGENTE("agente", "Agente", "supervisor", "reports escalations, sells", Role.AGENTS, Role.SALES),
	FINANZAS("finanzas", "Finanzas", "supervisor", "second level: finance, legal", Role.FINANCE, Role.LEGAL),
	TECNOLOGIA("tecnologia", "Tecnología", "supervisor", "second level: technology, product", Role.TECHNOLOGY,
			Role.PRODUCT),
	SUPERVISOR("supervisor", "Supervisor", "gerente", "supervises, sorts what nobody owns", Role.SUPERVISORS,
			Role.TRIAGE),
	GERENTE("gerente", "Gerente", null, "manager and director: grants exceptions", Role.MANAGERS, Role.DIRECTORS),
	ARQUITECTO("arquitecto", "Arquitecto", "gerente", "de-escalation architect, expert", Role.ARCHITECTS, Role.EXPERTS),
	EJECUTIVO("ejecutivo", "Ejecutivo", "gerente", "customer engagement executive, handles complaints", Role.EXECUTIVES,
			Role.COMPLAINT_HANDLERS),
	PROBLEMAS("problemas", "Problemas", "arquitecto", "problem coordinator: root-cause analysis",
			Role.PROBLEM_COORDINATORS),
	PROPIETARIO("propietario", "Propietario", "gerente", "process owner: reads in Cockpit", Role.PROCESS_OWNERS),
	ADMIN("admin", "Administración", "gerente", "administrator", Role.ADMINISTRATORS);

	private final UserId id;

	private final String firstName;

	private final UserId managerId;

	private final String function;

	private final List<Role> roles;

	DemoPerson(String id, String firstName, String managerId, String function, Role... roles) {
		this.id = new UserId(id);
		this.firstName = firstName;
		this.managerId = UserId.nullable(managerId);
		this.function = function;
		this.roles = List.of(roles);
	}

	UserId id() {
		return this.id;
	}

	String firstName() {
		return this.firstName;
	}

	String lastName() {
		return "Demostración";
	}

	String email() {
		return this.id + "@escala.example";
	}

	/** To whom the person reports, or {@code null}. */
	UserId managerId() {
		return this.managerId;
	}

	/** What the person does, in English, for whoever starts the demo. */
	String function() {
		return this.function;
	}

	List<Role> roles() {
		return this.roles;
	}

}
