package dev.escala.monitoring.process;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.escala.engine.StuckWorkRepository;
import dev.escala.monitoring.MonitoringProperties;
import dev.escala.monitoring.SelfCheck;
import dev.escala.text.Sentences;

import org.springframework.stereotype.Component;

/**
 * Finds jobs that are due and that nobody runs. One finding for all of them, however many
 * there are and whichever is the oldest, and one more when they pile up: then it is not
 * one job that stands still but the engine.
 */
@Component
class LateJobs implements SelfCheck {

	private static final int PILE = 50;

	private final StuckWorkRepository work;

	private final EngineWords words;

	private final MonitoringProperties properties;

	private final Clock clock;

	LateJobs(StuckWorkRepository work, EngineWords words, MonitoringProperties properties, Clock clock) {
		this.work = work;
		this.words = words;
		this.properties = properties;
		this.clock = clock;
	}

	@Override
	public String kind() {
		return "late-jobs";
	}

	@Override
	public String description() {
		return "Trabajos vencidos que el motor no ejecuta";
	}

	@Override
	public List<Trouble> find() {
		Instant now = this.clock.instant();
		List<Trouble> troubles = new ArrayList<>();
		long late = this.work.jobs(now, this.properties.lateAfter()).waiting();
		this.work.waiting(now, this.properties.lateAfter(), 1).stream().findFirst().ifPresent((oldest) -> {
			troubles.add(new Trouble("jobs", ((late == 1) ? "Un trabajo espera" : late + " trabajos esperan")
					+ " desde hace más de "
					+ Sentences.counted(this.properties.lateAfter().toMinutes(), "minuto", "minutos")
					+ " a que el motor los ejecute: plazos y avisos automáticos llegan tarde. El más antiguo: "
					+ this.words.place(oldest) + ", desde el " + this.words.time(oldest.since())
					+ ". Siga ese caso a mano y pida a administración que compruebe que algún nodo de Escala está en "
					+ "marcha y qué dice su registro."));
			if (late >= PILE) {
				troubles.add(new Trouble("pile",
						"Se acumulan " + late + " trabajos sin ejecutar: el ejecutor de trabajos está parado o no da "
								+ "abasto. Avise a administración ahora: hasta que se corrija no corre ningún plazo "
								+ "automático. Vigile a mano los casos graves."));
			}
		});
		return troubles;
	}

}
