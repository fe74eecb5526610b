package dev.escala.monitoring.process;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import dev.escala.engine.AsSystem;
import dev.escala.engine.StuckWork.Item;
import org.camunda.bpm.engine.RepositoryService;
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

	private final DateTimeFormatter time;

	EngineWords(RepositoryService repository, AsSystem asSystem,
			@Value("${escala.zone:Europe/Madrid}") String businessZone) {
		this.repository = repository;
		this.asSystem = asSystem;
		this.time = DateTimeFormatter.ofPattern("d 'de' MMMM 'de' yyyy 'a las' H:mm", Locale.forLanguageTag("es"))
			.withZone(ZoneId.of(businessZone));
	}

	/** For example {@code el caso ESC-2026-000007, paso «Revisar el plan»}. */
	String place(Item item) {
		String place = (item.caseNumber() != null) ? "el caso " + item.caseNumber()
				: (item.processDefinitionId() != null) ? "un proceso sin número de caso" : "el propio motor";
		return place + ((item.activityId() != null) ? ", paso «" + step(item) + "»" : " (" + item.type() + ")");
	}

	/** For example {@code 3 de junio de 2026 a las 9:05}, in the business zone. */
	String time(Instant instant) {
		return this.time.format(instant);
	}

	/** For example {@code ESC-2026-000007, ESC-2026-000008 y 4 más}. */
	static String cases(List<String> some, long all) {
		if (some.isEmpty()) {
			return "sin número de caso";
		}
		long more = all - some.size();
		return ((some.size() == 1 && more == 0) ? "caso " : "casos ") + String.join(", ", some)
				+ ((more > 0) ? " y " + more + " más" : "");
	}

	/** The step's name as the model shows it. */
	private String step(Item item) {
		try {
			ModelElementInstance element = this.asSystem
				.call(() -> this.repository.getBpmnModelInstance(item.processDefinitionId()))
				.getModelElementById(item.activityId());
			String name = (element instanceof FlowElement flow) ? flow.getName() : null;
			return (name == null || name.isBlank()) ? item.activityId() : name.replaceAll("\\s+", " ").strip();
		}
		catch (NullValueException ex) {
			// The model was deleted meanwhile.
			return item.activityId();
		}
	}

}
