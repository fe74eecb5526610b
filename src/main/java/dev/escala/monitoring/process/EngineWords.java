package dev.escala.monitoring.process;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

import dev.escala.engine.AsSystem;
import dev.escala.engine.StuckWorkRepository.Item;
import dev.escala.text.Dates;
import dev.escala.text.Sentences;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Names what is in the engine so that staff recognise it. */
@Component
class EngineWords {

	private final RepositoryService repository;

	private final AsSystem asSystem;

	private final ZoneId zone;

	EngineWords(RepositoryService repository, AsSystem asSystem,
			@Value("${escala.zone:Europe/Madrid}") String businessZone) {
		this.repository = repository;
		this.asSystem = asSystem;
		this.zone = ZoneId.of(businessZone);
	}

	/** For example {@code el caso ESC-2026-000007, paso «Revisar el plan»}. */
	String place(Item item) {
		String place = (item.caseNumber() != null) ? "el caso " + item.caseNumber()
				: (item.processDefinitionId() != null) ? "un proceso sin número de caso" : "el propio motor";
		if (item.activityId() != null) {
			return place + step(item).map((name) -> ", paso «" + name + "»").orElse(", un paso sin nombre");
		}
		return place + kind(item.type()).map((kind) -> " (" + kind + ")").orElse("");
	}

	/**
	 * What the engine calls this kind of job or incident, in Spanish; empty where we know
	 * no better than the engine.
	 */
	static Optional<String> kind(String type) {
		String name = (type == null) ? "" : type;
		return Optional.ofNullable(switch (name) {
			case "async-continuation" -> "paso automático";
			case "event" -> "entrega de un mensaje";
			case "history-cleanup" -> "limpieza del historial";
			case "batch-seed-job", "batch-monitor-job" -> "preparación de una operación en lote";
			case "suspend-processdefinition", "suspend-job-definition" -> "suspensión programada";
			case "activate-processdefinition", "activate-job-definition" -> "reactivación programada";
			case "failedJob" -> "paso automático fallido";
			case "failedExternalTask" -> "tarea externa fallida";
			default -> name.startsWith("timer-") ? "temporizador" : null;
		});
	}

	/** For example {@code 3 de junio de 2026 a las 9:05}, in the business zone. */
	String time(Instant instant) {
		ZonedDateTime time = instant.atZone(this.zone);
		return Dates.full(time, Dates.SPANISH) + " a las " + Dates.clock(time);
	}

	/** For example {@code ESC-2026-000007, ESC-2026-000008 y 4 más}. */
	static String cases(List<String> some, long all) {
		if (some.isEmpty()) {
			return "sin número de caso";
		}
		return ((all == 1) ? "caso " : "casos ") + Sentences.some(some, all);
	}

	/** The step's name as the model shows it, if it has one. */
	private Optional<String> step(Item item) {
		try {
			ModelElementInstance element = this.asSystem
				.call(() -> this.repository.getBpmnModelInstance(item.processDefinitionId()))
				.getModelElementById(item.activityId());
			String name = (element instanceof FlowElement flow) ? flow.getName() : null;
			return Optional.ofNullable(name)
				.map((text) -> text.replaceAll("\\s+", " ").strip())
				.filter((text) -> !text.isEmpty());
		}
		catch (NotFoundException | NullValueException ex) {
			// The model was deleted meanwhile.
			return Optional.empty();
		}
	}

}
