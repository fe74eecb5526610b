package dev.escala.engine.guard;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.escala.access.Role;
import dev.escala.engine.AsSystem;
import dev.escala.support.EscalaTest;
import dev.escala.tasklist.EveryFieldProcess;
import dev.escala.validation.Refusal;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** People of each role, and a process with a form, whose commands reach the engine. */
@EscalaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class GuardTests {

	static final String ME = "guarded";

	static final String COLLEAGUE = "guardedcolleague";

	@Autowired
	ProcessEngine engine;

	@Autowired
	AsSystem asSystem;

	EveryFieldProcess process;

	@BeforeAll
	void givenPeople() {
		this.process = new EveryFieldProcess(this.engine);
		this.process.person(ME, "Ana", "guardedgroup");
		this.process.person(COLLEAGUE, "Luis", "guardedgroup");
	}

	@AfterEach
	void nobodyActs() {
		this.engine.getIdentityService().clearAuthentication();
	}

	@AfterAll
	void leave() {
		this.process.close();
	}

	static Stream<String> everyGroup() {
		return Stream.concat(Arrays.stream(Role.values()).map(Role::groupId), Stream.of("guardedgroup"));
	}

	static Stream<String> staff() {
		return everyGroup().filter((group) -> !group.equals(Role.ADMINISTRATORS.groupId()));
	}

	static void refused(ThrowingCallable call, String... words) {
		AbstractThrowableAssert<?, ?> thrown = assertThatThrownBy(call);
		thrown.hasMessageContainingAll(words).hasRootCauseInstanceOf(Refusal.class);
	}

	void actsAs(String group) {
		this.engine.getIdentityService().setAuthentication(ME, List.of(group, "guardedgroup"));
	}

	TaskQuery tasks() {
		return this.engine.getTaskService().createTaskQuery();
	}

}
