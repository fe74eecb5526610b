package dev.escala.pursuit.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import dev.escala.engine.AsSystem;
import dev.escala.matter.Matters;
import dev.escala.pursuit.PursuitKind;
import dev.escala.pursuit.StageKind;
import dev.escala.pursuit.stage.Stage;
import dev.escala.pursuit.stage.StagePlan;
import dev.escala.pursuit.stage.StageSource;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;

import org.springframework.stereotype.Component;

/**
 * The stages that stand in a model: every step with the property {@code pipelineStage} to
 * which a gateway leads that compares with its code, or that leads there by default. What
 * it means stands in {@code stageKind}, what it is called in {@code stageName} or in the
 * name of the element; its documentation is the definition and, from the second
 * paragraph, what to do.
 */
@Component
class ModelStages implements StageSource {

	private static final String CODE = "pipelineStage";

	private static final String KIND = "stageKind";

	private static final String NAME = "stageName";

	private final RuntimeService runtime;

	private final RepositoryService models;

	private final Matters matters;

	private final AsSystem asSystem;

	/** By the id of the definition, which never changes once it is deployed. */
	private final Map<String, StagePlan> plans = new ConcurrentHashMap<>();

	ModelStages(RuntimeService runtime, RepositoryService models, Matters matters, AsSystem asSystem) {
		this.runtime = runtime;
		this.models = models;
		this.matters = matters;
		this.asSystem = asSystem;
	}

	@Override
	public StagePlan of(CaseNumber number) {
		// A process that begins in this very transaction cannot be found yet: it begins
		// with the latest model.
		return this.asSystem.call(() -> this.matters.processInstanceId(number)
			.flatMap((id) -> Optional
				.ofNullable(this.runtime.createProcessInstanceQuery().processInstanceId(id).singleResult()))
			.map(ProcessInstance::getProcessDefinitionId)
			.map(this::plan)
			.orElseGet(() -> latest(PursuitKind.of(number))));
	}

	@Override
	public StagePlan latest(PursuitKind kind) {
		return this.asSystem.call(() -> {
			ProcessDefinition latest = this.models.createProcessDefinitionQuery()
				.processDefinitionKey(kind.matterKind())
				.withoutTenantId()
				.latestVersion()
				.singleResult();
			return plan(latest.getId());
		});
	}

	private StagePlan plan(String definitionId) {
		return this.plans.computeIfAbsent(definitionId, (id) -> read(this.models.getBpmnModelInstance(id)));
	}

	private static StagePlan read(BpmnModelInstance model) {
		List<Stage> stages = new ArrayList<>();
		String initial = null;
		for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
			String code = property(node, CODE).orElse(null);
			if (code != null && node.getIncoming().stream().anyMatch((way) -> leadsTo(way, code))) {
				stages.add(stage(node, code));
				if (node.getIncoming().stream().anyMatch(ModelStages::isDefault)) {
					initial = code;
				}
			}
		}
		return new StagePlan(stages, initial);
	}

	private static Stage stage(FlowNode node, String code) {
		String said = node.getDocumentations()
			.stream()
			.map((text) -> text.getTextContent().strip())
			.findFirst()
			.orElse("");
		String[] parts = said.split("\\n\\s*\\n", 2);
		return new Stage(code, property(node, NAME).orElse(node.getName()),
				property(node, KIND).map(StageKind::valueOf).orElse(StageKind.ACTIVE), parts[0].strip(),
				(parts.length > 1) ? parts[1].strip() : "");
	}

	private static boolean leadsTo(SequenceFlow way, String code) {
		return isDefault(way) || (way.getConditionExpression() != null
				&& way.getConditionExpression().getTextContent().contains("'" + code + "'"));
	}

	private static boolean isDefault(SequenceFlow way) {
		return way.getSource() instanceof ExclusiveGateway gateway && way.equals(gateway.getDefault());
	}

	private static Optional<String> property(FlowNode node, String name) {
		return (node.getExtensionElements() == null) ? Optional.empty()
				: node.getExtensionElements()
					.getElementsQuery()
					.filterByType(CamundaProperties.class)
					.list()
					.stream()
					.flatMap((properties) -> properties.getCamundaProperties().stream())
					.filter((property) -> name.equals(property.getCamundaName()))
					.map((property) -> property.getCamundaValue().strip())
					.findFirst();
	}

}
