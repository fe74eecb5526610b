package dev.escala.architecture;

import java.nio.file.Path;

import dev.escala.support.EscalaTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** What models and code say to each other. */
@EscalaTest
class ContractTests {

	@Autowired
	private ApplicationContext context;

	@Test
	@DisplayName("Models and code know the same tasks, forms, beans, variables, timers and decisions")
	void modelsAndCodeAgree() throws Exception {
		ModelSide models = ModelSide.read(Path.of("bpmn"), Path.of("dmn"));
		CodeSide code = CodeSide.read(this.context);

		assertThat(Contract.differences(models, code)).isEmpty();
		assertThat(models.userTasks()).isNotEmpty();
		assertThat(models.starts()).isNotEmpty();
		assertThat(models.answers()).isNotEmpty();
		assertThat(models.calls()).isNotEmpty();
		assertThat(models.timers()).isNotEmpty();
		assertThat(models.tables()).isNotEmpty();
		assertThat(code.userTasks()).allSatisfy((task) -> assertThat(task.fields()).as(task.key()).isNotEmpty());
	}

}
