package dev.escala.engine;

import java.util.concurrent.CompletableFuture;

import dev.escala.engine.variable.ProcessVariables;
import dev.escala.reference.CaseNumber;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("What a process was given when it began")
class ProcessVariablesTests {

	@Autowired
	private ProcessEngine engine;

	private String instance;

	private CaseNumber number;

	@BeforeEach
	void aCase() {
		CaseDriver people = new CaseDriver(this.engine);
		people.staff();
		this.number = people.report("agente", Forms.report("Clínica sin alta"));
		this.instance = people.process(this.number).getId();
	}

	@Test
	@DisplayName("is read; what it never had is told with its name")
	void reads() {
		within((execution) -> {
			execution.setVariable("word", "sí");
			assertThat(ProcessVariables.required(execution, "word", String.class)).isEqualTo("sí");
			assertThatThrownBy(() -> ProcessVariables.required(execution, "nothing", String.class))
				.isInstanceOf(IllegalStateException.class)
				.hasMessage("The process of " + this.number + " has no nothing");
		});
	}

	@Test
	@DisplayName("is gone where another transaction has just ended the process: who comes too late looks again")
	void overtaken() {
		assertThatThrownBy(() -> within((execution) -> {
			CompletableFuture
				.runAsync(() -> this.engine.getRuntimeService().deleteProcessInstance(this.instance, "overtaken"))
				.join();
			ProcessVariables.required(execution, "word", String.class);
		})).isInstanceOf(OptimisticLockingException.class).hasMessage("Another transaction ended the execution");
	}

	private void within(java.util.function.Consumer<DelegateExecution> work) {
		((ProcessEngineConfigurationImpl) this.engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired()
			.execute((context) -> {
				ExecutionEntity execution = context.getExecutionManager().findExecutionById(this.instance);
				work.accept(execution);
				return null;
			});
	}

}
