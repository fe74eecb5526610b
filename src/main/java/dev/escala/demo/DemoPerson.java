package dev.escala.demo;

import java.util.List;

import dev.escala.access.Role;
import dev.escala.reference.UserId;

/** The demo organisation: one person for each function, told apart by it. */
enum DemoPerson {

	AGENTE(new UserId("agente"), "Agente", new UserId("supervisor"), "reports escalations", Role.AGENTS),
	FINANZAS(new UserId("finanzas"), "Finanzas", new UserId("supervisor"), "second level: finance, legal", Role.FINANCE,
			Role.LEGAL),
	TECNOLOGIA(new UserId("tecnologia"), "Tecnología", new UserId("supervisor"), "second level: technology, product",
			Role.TECHNOLOGY, Role.PRODUCT),
	SUPERVISOR(new UserId("supervisor"), "Supervisor", new UserId("gerente"), "supervises, sorts what nobody owns",
			Role.SUPERVISORS, Role.TRIAGE),
	GERENTE(new UserId("gerente"), "Gerente", null, "manager and director: grants exceptions", Role.MANAGERS,
			Role.DIRECTORS),
	ARQUITECTO(new UserId("arquitecto"), "Arquitecto", new UserId("gerente"), "de-escalation architect, expert",
			Role.ARCHITECTS, Role.EXPERTS),
	EJECUTIVO(new UserId("ejecutivo"), "Ejecutivo", new UserId("gerente"), "customer engagement executive",
			Role.EXECUTIVES),
	PROBLEMAS(new UserId("problemas"), "Problemas", new UserId("arquitecto"),
			"problem coordinator: root-cause analysis", Role.PROBLEM_COORDINATORS),
	PROPIETARIO(new UserId("propietario"), "Propietario", new UserId("gerente"), "process owner: reads in Cockpit",
			Role.PROCESS_OWNERS),
	ADMIN(new UserId("admin"), "Administración", new UserId("gerente"), "administrator", Role.ADMINISTRATORS);

	private final UserId id;

	private final String firstName;

	private final UserId managerId;

	private final String function;

	private final List<Role> roles;

	DemoPerson(UserId id, String firstName, UserId managerId, String function, Role... roles) {
		this.id = id;
		this.firstName = firstName;
		this.managerId = managerId;
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
