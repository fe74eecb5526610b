package dev.escala.startup;

import java.util.List;
import java.util.Map;

/**
 * By what the demo's people and customers are known. It stands here and not with the
 * demo, because the server comes without the demo and must know its traces all the same.
 */
public final class DemoTraces {

	/** Who reports to whom. */
	public static final Map<String, String> REPORTING_LINES = Map.of("agente", "supervisor", "finanzas", "supervisor",
			"tecnologia", "supervisor", "supervisor", "gerente", "arquitecto", "gerente", "ejecutivo", "gerente",
			"problemas", "arquitecto", "propietario", "gerente", "admin", "gerente");

	/** Addresses of the customers' contacts. */
	public static final List<String> ADDRESSES = List.of("sistemas@norte.example", "administracion@luna.example",
			"compras@lunasur.example", "operations@puerto.example", "taller@roble.example", "secretaria@aula.example");

	private DemoTraces() {
	}

}
