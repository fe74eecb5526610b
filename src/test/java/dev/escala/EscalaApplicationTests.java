package dev.escala;

import dev.escala.support.EscalaTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
class EscalaApplicationTests {

	@Autowired
	private ProcessEngine engine;

	@Test
	void startsOnPostgreSql() {
		assertThat(this.engine.getProcessEngineConfiguration().getDatabaseType()).isEqualTo("postgres");
	}

}
