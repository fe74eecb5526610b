package dev.escala.model;

import java.nio.file.Path;
import java.util.List;

import dev.escala.modelgate.file.BpmnFile;
import dev.escala.support.EscalaTest;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The engine takes every model when the application starts. */
@EscalaTest
class ModelDeploymentTests {

	private static final ModelSet MODELS = ModelSet.read(Path.of("bpmn"));

	@Autowired
	private RepositoryService repository;

	@Test
	@DisplayName("Every process is deployed with its version tag, every form beside it")
	void everythingIsDeployed() {
		List<ProcessDefinition> deployed = this.repository.createProcessDefinitionQuery().latestVersion().list();

		assertThat(deployed).extracting(ProcessDefinition::getKey)
			.containsAll(MODELS.processes().stream().map(BpmnFile::processId).toList());
		assertThat(deployed).allSatisfy((definition) -> {
			assertThat(definition.getVersionTag()).isNotBlank();
			assertThat(definition.getHistoryTimeToLive()).isPositive();
		});
		List<String> resources = this.repository.createDeploymentQuery()
			.list()
			.stream()
			.flatMap((deployment) -> this.repository.getDeploymentResourceNames(deployment.getId()).stream())
			.toList();
		assertThat(MODELS.forms())
			.allSatisfy((form) -> assertThat(resources).anyMatch((name) -> name.endsWith(form.path())));
	}

}
