package dev.escala.monitoring.process;

import java.util.ArrayList;
import java.util.List;

import dev.escala.engine.StuckWorkRepository;
import dev.escala.engine.StuckWorkRepository.Item;
import dev.escala.monitoring.SelfCheck;

import org.springframework.stereotype.Component;

/** Finds jobs that the engine gave up, and other incidents. */
@Component
class FailedJobs implements SelfCheck {

	/** Whoever has more than this has one trouble, not two hundred. */
	private static final int MOST = 200;

	private final StuckWorkRepository work;

	private final EngineWords words;

	FailedJobs(StuckWorkRepository work, EngineWords words) {
		this.work = work;
		this.words = words;
	}

	@Override
	public String kind() {
		return "failed-jobs";
	}

	@Override
	public String description() {
		return "Pasos automáticos que han fallado y no se reintentan más";
	}

	@Override
	public List<Trouble> find() {
		List<Trouble> troubles = new ArrayList<>();
		List<Item> failed = this.work.failed(MOST + 1);
		failed.stream()
			.limit(MOST)
			.forEach((job) -> troubles.add(new Trouble("job:" + job.id(), "Ha fallado un paso automático en "
					+ this.words.place(job) + ", y el motor ya no lo reintenta: " + consequence(job)
					+ " Pida a administración que lea la causa en Cockpit, la corrija y aumente los reintentos.")));
		if (failed.size() > MOST) {
			troubles.add(new Trouble("many-jobs", "Hay más de " + MOST
					+ " pasos automáticos fallidos; aquí se nombran los más antiguos. Suele haber una sola causa (base "
					+ "de datos, configuración, versión nueva): avise a administración ahora."));
		}
		troubles.addAll(otherIncidents());
		return troubles;
	}

	private List<Trouble> otherIncidents() {
		List<Trouble> troubles = new ArrayList<>();
		List<Item> incidents = this.work.otherIncidents(MOST + 1);
		incidents.stream()
			.limit(MOST)
			.forEach((incident) -> troubles.add(new Trouble("incident:" + incident.id(),
					"Hay un incidente del motor"
							+ EngineWords.kind(incident.type()).map((kind) -> " (" + kind + ")").orElse("") + " en "
							+ this.words.place(incident) + ", desde el " + this.words.time(incident.since())
							+ ". Pida a administración que lea la causa en Cockpit y la corrija.")));
		if (incidents.size() > MOST) {
			troubles.add(new Trouble("many-incidents", "Hay más de " + MOST
					+ " incidentes del motor; aquí se nombran los más antiguos. Suele haber una sola causa: avise a "
					+ "administración ahora."));
		}
		return troubles;
	}

	private static String consequence(Item job) {
		return (job.caseNumber() != null) ? "el caso no avanza por ahí." : "esa tarea no se hará.";
	}

}
