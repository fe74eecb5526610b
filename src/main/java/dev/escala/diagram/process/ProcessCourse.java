package dev.escala.diagram.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.escala.diagram.Passage;
import dev.escala.diagram.Plane;
import dev.escala.engine.AsSystem;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;

import org.springframework.stereotype.Component;

/**
 * The processes of a case, in the version of the model in which each began, and how they
 * went. The engine's history is cleaned up some time after a case ends; then there is
 * nothing to tell.
 */
@Component
public class ProcessCourse {

	private final HistoryService history;

	private final RepositoryService models;

	private final AsSystem system;

	ProcessCourse(HistoryService history, RepositoryService models, AsSystem system) {
		this.history = history;
		this.models = models;
		this.system = system;
	}

	/**
	 * The processes of the case, the one that carries it first; none after clean-up.
	 * Whether somebody may see the case has been decided before.
	 */
	public List<Run> runs(CaseNumber number) {
		return this.system.call(() -> this.history.createHistoricProcessInstanceQuery()
			.processInstanceBusinessKey(number.value())
			.orderByProcessInstanceStartTime()
			.asc()
			.unlimitedList()
			.stream()
			.sorted(Comparator.comparing((HistoricProcessInstance one) -> one.getSuperProcessInstanceId() != null))
			.map((one) -> new Run(one.getId(), one.getProcessDefinitionId(),
					Optional.ofNullable(one.getProcessDefinitionName()).orElse(one.getProcessDefinitionKey()),
					one.getProcessDefinitionVersion(), one.getStartTime().toInstant(), one.getEndTime() != null))
			.collect(Collectors.toMap(Run::name, Function.identity(),
					(one, other) -> (other.ended() && !one.ended()) ? one : other, LinkedHashMap::new))
			.values()
			.stream()
			.toList());
	}

	/** The sheets of the model that the process follows. */
	public List<Plane> planes(Run run) {
		return PlaneReader.read(this.system.call(() -> this.models.getBpmnModelInstance(run.definitionId())));
	}

	/** What the process has passed, by element. */
	public Map<String, Passage> passages(Run run) {
		Map<String, Passage> passages = new TreeMap<>();
		this.system
			.call(() -> this.history.createHistoricActivityInstanceQuery().processInstanceId(run.id()).unlimitedList())
			.forEach((one) -> passages.merge(one.getActivityId(), passage(one), ProcessCourse::both));
		return passages;
	}

	private static Passage passage(HistoricActivityInstance one) {
		boolean running = one.getEndTime() == null;
		return new Passage(one.getActivityId(), 1, one.getStartTime().toInstant(),
				running ? Duration.ZERO : Duration.ofMillis(one.getDurationInMillis()), running);
	}

	private static Passage both(Passage one, Passage other) {
		return new Passage(one.element(), one.times() + other.times(),
				one.since().isAfter(other.since()) ? one.since() : other.since(), one.spent().plus(other.spent()),
				one.running() || other.running());
	}

	/**
	 * A process of a case.
	 *
	 * @param name of its model, in Spanish
	 * @param version of the model
	 */
	public record Run(String id, String definitionId, String name, int version, Instant began, boolean ended) {
	}

}
