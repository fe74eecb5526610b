package dev.escala.modelversion.outdated;

import java.util.List;

import dev.escala.monitoring.SelfCheck;

import org.springframework.stereotype.Component;

/**
 * Tells supervisors and administrators what was found at the start, until somebody has
 * deployed another one.
 */
@Component
class OutdatedModelCheck implements SelfCheck {

	private final OutdatedModels models;

	OutdatedModelCheck(OutdatedModels models) {
		this.models = models;
	}

	@Override
	public String kind() {
		return "outdated-models";
	}

	@Override
	public String description() {
		return "Procesos, tablas y formularios que no pasan las comprobaciones de esta versión de Escala";
	}

	@Override
	public List<Trouble> find() {
		return this.models.all()
			.stream()
			.map((one) -> new Trouble(
					one.version().kind().word() + "/" + one.version().key() + "/" + one.version().version(),
					one.sentence()))
			.toList();
	}

}
