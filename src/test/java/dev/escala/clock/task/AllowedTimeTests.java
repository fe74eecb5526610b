package dev.escala.clock.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

import dev.escala.engine.due.AllowedTime;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.validation.ConflictException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("The time that a table allows for a task without a clock")
class AllowedTimeTests {

	private static final String RATE = "userTask_rateService";

	@Autowired
	private AllowedTime allowed;

	@Autowired
	private RepositoryService repository;

	@Test
	@DisplayName("An owner who changes the table changes the next task's date")
	void changed() throws IOException {
		with("\"P5D\"", "\"P30D\"", () -> assertThat(this.allowed.end(null, RATE, Set.of()))
			.isAfter(CaseDriver.now().plus(Duration.ofDays(30))));
	}

	@Test
	@DisplayName("What is no time is said in Spanish, with the file and what to write")
	void noTime() throws IOException {
		with("\"P5D\"", "\"PT5H\"",
				() -> assertThatThrownBy(() -> this.allowed.end(null, RATE, Set.of()))
					.isInstanceOf(ConflictException.class)
					.hasMessageContaining("task-deadline.dmn")
					.hasMessageContaining("días enteros, por ejemplo P2D; no «PT5H»"));
		with("\"WORKING\"", "\"HORAS\"",
				() -> assertThatThrownBy(() -> this.allowed.end(null, "userTask_passOnDate", Set.of()))
					.isInstanceOf(ConflictException.class)
					.hasMessageContaining("Falta cómo se cuenta: WORKING, WORKING_DAYS,"));
	}

	private void with(String cell, String other, Runnable check) throws IOException {
		String changed = Files.readString(Path.of("dmn/task-deadline.dmn")).replace(cell, other);
		Deployment deployment = this.repository.createDeployment().addString("task-deadline.dmn", changed).deploy();
		try {
			check.run();
		}
		finally {
			this.repository.deleteDeployment(deployment.getId(), true);
		}
	}

}
